// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/permissiontools.h"

#include "core/mcp/tools/ownerarguments.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/tokens/tokenservice.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

QJsonObject toJson(const model::PermissionGroup &group)
{
    QJsonObject json{{u"id"_s, group.id},
                     {u"name"_s, group.name},
                     {u"description"_s, group.description},
                     {u"scopes"_s, QJsonArray::fromStringList(group.scopes)}};
    if (!group.category.isEmpty())
        json.insert("category"_L1, group.category);
    return json;
}

base::Async<QJsonObject> listGroups(tokens::TokenService *tokens, CallContext context, QJsonObject arguments)
{
    const base::Result<std::optional<model::Owner>> owner = ownerFrom(arguments);
    if (!owner)
        co_return base::fail(owner.error());
    const base::Result<tokens::GrantableGroups> found = co_await tokens->grantable(*owner, context.cancel);
    if (!found)
        co_return base::fail(found.error());
    const QString filter = arguments.value("filter"_L1).toString();
    QJsonArray groups;
    for (const model::PermissionGroup &group : found->groups) {
        if (group.name.contains(filter, Qt::CaseInsensitive) || group.description.contains(filter, Qt::CaseInsensitive))
            groups.append(toJson(group));
    }
    co_return QJsonObject{{u"count"_s, groups.size()}, {u"groups"_s, groups}};
}

QJsonObject groupsInput()
{
    return objectSchema(
        {{u"filter"_s, textSchema({0, 100}, u"Only groups with this in their name or description, in any case."_s)},
         {u"type"_s, ownerTypeSchema(u"For whose tokens. Default: as the bootstrap token."_s)},
         {u"accountId"_s, ownerAccountSchema(u"For an account's tokens: which one; see list_accounts."_s)}});
}

QJsonObject groupSchema()
{
    const QJsonObject scope = textSchema(u"Cloudflare's name for a kind of resource."_s);
    return objectSchema({{u"id"_s, textSchema(u"Give this in \"permissionGroupIds\" to create_token."_s)},
                         {u"name"_s, textSchema(u"Cloudflare's name; goes into \"permissions\" of create_token."_s)},
                         {u"description"_s, textSchema(u"May be empty."_s)},
                         {u"scopes"_s, listSchema(scope, u"What it can act on."_s)},
                         {u"category"_s, textSchema(u"Cloudflare's grouping."_s)}},
                        {u"id"_s, u"name"_s, u"description"_s, u"scopes"_s});
}

} // namespace

Tool listPermissionGroupsTool(tokens::TokenService &tokens)
{
    return {
        .name = u"list_permission_groups"_s,
        .title = u"List permission groups"_s,
        .description = u"Lists what tokens can be allowed to do, as Cloudflare offers it now."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsCloudflare(),
        .inputSchema = groupsInput(),
        .outputSchema = objectSchema({{u"count"_s, countSchema(u"How many groups there are."_s)},
                                      {u"groups"_s, listSchema(groupSchema(), u"The groups."_s)}},
                                     {u"count"_s, u"groups"_s}),
        .handler = [&tokens](const CallContext &context,
                             const QJsonObject &arguments) { return listGroups(&tokens, context, arguments); },
    };
}

} // namespace tokensmith::mcp
