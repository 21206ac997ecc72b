// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/scopewords.h"

#include "core/base/text.h"
#include "core/model/permissiongroup.h"

#include <algorithm>
#include <array>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    Scope scope;
    QLatin1StringView name;
    QLatin1StringView word;
};
constexpr std::array<Row, 4> kRows{{
    {Scope::Account, model::scope::account, "account"_L1},
    {Scope::Zone, model::scope::zone, "zone"_L1},
    {Scope::User, model::scope::user, "user"_L1},
    {Scope::Bucket, model::scope::bucket, "bucket"_L1},
}};

template <typename Match>
std::optional<Row> rowWhere(Match match)
{
    const auto row = std::find_if(kRows.begin(), kRows.end(), match);
    return row == kRows.end() ? std::nullopt : std::optional(*row);
}

} // namespace

std::optional<Scope> scopeFromName(QStringView name)
{
    const std::optional<Row> row = rowWhere([&](const Row &r) { return name == r.name; });
    return row ? std::optional(row->scope) : std::nullopt;
}

QString scopeName(Scope scope)
{
    return rowWhere([&](const Row &r) { return r.scope == scope; })->name;
}

QString scopeWord(const QString &name)
{
    if (const std::optional<Row> row = rowWhere([&](const Row &r) { return name == r.name; }))
        return row->word;
    const QString last = base::plainLine(name.section(u'.', -1), 60);
    return last.isEmpty() ? u"nothing known"_s : last;
}

} // namespace tokensmith::catalog
