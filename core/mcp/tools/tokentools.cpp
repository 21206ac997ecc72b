// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/tokentools.h"

#include "core/mcp/tools/ownerarguments.h"
#include "core/mcp/tools/progressreports.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/mcp/tools/tokenshapes.h"
#include "core/model/json.h"
#include "core/tokens/tokenservice.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr int kUsualLimit = 500;
constexpr Bounds kLimit{.least = 1, .most = 5000};

base::Result<tokens::ListRequest> listRequestFrom(const QJsonObject &arguments)
{
    base::Result<std::optional<model::Owner>> owner = ownerFrom(arguments);
    if (!owner)
        return base::fail(std::move(owner.error()));
    tokens::ListRequest request{.owner = *std::move(owner),
                                .filter = {.status = arguments.value("status"_L1).toString(),
                                           .expiresWithin = arguments.value("expiresWithin"_L1).toString(),
                                           .unusedFor = arguments.value("unusedFor"_L1).toString(),
                                           .nameContains = arguments.value("nameContains"_L1).toString()}};
    if (const QJsonValue page = arguments.value("page"_L1); !page.isUndefined()) {
        request.page =
            cloudflare::PageRequest{.page = page.toInt(), .perPage = arguments.value("perPage"_L1).toInt(50)};
    }
    return request;
}

QJsonObject tokenJson(const model::Token &token)
{
    QJsonObject json = model::toJson(token);
    json.insert("owner"_L1, ownerJson(token.owner));
    return json;
}

/** How to get what was cut off; empty where nothing was. */
QString wayToMore(qsizetype missing)
{
    return u"%1 tokens are not shown. Narrow with status, expiresWithin, unusedFor or nameContains, raise limit, or "
           "read one owner's list page by page: type, accountId, page 1, 2, …"_s.arg(missing);
}

QJsonObject listJson(const tokens::ListOutcome &found, const QJsonObject &arguments)
{
    const auto held = static_cast<qsizetype>(found.tokens.size());
    const bool onePage = arguments.contains("page"_L1);
    const qsizetype returned =
        onePage ? held : std::min<qsizetype>(held, arguments.value("limit"_L1).toInt(kUsualLimit));
    QJsonArray list;
    std::for_each(found.tokens.begin(), found.tokens.begin() + returned,
                  [&](const model::Token &token) { list.append(tokenJson(token)); });
    QJsonObject result{{u"tokens"_s, list},
                       {u"total"_s, found.total},
                       {u"returned"_s, returned},
                       {u"unread"_s, QJsonArray::fromStringList(found.unread)}};
    if (found.withheld > 0) {
        result.insert("withheld"_L1,
                      u"%1 tokens are left out: they reach accounts that ALLOWED_ACCOUNT_IDS does not allow."_s.arg(
                          found.withheld));
    }
    if (returned < held)
        result.insert("more"_L1, wayToMore(held - returned));
    return result;
}

base::Async<QJsonObject> listTokens(tokens::TokenService *tokens, CallContext context, QJsonObject arguments)
{
    base::Result<tokens::ListRequest> request = listRequestFrom(arguments);
    if (!request)
        co_return base::fail(request.error());
    request->onPage = pageReports(context);
    const base::Result<tokens::ListOutcome> found = co_await tokens->list(*request, context.cancel);
    if (!found)
        co_return base::fail(found.error());
    warnOfUnread(context, found->unread);
    co_return listJson(*found, arguments);
}

base::Async<QJsonObject> getToken(tokens::TokenService *tokens, CallContext context, QJsonObject arguments)
{
    const base::Result<std::optional<model::Owner>> owner = ownerFrom(arguments);
    if (!owner)
        co_return base::fail(owner.error());
    const QString tokenId = arguments.value("tokenId"_L1).toString();
    const base::Result<model::Token> token = co_await tokens->get(*owner, tokenId, context.cancel);
    if (!token)
        co_return base::fail(token.error());
    QJsonObject result = tokenJson(*token);
    result.insert("access"_L1, accessJson(*tokens, token->policies));
    co_return result;
}

QJsonObject listInput()
{
    return objectSchema(
        {{u"type"_s, ownerTypeSchema(u"Whose tokens. Left out: the user's and every account's."_s)},
         {u"accountId"_s, ownerAccountSchema(u"The account whose tokens to list; see list_accounts."_s)},
         {u"page"_s, integerSchema({1, 100'000}, u"One page of that owner's list. Left out: all tokens."_s)},
         {u"perPage"_s,
          integerSchema({1, 100'000}, u"Tokens per page, 5 to 50 (else the nearest); goes with page. Default 50."_s)},
         {u"limit"_s, integerSchema(kLimit, u"How many to show at most, without page. Default 500."_s)},
         {u"status"_s, choiceSchema(tokens::statusWords(), u"Only tokens in this state."_s)},
         {u"expiresWithin"_s, textSchema(kLifetime, u"Only tokens that end within this time, e.g. 30d."_s)},
         {u"unusedFor"_s, textSchema(kLifetime, u"Only tokens not used for this long (or ever), e.g. 90d."_s)},
         {u"nameContains"_s, textSchema({1, 120}, u"Only tokens with this in their name, in any case."_s)}});
}

/** Cloudflare may add members at any time, so the schema is open. */
QJsonObject tokenProperties()
{
    return {{u"id"_s, textSchema(u"The token's id (not its secret)."_s)},
            {u"name"_s, textSchema(u"Its name."_s)},
            {u"status"_s, textSchema(u"active, disabled, expired, …"_s)},
            {u"owner"_s, ownerResultSchema()}};
}

QStringList tokenMembers()
{
    return {u"id"_s, u"name"_s, u"status"_s, u"owner"_s};
}

QJsonObject listOutput()
{
    const QJsonObject token = openObjectSchema(tokenProperties(), tokenMembers());
    return objectSchema(
        {{u"tokens"_s, listSchema(token, u"Tokens with Cloudflare's own members: policies, expires_on, …"_s)},
         {u"total"_s, countSchema(u"How many there are over all pages."_s)},
         {u"returned"_s, countSchema(u"How many are in this answer."_s)},
         {u"unread"_s, listSchema(textSchema(u"Whose, and why."_s), u"Lists that could not be read."_s)},
         {u"withheld"_s, textSchema(u"How many were left out, and why."_s)},
         {u"more"_s, textSchema(u"How to see those that are not shown."_s)}},
        {u"tokens"_s, u"total"_s, u"returned"_s, u"unread"_s});
}

QJsonObject getInput()
{
    return objectSchema(
        {{u"tokenId"_s, textSchema(kCloudflareId, u"The token's id; see list_tokens."_s)},
         {u"type"_s, ownerTypeSchema(u"Whose token. Default: as the bootstrap token."_s)},
         {u"accountId"_s, ownerAccountSchema(u"The account of an account's token; see list_accounts."_s)}},
        {u"tokenId"_s});
}

QJsonObject getOutput()
{
    QJsonObject properties = tokenProperties();
    properties.insert("access"_L1, listSchema(textSchema(u"One sentence."_s), u"What it may do, in plain words."_s));
    return openObjectSchema(properties, tokenMembers() + QStringList{u"access"_s});
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
        .handler = [&tokens](const CallContext &context,
                             const QJsonObject &arguments) { return listTokens(&tokens, context, arguments); },
    };
}

Tool getTokenTool(tokens::TokenService &tokens)
{
    return {
        .name = u"get_token"_s,
        .title = u"Get a token"_s,
        .description = u"Shows one API token: what it may do, its limits and its last use. Never its secret."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsCloudflare(),
        .inputSchema = getInput(),
        .outputSchema = getOutput(),
        .handler = [&tokens](const CallContext &context,
                             const QJsonObject &arguments) { return getToken(&tokens, context, arguments); },
    };
}

} // namespace tokensmith::mcp
