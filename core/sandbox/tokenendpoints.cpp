// SPDX-License-Identifier: GPL-3.0-or-later
// /user/tokens and /accounts/{account_id}/tokens: the same operations for two kinds of owner.
#include "core/sandbox/apicall.h"
#include "core/sandbox/policycheck.h"
#include "core/sandbox/tokenjson.h"
#include "core/sandbox/tokenrequest.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

Checked<const SandboxToken *> tokenInPath(const ApiCall &call)
{
    const SandboxToken *token = call.world.token(call.ids.value(u"token_id"_s));
    if (token == nullptr || token->accountId != call.owner())
        return tl::unexpected(refusal(Refusal::TokenNotFound));
    return token;
}

std::optional<ApiError> wrongTimes(const SandboxWorld &world, const TokenDraft &draft, const SandboxToken *existing)
{
    const bool keepsExpiry = existing != nullptr && existing->expiresOn == draft.expiresOn;
    if (draft.expiresOn.isValid() && draft.expiresOn <= world.now() && !keepsExpiry)
        return invalid(u"expires_on must be in the future"_s, u"/expires_on"_s);
    if (draft.expiresOn.isValid() && draft.notBefore.isValid() && draft.expiresOn <= draft.notBefore)
        return invalid(u"expires_on must be after not_before"_s, u"/expires_on"_s);
    return std::nullopt;
}

Checked<TokenDraft> acceptedDraft(const ApiCall &call, const SandboxToken *existing)
{
    auto draft = parseTokenDraft(call.body, call.world.groups());
    if (!draft)
        return draft;
    if (auto error = wrongTimes(call.world, *draft, existing))
        return tl::unexpected(*error);
    const PolicyRequest request{
        .creator = *call.caller, .existing = existing, .owner = call.owner(), .policies = draft->policies};
    if (auto error = refusedPolicies(call.world, request))
        return tl::unexpected(*error);
    return draft;
}

ApiResult listTokens(const ApiCall &call)
{
    const auto page = pageOf(call.query);
    if (!page)
        return tl::unexpected(page.error());
    const bool withExpired = call.query.queryItemValue(u"include_expired"_s) == "true"_L1;
    const auto &tokens = call.world.tokensOf(call.owner(), withExpired ? SandboxWorld::Listing::WithExpired
                                                                       : SandboxWorld::Listing::Current);
    const bool newestFirst = call.query.queryItemValue(u"direction"_s) == "desc"_L1;
    struct View
    {
        const QList<const SandboxToken *> &tokens;
        bool newestFirst;
        [[nodiscard]] qsizetype size() const { return tokens.size(); }
        [[nodiscard]] const SandboxToken &at(qsizetype i) const
        {
            return *tokens.at(newestFirst ? tokens.size() - 1 - i : i);
        }
    };
    return onePage(View{tokens, newestFirst}, *page,
                   [&](const SandboxToken &token) { return tokenJson(call.world, token); });
}

ApiResult createToken(const ApiCall &call)
{
    auto draft = acceptedDraft(call, nullptr);
    if (!draft)
        return tl::unexpected(draft.error());
    const qsizetype quota = call.world.quota(call.owner());
    if (call.world.tokensOf(call.owner(), SandboxWorld::Listing::WithExpired).size() >= quota)
        return tl::unexpected(invalid(u"maximum number of tokens reached: %1"_s.arg(quota)));
    const SandboxToken &made = call.world.create(call.owner(), *std::move(draft));
    QJsonObject json = tokenJson(call.world, made);
    json.insert(u"value"_s, QString::fromLatin1(made.secret));
    return ApiAnswer{.result = json};
}

ApiResult tokenDetails(const ApiCall &call)
{
    const auto token = tokenInPath(call);
    if (!token)
        return tl::unexpected(token.error());
    return ApiAnswer{.result = tokenJson(call.world, **token)};
}

ApiResult updateToken(const ApiCall &call)
{
    const auto token = tokenInPath(call);
    if (!token)
        return tl::unexpected(token.error());
    if ((*token)->state == TokenState::Exposed)
        return tl::unexpected(invalid(u"a revoked token can't be changed"_s));
    auto draft = acceptedDraft(call, *token);
    if (!draft)
        return tl::unexpected(draft.error());
    return ApiAnswer{.result = tokenJson(call.world, *call.world.replace((*token)->id, *std::move(draft)))};
}

ApiResult deleteToken(const ApiCall &call)
{
    const auto token = tokenInPath(call);
    if (!token)
        return tl::unexpected(token.error());
    const QString id = (*token)->id;
    call.world.remove(id);
    return ApiAnswer{.result = QJsonObject{{u"id"_s, id}}};
}

ApiResult rollToken(const ApiCall &call)
{
    const auto token = tokenInPath(call);
    if (!token)
        return tl::unexpected(token.error());
    return ApiAnswer{.result = QString::fromLatin1(call.world.roll((*token)->id)->secret)};
}

ApiResult verifyToken(const ApiCall &call)
{
    QJsonObject json{{u"id"_s, call.caller->id}, {u"status"_s, statusWord(*call.caller, call.world.now())}};
    if (call.caller->notBefore.isValid())
        json.insert(u"not_before"_s, timeJson(call.caller->notBefore));
    if (call.caller->expiresOn.isValid())
        json.insert(u"expires_on"_s, timeJson(call.caller->expiresOn));
    const QJsonObject message{
        {u"code"_s, 10000}, {u"message"_s, u"This API Token is valid and active"_s}, {u"type"_s, QJsonValue()}};
    return ApiAnswer{.result = json, .messages = {message}};
}

QJsonObject groupJson(const PermissionGroup &group)
{
    return {{u"id"_s, group.id},
            {u"name"_s, group.name},
            {u"description"_s, group.description()},
            {u"scopes"_s, QJsonArray{scopeName(group.scope)}},
            {u"category"_s, group.category},
            {u"is_selectable"_s, !group.managesTokens()}};
}

// All on one page, whatever is asked for. Groups about the user are not for account-owned tokens.
ApiResult permissionGroups(const ApiCall &call)
{
    const auto wanted = [&](const QString &key, const QString &value) {
        return !call.query.hasQueryItem(key) || call.query.queryItemValue(key, QUrl::FullyDecoded) == value;
    };
    QJsonArray groups;
    for (const PermissionGroup &group : call.world.groups().all()) {
        const bool offered = call.owner().isEmpty() || group.scope != Scope::User;
        if (offered && wanted(u"name"_s, group.name) && wanted(u"scope"_s, scopeName(group.scope)))
            groups.append(groupJson(group));
    }
    return ApiAnswer{.result = groups};
}

constexpr auto kRoutes = std::to_array<Route>({
    {"GET"_L1, "/user/tokens"_L1, Right::ReadTokens, listTokens},
    {"POST"_L1, "/user/tokens"_L1, Right::WriteTokens, createToken},
    {"GET"_L1, "/user/tokens/verify"_L1, Right::Verify, verifyToken},
    {"GET"_L1, "/user/tokens/permission_groups"_L1, Right::ReadTokens, permissionGroups},
    {"GET"_L1, "/user/tokens/{token_id}"_L1, Right::ReadTokens, tokenDetails},
    {"PUT"_L1, "/user/tokens/{token_id}"_L1, Right::WriteTokens, updateToken},
    {"DELETE"_L1, "/user/tokens/{token_id}"_L1, Right::WriteTokens, deleteToken},
    {"PUT"_L1, "/user/tokens/{token_id}/value"_L1, Right::WriteTokens, rollToken},
    {"GET"_L1, "/accounts/{account_id}/tokens"_L1, Right::ReadTokens, listTokens},
    {"POST"_L1, "/accounts/{account_id}/tokens"_L1, Right::WriteTokens, createToken},
    {"GET"_L1, "/accounts/{account_id}/tokens/verify"_L1, Right::Verify, verifyToken},
    {"GET"_L1, "/accounts/{account_id}/tokens/permission_groups"_L1, Right::ReadTokens, permissionGroups},
    {"GET"_L1, "/accounts/{account_id}/tokens/{token_id}"_L1, Right::ReadTokens, tokenDetails},
    {"PUT"_L1, "/accounts/{account_id}/tokens/{token_id}"_L1, Right::WriteTokens, updateToken},
    {"DELETE"_L1, "/accounts/{account_id}/tokens/{token_id}"_L1, Right::WriteTokens, deleteToken},
    {"PUT"_L1, "/accounts/{account_id}/tokens/{token_id}/value"_L1, Right::WriteTokens, rollToken},
});

} // namespace

std::span<const Route> tokenRoutes()
{
    return kRoutes;
}

} // namespace tokensmith::sandbox
