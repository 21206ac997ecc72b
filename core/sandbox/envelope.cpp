// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/envelope.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

struct RefusalRow
{
    Refusal kind;
    int status;
    int code;
    QLatin1StringView message;
};
constexpr auto kRefusals = std::to_array<RefusalRow>({
    {Refusal::MalformedAuthorization, 400, 6003, "Invalid request headers"_L1},
    {Refusal::NoCredential, 400, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers"_L1},
    {Refusal::UnknownKey, 403, 9103, "Unknown X-Auth-Key or X-Auth-Email"_L1},
    {Refusal::InvalidToken, 401, 1000, "Invalid API Token"_L1},
    {Refusal::InvalidAccessToken, 403, 9109, "Invalid access token"_L1},
    {Refusal::Unauthorized, 403, 9109, "Unauthorized to access requested resource"_L1},
    {Refusal::AuthenticationError, 403, 10000, "Authentication error"_L1},
    {Refusal::UserEndpoint, 400, 9106, "Authentication failed (status: 400)"_L1},
    {Refusal::SubToken, 400, 1001, "sub-token is not allowed to have permissions to manage other tokens"_L1},
    {Refusal::TokenNotFound, 404, 1003, "token not found"_L1},
    {Refusal::NoRoute, 404, 7000, "No route for that URI"_L1},
    {Refusal::MethodNotAllowed, 405, 7001, "Method not available for that URI."_L1},
    {Refusal::MalformedJson, 400, 6007, "Malformed JSON in request body"_L1},
    {Refusal::Throttled, 429, 971, "Please wait and consider throttling your request speed"_L1},
});

QJsonObject toJson(const ApiError &error)
{
    QJsonObject json{{u"code"_s, error.code}, {u"message"_s, error.message}};
    if (!error.pointer.isEmpty())
        json.insert(u"source"_s, QJsonObject{{u"pointer"_s, error.pointer}});
    if (error.cause)
        json.insert(u"error_chain"_s,
                    QJsonArray{QJsonObject{{u"code"_s, error.cause->first}, {u"message"_s, error.cause->second}}});
    return json;
}

QJsonObject toJson(const PageInfo &page)
{
    return {{u"page"_s, page.page},
            {u"per_page"_s, page.perPage},
            {u"count"_s, page.count},
            {u"total_count"_s, page.total},
            {u"total_pages"_s, (page.total + page.perPage - 1) / page.perPage}};
}

http::HttpReply jsonReply(int status, const QJsonObject &json)
{
    return {.status = status,
            .contentType = "application/json",
            .body = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

struct NumberRule
{
    QLatin1StringView name;
    qsizetype least;
    qsizetype most;
    qsizetype absent;
};

Checked<qsizetype> number(const QUrlQuery &query, const NumberRule &rule)
{
    if (!query.hasQueryItem(rule.name))
        return rule.absent;
    bool isNumber = false;
    const qlonglong value = query.queryItemValue(rule.name).toLongLong(&isNumber);
    if (!isNumber || value < rule.least || value > rule.most)
        return tl::unexpected(
            invalid(u"%1 must be a number from %2 to %3"_s.arg(rule.name).arg(rule.least).arg(rule.most)));
    return qsizetype(value);
}

} // namespace

ApiError refusal(Refusal kind)
{
    const auto row =
        std::find_if(kRefusals.begin(), kRefusals.end(), [&](const RefusalRow &r) { return r.kind == kind; });
    Q_ASSERT(row != kRefusals.end());
    ApiError error{.status = row->status, .code = row->code, .message = row->message};
    if (kind == Refusal::MalformedAuthorization)
        error.cause = {6111, u"Invalid format for Authorization header"_s};
    return error;
}

ApiError invalid(const QString &message, const QString &pointer)
{
    return {.status = 400, .code = 1001, .message = message, .pointer = pointer};
}

http::HttpReply toReply(const ApiResult &result)
{
    if (!result)
        return jsonReply(result.error().status, {{u"success"_s, false},
                                                 {u"errors"_s, QJsonArray{toJson(result.error())}},
                                                 {u"messages"_s, QJsonArray()},
                                                 {u"result"_s, QJsonValue()}});
    QJsonObject json{{u"success"_s, true},
                     {u"errors"_s, QJsonArray()},
                     {u"messages"_s, result->messages},
                     {u"result"_s, result->result}};
    if (result->page)
        json.insert(u"result_info"_s, toJson(*result->page));
    return jsonReply(200, json);
}

Checked<PageInfo> pageOf(const QUrlQuery &query)
{
    const auto page = number(query, {"page"_L1, 1, 1'000'000, 1});
    if (!page)
        return tl::unexpected(page.error());
    const auto perPage = number(query, {"per_page"_L1, 5, 50, 20});
    if (!perPage)
        return tl::unexpected(perPage.error());
    return PageInfo{.page = *page, .perPage = *perPage};
}

} // namespace tokensmith::sandbox
