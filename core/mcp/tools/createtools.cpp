// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/createtools.h"

#include "core/catalog/templates.h"
#include "core/mcp/tools/createarguments.h"
#include "core/mcp/tools/effects.h"
#include "core/mcp/tools/ownerarguments.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/mcp/tools/tokenshapes.h"
#include "core/model/json.h"
#include "core/tokens/tokenservice.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

QJsonObject toJson(const tokens::CreateOutcome &outcome, const CallContext &context)
{
    QJsonObject json = delivered(createdTokenJson(outcome.created), context, outcome.keychainItem);
    if (!outcome.keychainItem.isEmpty())
        json.insert("keychainItem"_L1, outcome.keychainItem);
    json.insert("warnings"_L1, QJsonArray::fromStringList(outcome.warnings));
    return json;
}

base::Async<QJsonObject> createToken(tokens::TokenService *tokens, CallContext context, QJsonObject arguments)
{
    tokens::CreateRequest request = createRequestFrom(arguments);
    request.keep = keepFor(context);
    const tokens::Actor actor = actorOf(context);
    const base::Result<tokens::CreateOutcome> outcome = co_await tokens->create(request, actor, context.cancel);
    if (!outcome)
        co_return base::fail(outcome.error());
    co_return toJson(*outcome, context);
}

QJsonObject requestJson(const tokens::PreviewOutcome &outcome)
{
    const bool ofAccount = outcome.owner.kind == model::Owner::Kind::Account;
    const QString path = ofAccount ? u"/accounts/%1/tokens"_s.arg(outcome.owner.accountId) : u"/user/tokens"_s;
    return {{u"method"_s, u"POST"_s}, {u"path"_s, path}, {u"body"_s, model::toJson(outcome.spec)}};
}

QJsonObject toJson(const tokens::PreviewOutcome &outcome, const tokens::TokenService &tokens)
{
    return {{u"name"_s, outcome.spec.name},
            {u"owner"_s, ownerJson(outcome.owner)},
            {u"notBefore"_s, timeOrNull(outcome.spec.notBefore)},
            {u"expiresOn"_s, timeOrNull(outcome.spec.expiresOn)},
            {u"access"_s, accessJson(tokens, outcome.spec.policies)},
            {u"policies"_s, policiesJson(outcome.spec.policies)},
            {u"warnings"_s, QJsonArray::fromStringList(outcome.warnings)},
            {u"explanations"_s, QJsonArray::fromStringList(outcome.explanations)},
            {u"request"_s, requestJson(outcome)}};
}

base::Async<QJsonObject> previewToken(tokens::TokenService *tokens, CallContext context, QJsonObject arguments)
{
    const tokens::CreateRequest request = createRequestFrom(arguments);
    const base::Result<tokens::PreviewOutcome> outcome = co_await tokens->preview(request, context.cancel);
    if (!outcome)
        co_return base::fail(outcome.error());
    co_return toJson(*outcome, *tokens);
}

base::Async<clients::ApprovalEffect> explainCreate(tokens::TokenService *tokens, CallContext context,
                                                   QJsonObject arguments)
{
    const tokens::CreateRequest request = createRequestFrom(arguments);
    const base::Result<tokens::PreviewOutcome> preview = co_await tokens->preview(request, context.cancel);
    if (!preview)
        co_return base::fail(preview.error());
    clients::ApprovalEffect effect = effectOfCreating(*preview);
    effect.details = requestJson(*preview);
    co_return effect;
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
    QJsonObject properties = createdTokenProperties();
    properties.insert("warnings"_L1, warningsSchema());
    QStringList always = properties.keys();
    properties.insert("keychainItem"_L1, keychainItemSchema());
    always.removeOne(u"secret"_s); // it may be kept from the asker
    always.removeOne(u"warning"_s);
    return objectSchema(properties, always);
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
        .handler = [&tokens](const CallContext &context,
                             const QJsonObject &arguments) { return createToken(&tokens, context, arguments); },
        .explain = [&tokens](const CallContext &context,
                             const QJsonObject &arguments) { return explainCreate(&tokens, context, arguments); },
        .secret = Tool::Secret::Given,
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
        .handler = [&tokens](const CallContext &context,
                             const QJsonObject &arguments) { return previewToken(&tokens, context, arguments); },
    };
}

} // namespace tokensmith::mcp
