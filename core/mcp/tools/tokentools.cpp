// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/tokentools.h"

#include "core/mcp/tools/schemaparts.h"
#include "core/model/json.h"
#include "core/tokens/tokenservice.h"

#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using model::Owner;

tl::unexpected<base::Error> refuse(const QString &field, const QString &message)
{
    return base::fail({.code = base::Error::Code::InvalidArgument, .message = message, .field = field});
}

base::Result<std::optional<Owner>> ownerFrom(const QJsonObject &arguments)
{
    const QString type = arguments.value("type"_L1).toString();
    const QString accountId = arguments.value("accountId"_L1).toString();
    if (type == "user"_L1) {
        if (!accountId.isEmpty())
            return refuse(u"accountId"_s, u"accountId names an account's tokens; leave it out with type \"user\"."_s);
        return Owner::user();
    }
    if (!accountId.isEmpty())
        return Owner::account(accountId);
    if (type == "account"_L1) {
        return refuse(u"accountId"_s, u"accountId is required for account tokens. Take it from list_accounts, or leave "
                                      "out type to list everybody's."_s);
    }
    return std::nullopt;
}

base::Result<tokens::ListRequest> listRequestFrom(const QJsonObject &arguments)
{
    base::Result<std::optional<Owner>> owner = ownerFrom(arguments);
    if (!owner)
        return base::fail(std::move(owner.error()));
    tokens::ListRequest request{.owner = *std::move(owner)};
    const QJsonValue page = arguments.value("page"_L1);
    if (page.isUndefined())
        return request;
    if (!request.owner)
        return refuse(u"page"_s, u"A page is one of one owner's list: give type or accountId with page, or no page."_s);
    request.page = cloudflare::PageRequest{.page = page.toInt(), .perPage = arguments.value("perPage"_L1).toInt(50)};
    return request;
}

QJsonObject ownerJson(const Owner &owner)
{
    switch (owner.kind) {
    case Owner::Kind::User:
        return {{u"type"_s, u"user"_s}};
    case Owner::Kind::Account:
        return {{u"type"_s, u"account"_s}, {u"accountId"_s, owner.accountId}};
    }
    Q_UNREACHABLE();
}

base::Async<QJsonObject> listTokens(tokens::TokenService *tokens, ToolContext context, QJsonObject arguments)
{
    const base::Result<tokens::ListRequest> request = listRequestFrom(arguments);
    if (!request)
        co_return base::fail(request.error());
    const base::Result<tokens::ListOutcome> found = co_await tokens->list(*request, context.cancel);
    if (!found)
        co_return base::fail(found.error());
    QJsonArray list;
    for (const model::Token &token : found->tokens) {
        QJsonObject one = model::toJson(token);
        one.insert("owner"_L1, ownerJson(token.owner));
        list.append(one);
    }
    co_return QJsonObject{
        {u"tokens"_s, list}, {u"total"_s, found->total}, {u"unread"_s, QJsonArray::fromStringList(found->unread)}};
}

QJsonObject listInput()
{
    return objectSchema(
        {{u"type"_s,
          choiceSchema({u"user"_s, u"account"_s}, u"Whose tokens. Left out: the user's and every account's."_s)},
         {u"accountId"_s, textSchema(kCloudflareId, u"The account whose tokens to list; see list_accounts."_s)},
         {u"page"_s, integerSchema({1, 100'000}, u"One page of that owner's list. Left out: all tokens."_s)},
         {u"perPage"_s, integerSchema({5, 50}, u"Tokens per page; goes with page. Default 50."_s)}});
}

QJsonObject listOutput()
{
    const QJsonObject owner = objectSchema({{u"type"_s, choiceSchema({u"user"_s, u"account"_s}, u"Kind of owner."_s)},
                                            {u"accountId"_s, textSchema(u"The account, for an account's token."_s)}},
                                           {u"type"_s});
    const QJsonObject token = openObjectSchema({{u"id"_s, textSchema(u"The token's id (not its secret)."_s)},
                                                {u"name"_s, textSchema(u"Its name."_s)},
                                                {u"status"_s, textSchema(u"active, disabled, expired, …"_s)},
                                                {u"owner"_s, owner}},
                                               {u"id"_s, u"name"_s, u"status"_s, u"owner"_s});
    return objectSchema(
        {{u"tokens"_s, listSchema(token, u"Tokens with Cloudflare's own members: policies, expires_on, …"_s)},
         {u"total"_s, countSchema(u"How many there are over all pages."_s)},
         {u"unread"_s, listSchema(textSchema(u"Whose, and why."_s), u"Lists that could not be read."_s)}},
        {u"tokens"_s, u"total"_s, u"unread"_s});
}

base::Async<QJsonObject> verifyToken(tokens::TokenService *tokens, ToolContext context, QJsonObject arguments)
{
    const base::Secret token(arguments.value("token"_L1).toString().toLatin1());
    const base::Result<tokens::VerifyOutcome> found = co_await tokens->verify(token, {}, context.cancel);
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
    QJsonObject token = textSchema(kTokenValue, u"The value of the API token to check. It is not kept."_s);
    token.insert("writeOnly"_L1, true);
    return objectSchema({{u"token"_s, token}}, {u"token"_s});
}

} // namespace

Tool listTokensTool(tokens::TokenService &tokens)
{
    return {
        .name = u"list_tokens"_s,
        .title = u"List tokens"_s,
        .description = u"Lists API tokens with their permissions, limits and last use. Secrets are never listed."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsCloudflare(),
        .inputSchema = listInput(),
        .outputSchema = listOutput(),
        .handler = [&tokens](const ToolContext &context,
                             const QJsonObject &arguments) { return listTokens(&tokens, context, arguments); },
    };
}

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
        .handler = [&tokens](const ToolContext &context,
                             const QJsonObject &arguments) { return verifyToken(&tokens, context, arguments); },
    };
}

} // namespace tokensmith::mcp
