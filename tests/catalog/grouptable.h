// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/permissiongroup.h"

#include <QFile>
#include <QMap>

#include <vector>

namespace tokensmith::test {

/** The 332 groups of the sandbox's table, in its order. */
inline std::vector<model::PermissionGroup> knownGroups()
{
    using namespace Qt::StringLiterals;
    const QMap<QString, QString> scopes{{u"account"_s, model::scope::account},
                                        {u"zone"_s, model::scope::zone},
                                        {u"user"_s, model::scope::user},
                                        {u"bucket"_s, model::scope::bucket}};
    QFile file(QStringLiteral(TOKENSMITH_SOURCE_DIR "/resources/permission-groups.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no table of permission groups");
    std::vector<model::PermissionGroup> groups;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'\t');
        if (cells.size() == 4)
            groups.push_back({.id = cells.at(0), .name = cells.at(3), .scopes = {scopes.value(cells.at(1))}});
    }
    return groups;
}

/** As large as Cloudflare's list was in October 2026: the known groups, and others of scopes and levels nobody knows.
 */
inline std::vector<model::PermissionGroup> largeCatalogue()
{
    using namespace Qt::StringLiterals;
    std::vector<model::PermissionGroup> groups = knownGroups();
    const QStringList scopes{u"com.cloudflare.api.account.flagship.app"_s, u"com.cloudflare.edge.worker.script"_s,
                             QString(), u"*"_s, u"com.cloudflare.api.account.zone.record"_s};
    const QStringList levels{u" Read"_s, u" Write"_s, u" Conjure"_s, QString()};
    for (int i = 0; groups.size() < 413; ++i) {
        const QString scope = scopes.at(i % scopes.size());
        groups.push_back({.id = QString::number(i, 16).rightJustified(32, u'e'),
                          .name = u"Novelty %1"_s.arg(i / 4) + levels.at(i % 4),
                          .scopes = scope.isEmpty() ? QStringList() : QStringList{scope}});
    }
    return groups;
}

} // namespace tokensmith::test
