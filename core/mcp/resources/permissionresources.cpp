// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/resources/permissionresources.h"

#include "core/base/identifiers.h"
#include "core/mcp/resources/toolreader.h"
#include "core/mcp/tools/permissiontools.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

base::Result<QJsonObject> ownerArguments(const QHash<QString, QString> &variables)
{
    const QString owner = variables.value(u"owner"_s);
    if (owner == "user"_L1)
        return QJsonObject{{u"type"_s, owner}};
    if (!base::isCloudflareId(owner)) {
        return base::fail({.code = base::Error::Code::NotFound,
                           .message = u"The owner is \"user\" or the id of an account; see list_accounts."_s});
    }
    return QJsonObject{{u"type"_s, u"account"_s}, {u"accountId"_s, owner}};
}

} // namespace

Resource permissionGroupsResource(tokens::TokenService &tokens)
{
    return {.uri = u"tokensmith://permission-groups"_s,
            .name = u"permission-groups"_s,
            .title = u"Permission groups"_s,
            .description = u"What tokens can be allowed to do, as Cloudflare offers it now."_s,
            .mimeType = u"application/json"_s,
            .reader = readThrough(listPermissionGroupsTool(tokens))};
}

ResourceTemplate ownersPermissionGroupsResource(tokens::TokenService &tokens, const PlaceServices &places)
{
    return {.uriTemplate = u"tokensmith://permission-groups/{owner}"_s,
            .name = u"permission-groups-of-owner"_s,
            .title = u"Permission groups for one owner's tokens"_s,
            .description = u"What tokens of \"user\", or of the account of that id, can be allowed to do."_s,
            .mimeType = u"application/json"_s,
            .reader = readThrough(listPermissionGroupsTool(tokens), ownerArguments),
            .completers = {{u"owner"_s, ownerCompleter(places)}}};
}

} // namespace tokensmith::mcp
