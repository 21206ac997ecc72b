// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/verifytools.h"

#include "core/mcp/tools/ownerarguments.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/model/json.h"
#include "core/tokens/tokenservice.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

base::Async<QJsonObject> verifyToken(tokens::TokenService *tokens, CallContext context, QJsonObject arguments)
{
    const base::Secret token(arguments.value("token"_L1).toString().toLatin1());
    const QString accountId = arguments.value("accountId"_L1).toString();
    const base::Result<tokens::VerifyOutcome> found = co_await tokens->verify(token, accountId, context.cancel);
    if (!found)
        co_return base::fail(found.error());
    QJsonObject result{{u"valid"_s, found->valid}};
    if (!found->statusText.isEmpty()) {
        result.insert("status"_L1, found->statusText);
        result.insert("expiresOn"_L1,
                      found->expiresOn ? QJsonValue(model::timeToText(*found->expiresOn)) : QJsonValue::Null);
    }
    if (!found->valid)
        result.insert("error"_L1, found->reason);
    co_return result;
}

QJsonObject verifyInput()
{
    QJsonObject token = textSchema({1, 4096}, u"The value of the API token to check. It is not kept."_s);
    token.insert("writeOnly"_L1, true);
    return objectSchema({{u"token"_s, token},
                         {u"accountId"_s, ownerAccountSchema(u"The account of an account's token, where the bootstrap "
                                                             "token can't list accounts."_s)}},
                        {u"token"_s});
}

} // namespace

Tool verifyTokenTool(tokens::TokenService &tokens)
{
    return {
        .name = u"verify_token"_s,
        .title = u"Verify a token"_s,
        .description = u"Tells whether a token's value is valid at Cloudflare. It says nothing about what it may do."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsCloudflare(),
        .inputSchema = verifyInput(),
        .outputSchema = objectSchema({{u"valid"_s, booleanSchema(u"True: Cloudflare accepts it now."_s)},
                                      {u"status"_s, textSchema(u"Cloudflare's word, e.g. active."_s)},
                                      {u"expiresOn"_s, optionalTextSchema(u"When it ends; null: never."_s)},
                                      {u"error"_s, textSchema(u"Why it is not valid."_s)}},
                                     {u"valid"_s}),
        .handler = [&tokens](const CallContext &context,
                             const QJsonObject &arguments) { return verifyToken(&tokens, context, arguments); },
    };
}

} // namespace tokensmith::mcp
