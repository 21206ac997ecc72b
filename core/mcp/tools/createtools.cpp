// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/createtools.h"

#include "core/catalog/templates.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/model/json.h"
#include "core/tokens/tokenservice.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr Bounds kUpToHundred{.least = 1, .most = 100};

std::optional<model::Owner::Kind> kindFrom(const QJsonValue &type)
{
    if (type.isUndefined())
        return std::nullopt;
    return type == "account"_L1 ? model::Owner::Kind::Account : model::Owner::Kind::User;
}

tokens::CreateRequest requestFrom(const QJsonObject &arguments)
{
    return {.kind = kindFrom(arguments.value("type"_L1)),
            .accountId = arguments.value("accountId"_L1).toString(),
            .name = arguments.value("name"_L1).toString(),
            .templateId = arguments.value("template"_L1).toString(),
            .zoneIds = textList(arguments.value("zoneIds"_L1)),
            .expiresIn = arguments.value("expiresIn"_L1).toString(),
            .ipAllow = textList(arguments.value("ipAllow"_L1)),
            .ipDeny = textList(arguments.value("ipDeny"_L1))};
}

QJsonArray resourceKeys(const model::Policy &policy)
{
    QJsonArray keys;
    for (const model::Resource &resource : policy.resources) {
        if (resource.nested.isEmpty())
            keys.append(resource.key);
        for (const QString &inside : resource.nested)
            keys.append(resource.key + u'/' + inside);
    }
    return keys;
}

QJsonObject toJson(const model::Policy &policy)
{
    QJsonArray permissions;
    for (const model::PermissionGroupRef &group : policy.permissionGroups)
        permissions.append(group.name.isEmpty() ? group.id : group.name);
    return {{u"effect"_s, policy.effect == model::Policy::Effect::Deny ? u"deny"_s : u"allow"_s},
            {u"permissions"_s, permissions},
            {u"resources"_s, resourceKeys(policy)}};
}

QJsonValue timeOrNull(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(model::timeToText(*time)) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const tokens::CreateOutcome &outcome)
{
    const model::Token &token = outcome.created.token;
    QJsonArray policies;
    for (const model::Policy &policy : token.policies)
        policies.append(toJson(policy));
    return {{u"id"_s, token.id},
            {u"name"_s, token.name},
            {u"status"_s, token.statusText},
            {u"issuedOn"_s, timeOrNull(token.issuedOn)},
            {u"expiresOn"_s, timeOrNull(token.expiresOn)},
            {u"secret"_s, QString::fromLatin1(outcome.created.secret.reveal())},
            {u"warning"_s, u"IMPORTANT: Save this secret now - it will not be shown again!"_s},
            {u"policies"_s, policies},
            {u"warnings"_s, QJsonArray::fromStringList(outcome.warnings)}};
}

base::Async<QJsonObject> createToken(tokens::TokenService *tokens, ToolContext context, QJsonObject arguments)
{
    const tokens::CreateRequest request = requestFrom(arguments);
    const tokens::Actor actor{.client = context.client.name, .correlationId = context.correlationId};
    const base::Result<tokens::CreateOutcome> outcome = co_await tokens->create(request, actor, context.cancel);
    if (!outcome)
        co_return base::fail(outcome.error());
    co_return toJson(*outcome);
}

QJsonObject addressesSchema(const QString &description)
{
    return listSchema(textSchema({1, 64}, u"An address or CIDR range, e.g. 192.0.2.0/24."_s), kUpToHundred,
                      description);
}

QJsonObject createInput(const catalog::TemplateSet &templates)
{
    QStringList templateIds;
    for (const catalog::Template &one : templates.all())
        templateIds += one.id;
    const QJsonObject zone = textSchema(kCloudflareId, u"A zone's id."_s);
    return objectSchema(
        {{u"name"_s, textSchema({1, 120}, u"Name shown in the dashboard; say what the token is for."_s)},
         {u"template"_s, choiceSchema(templateIds, u"What the token may do; see list_templates."_s)},
         {u"type"_s, choiceSchema({u"user"_s, u"account"_s}, u"Whose token. Default: as the bootstrap token."_s)},
         {u"accountId"_s, textSchema(kCloudflareId, u"The account it belongs to or acts on; see list_accounts. Not "
                                                    "needed where there is one account."_s)},
         {u"zoneIds"_s, listSchema(zone, kUpToHundred, u"Zones it acts on. Left out: every zone of the account."_s)},
         {u"expiresIn"_s, textSchema(kLifetime, u"Lifetime: 12h, 30d, 3m (months), 1y or never. Default never; prefer "
                                                "a short one."_s)},
         {u"ipAllow"_s, addressesSchema(u"The only addresses it works from."_s)},
         {u"ipDeny"_s, addressesSchema(u"Addresses it does not work from."_s)}},
        {u"name"_s, u"template"_s});
}

QJsonObject createOutput()
{
    const QJsonObject policy =
        objectSchema({{u"effect"_s, choiceSchema({u"allow"_s, u"deny"_s}, u"What the policy does."_s)},
                      {u"permissions"_s, listSchema(textSchema(u"Name or id."_s), u"Permission groups."_s)},
                      {u"resources"_s, listSchema(textSchema(u"Resource key."_s), u"What they act on."_s)}},
                     {u"effect"_s, u"permissions"_s, u"resources"_s});
    return objectSchema({{u"id"_s, textSchema(u"The token's id."_s)},
                         {u"name"_s, textSchema(u"Its name."_s)},
                         {u"status"_s, textSchema(u"Cloudflare's word, e.g. active."_s)},
                         {u"issuedOn"_s, optionalTextSchema(u"When it was made."_s)},
                         {u"expiresOn"_s, optionalTextSchema(u"When it ends; null: never."_s)},
                         {u"secret"_s, textSchema(u"The token's value, shown only now."_s)},
                         {u"warning"_s, textSchema(u"What to do with the secret."_s)},
                         {u"policies"_s, listSchema(policy, u"What Cloudflare says it may do."_s)},
                         {u"warnings"_s, listSchema(textSchema(u"One warning."_s), u"What a person should know."_s)}},
                        {u"id"_s, u"name"_s, u"status"_s, u"issuedOn"_s, u"expiresOn"_s, u"policies"_s, u"warnings"_s});
}

} // namespace

Tool createTokenTool(tokens::TokenService &tokens, const catalog::TemplateSet &templates)
{
    return {
        .name = u"create_token"_s,
        .title = u"Create a token"_s,
        .description = u"Creates an API token from a template, limited to an account, zones, IP addresses and a "
                       "lifetime. Ask for no more than is needed."_s,
        .toolClass = ToolClass::Create,
        .annotations = createsAtCloudflare(),
        .inputSchema = createInput(templates),
        .outputSchema = createOutput(),
        .handler = [&tokens](const ToolContext &context,
                             const QJsonObject &arguments) { return createToken(&tokens, context, arguments); },
    };
}

} // namespace tokensmith::mcp
