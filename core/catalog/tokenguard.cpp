// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/tokenguard.h"

#include "core/catalog/dashboardform.h"
#include "core/catalog/groupname.h"

#include <algorithm>
#include <array>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kManagers{"686d18d5ac6c441c867cbf6771e58a0a"_L1, "5bc3f8b21c554832afc660159ab75fa4"_L1};

} // namespace

bool managesTokens(const QString &groupId, const QString &groupName)
{
    if (std::any_of(kManagers.begin(), kManagers.end(), [&](QLatin1StringView id) { return groupId == id; }))
        return true;
    const GroupName name = splitName(groupName);
    return name.stem.contains("API Tokens"_L1, Qt::CaseInsensitive) && name.level != Level::Read;
}

QUrl tokenManagerForm(model::Owner::Kind kind)
{
    return dashboardForm(kind, {editTokens(kind)}, u"Token manager"_s);
}

base::Error managesTokensRefusal(model::Owner::Kind kind, const QString &field)
{
    return {.code = base::Error::Code::PermissionDenied,
            .message = u"Cloudflare lets no token make a token that manages tokens. Make it in the dashboard: %1"_s.arg(
                tokenManagerForm(kind).toString(QUrl::FullyEncoded)),
            .field = field};
}

} // namespace tokensmith::catalog
