// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/permissiongroups.h"

#include <QFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

struct ScopeRow
{
    Scope scope;
    QLatin1StringView word;
    QLatin1StringView name;
};
constexpr std::array<ScopeRow, 4> kScopes{{
    {Scope::User, "user"_L1, "com.cloudflare.api.user"_L1},
    {Scope::Account, "account"_L1, "com.cloudflare.api.account"_L1},
    {Scope::Zone, "zone"_L1, "com.cloudflare.api.account.zone"_L1},
    {Scope::Bucket, "bucket"_L1, "com.cloudflare.edge.r2.bucket"_L1},
}};

struct LevelRow
{
    QLatin1StringView suffix;
    QLatin1StringView phrase;
};
constexpr std::array<LevelRow, 9> kLevels{{
    {" Read"_L1, "Grants read access to "_L1},
    {" Write"_L1, "Grants write access to "_L1},
    {" Admin"_L1, "Grants administration of "_L1},
    {" Revoke"_L1, "Grants revoking sessions of "_L1},
    {" Run"_L1, "Grants running "_L1},
    {" Send"_L1, "Grants sending to "_L1},
    {" Bind"_L1, "Grants binding to "_L1},
    {" Report"_L1, "Grants reports of "_L1},
    {""_L1, "Grants access to "_L1},
}};

Scope scopeOf(QStringView word)
{
    const auto row = std::find_if(kScopes.begin(), kScopes.end(), [&](const ScopeRow &r) { return r.word == word; });
    Q_ASSERT(row != kScopes.end());
    return row->scope;
}

QList<PermissionGroup> readTable()
{
    QFile file(u":/sandbox/permission-groups.tsv"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QString text = opened ? QString::fromUtf8(file.readAll()) : QString();
    QList<PermissionGroup> groups;
    for (const auto &line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QList<QStringView> cells = line.split(u'\t');
        Q_ASSERT(cells.size() == 4);
        groups.append({.id = cells[0].toString(),
                       .name = cells[3].toString(),
                       .scope = scopeOf(cells[1]),
                       .category = cells[2].toString()});
    }
    std::sort(groups.begin(), groups.end(),
              [](const PermissionGroup &a, const PermissionGroup &b) { return a.id < b.id; });
    return groups;
}

} // namespace

QString scopeName(Scope scope)
{
    const auto row = std::find_if(kScopes.begin(), kScopes.end(), [&](const ScopeRow &r) { return r.scope == scope; });
    return row->name;
}

QString PermissionGroup::description() const
{
    const auto row = std::find_if(kLevels.begin(), kLevels.end(),
                                  [this](const LevelRow &level) { return name.endsWith(level.suffix); });
    QString stem = name.chopped(row->suffix.size());
    if (stem.endsWith(u':'))
        stem.chop(1);
    return row->phrase + stem;
}

bool PermissionGroup::managesTokens() const
{
    return name == "API Tokens Write"_L1 || name == "Account API Tokens Write"_L1;
}

PermissionGroupTable::PermissionGroupTable()
    : m_groups(readTable())
{
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        m_byId.insert(m_groups[i].id, i);
        m_byName.insert({m_groups[i].name, m_groups[i].scope}, i);
    }
}

qsizetype PermissionGroupTable::indexOf(const QString &id) const
{
    return m_byId.value(id, -1);
}

qsizetype PermissionGroupTable::indexOf(const QString &name, Scope scope) const
{
    return m_byName.value({name, scope}, -1);
}

} // namespace tokensmith::sandbox
