// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/createtools.h"

#include "core/catalog/templates.h"
#include "core/mcp/tools/createarguments.h"
#include "core/mcp/tools/ownerarguments.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/model/json.h"
#include "core/tokens/tokenservice.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

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

QJsonArray policiesJson(const std::vector<model::Policy> &policies)
{
    QJsonArray list;
    for (const model::Policy &policy : policies)
        list.append(toJson(policy));
    return list;
}

QJsonValue timeOrNull(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(model::timeToText(*time)) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const tokens::CreateOutcome &outcome)
{
    const model::Token &token = outcome.created.token;
    return {{u"id"_s, token.id},
            {u"name"_s, token.name},
            {u"status"_s, token.statusText},
            {u"issuedOn"_s, timeOrNull(token.issuedOn)},
            {u"expiresOn"_s, timeOrNull(token.expiresOn)},
            {u"secret"_s, QString::fromLatin1(outcome.created.secret.reveal())},
            {u"warning"_s, u"IMPORTANT: Save this secret now - it will not be shown again!"_s},
            {u"policies"_s, policiesJson(token.policies)},
            {u"warnings"_s, QJsonArray::fromStringList(outcome.warnings)}};
}

base::Async<QJsonObject> createToken(tokens::TokenService *tokens, ToolContext context, QJsonObject arguments)
{
    const tokens::CreateRequest request = createRequestFrom(arguments);
    const tokens::Actor actor{.client = context.client.name, .correlationId = context.correlationId};
    const base::Result<tokens::CreateOutcome> outcome = co_await tokens->create(request, actor, context.cancel);
    if (!outcome)
        co_return base::fail(outcome.error());
    co_return toJson(*outcome);
}

QJsonObject requestJson(const tokens::PreviewOutcome &outcome)
{
    const bool ofAccount = outcome.owner.kind == model::Owner::Kind::Account;
    const QString path = ofAccount ? u"/accounts/%1/tokens"_s.arg(outcome.owner.accountId) : u"/user/tokens"_s;
    return {{u"method"_s, u"POST"_s}, {u"path"_s, path}, {u"body"_s, model::toJson(outcome.spec)}};
}

QJsonObject toJson(const tokens::PreviewOutcome &outcome)
{
    return {{u"name"_s, outcome.spec.name},
            {u"owner"_s, ownerJson(outcome.owner)},
            {u"notBefore"_s, timeOrNull(outcome.spec.notBefore)},
            {u"expiresOn"_s, timeOrNull(outcome.spec.expiresOn)},
            {u"access"_s, QJsonArray::fromStringList(outcome.access)},
            {u"policies"_s, policiesJson(outcome.spec.policies)},
            {u"warnings"_s, QJsonArray::fromStringList(outcome.warnings)},
            {u"explanations"_s, QJsonArray::fromStringList(outcome.explanations)},
            {u"request"_s, requestJson(outcome)}};
}

base::Async<QJsonObject> previewToken(tokens::TokenService *tokens, ToolContext context, QJsonObject arguments)
{
    const tokens::CreateRequest request = createRequestFrom(arguments);
    const base::Result<tokens::PreviewOutcome> outcome = co_await tokens->preview(request, context.cancel);
    if (!outcome)
        co_return base::fail(outcome.error());
    co_return toJson(*outcome);
}

QJsonObject policiesSchema(const QString &description)
{
    const QJsonObject policy =
        objectSchema({{u"effect"_s, choiceSchema({u"allow"_s, u"deny"_s}, u"What the policy does."_s)},
                      {u"permissions"_s, listSchema(textSchema(u"Name or id."_s), u"Permission groups."_s)},
                      {u"resources"_s, listSchema(textSchema(u"Resource key."_s), u"What they act on."_s)}},
                     {u"effect"_s, u"permissions"_s, u"resources"_s});
    return listSchema(policy, description);
}

QJsonObject previewOutput()
{
    const QJsonObject request = objectSchema({{u"method"_s, textSchema(u"Always POST."_s)},
                                              {u"path"_s, textSchema(u"Below Cloudflare's API address."_s)},
                                              {u"body"_s, openObjectSchema({})}},
                                             {u"method"_s, u"path"_s, u"body"_s});
    const QJsonObject properties{
        {u"name"_s, textSchema(u"The token's name."_s)},
        {u"owner"_s, ownerResultSchema()},
        {u"notBefore"_s, optionalTextSchema(u"When it would start; null: at once."_s)},
        {u"expiresOn"_s, optionalTextSchema(u"When it would end; null: never."_s)},
        {u"access"_s, listSchema(textSchema(u"One sentence."_s), u"What it could do, in plain words."_s)},
        {u"policies"_s, policiesSchema(u"The same with Cloudflare's names."_s)},
        {u"warnings"_s, listSchema(textSchema(u"One warning."_s), u"What a person should know."_s)},
        {u"explanations"_s, listSchema(textSchema(u"One reason."_s), u"Why it looks like this."_s)},
        {u"request"_s, request}};
    return objectSchema(properties, properties.keys());
}

QJsonObject createOutput()
{
    return objectSchema({{u"id"_s, textSchema(u"The token's id."_s)},
                         {u"name"_s, textSchema(u"Its name."_s)},
                         {u"status"_s, textSchema(u"Cloudflare's word, e.g. active."_s)},
                         {u"issuedOn"_s, optionalTextSchema(u"When it was made."_s)},
                         {u"expiresOn"_s, optionalTextSchema(u"When it ends; null: never."_s)},
                         {u"secret"_s, textSchema(u"The token's value, shown only now."_s)},
                         {u"warning"_s, textSchema(u"What to do with the secret."_s)},
                         {u"policies"_s, policiesSchema(u"What Cloudflare says it may do."_s)},
                         {u"warnings"_s, listSchema(textSchema(u"One warning."_s), u"What a person should know."_s)}},
                        {u"id"_s, u"name"_s, u"status"_s, u"issuedOn"_s, u"expiresOn"_s, u"policies"_s, u"warnings"_s});
}

} // namespace

Tool createTokenTool(tokens::TokenService &tokens, const catalog::TemplateSet &templates)
{
    return {
        .name = u"create_token"_s,
        .title = u"Create a token"_s,
        .description = u"Creates an API token from a template or permissions, limited to an account, zones, IP "
                       "addresses and a lifetime. Ask for no more than is needed; preview_token shows it first."_s,
        .toolClass = ToolClass::Create,
        .annotations = createsAtCloudflare(),
        .inputSchema = createInput(templates),
        .outputSchema = createOutput(),
        .handler = [&tokens](const ToolContext &context,
                             const QJsonObject &arguments) { return createToken(&tokens, context, arguments); },
    };
}

Tool previewTokenTool(tokens::TokenService &tokens, const catalog::TemplateSet &templates)
{
    return {
        .name = u"preview_token"_s,
        .title = u"Preview a token"_s,
        .description = u"Shows what create_token would make from the same arguments, and makes nothing."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsCloudflare(),
        .inputSchema = createInput(templates),
        .outputSchema = previewOutput(),
        .handler = [&tokens](const ToolContext &context,
                             const QJsonObject &arguments) { return previewToken(&tokens, context, arguments); },
    };
}

} // namespace tokensmith::mcp
