// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QUrlQuery>

#include <optional>
#include <tl/expected.hpp>

namespace tokensmith::sandbox {

/** A refusal as Cloudflare words it. `status` is HTTP's, `code` Cloudflare's own. */
struct ApiError
{
    int status = 400;
    int code = 1001;
    QString message;
    QString pointer = {};                           ///< JSON pointer to the member at fault
    std::optional<std::pair<int, QString>> cause{}; ///< the one link of an error_chain
};

struct PageInfo
{
    qsizetype page = 1;
    qsizetype perPage = 20;
    qsizetype count = 0;
    qsizetype total = 0;
};

/** What an endpoint answers; the envelope is put around it later. */
struct ApiAnswer
{
    QJsonValue result;
    QJsonArray messages = {};
    std::optional<PageInfo> page = {};
};

template <typename T>
using Checked = tl::expected<T, ApiError>;
using ApiResult = Checked<ApiAnswer>;

/** The refusals that several endpoints share. */
enum class Refusal {
    MalformedAuthorization,
    NoCredential,
    UnknownKey,
    InvalidToken,       ///< at verify
    InvalidAccessToken, ///< everywhere else
    Unauthorized,
    AuthenticationError,
    UserEndpoint, ///< an account-owned token at an endpoint about the user
    SubToken,
    TokenNotFound,
    NoRoute,
    MethodNotAllowed,
    MalformedJson,
    Throttled,
};
[[nodiscard]] ApiError refusal(Refusal kind);

/** A 400 with code 1001 about one member of the body. */
[[nodiscard]] ApiError invalid(const QString &message, const QString &pointer = {});

[[nodiscard]] http::HttpReply toReply(const ApiResult &result);

/** The `page` and `per_page` of a query; refused where Cloudflare does (5 to 50 per page). */
[[nodiscard]] Checked<PageInfo> pageOf(const QUrlQuery &query);

/** One page of a list, each item written by `write`. */
template <typename List, typename Write>
[[nodiscard]] ApiAnswer onePage(const List &items, PageInfo page, Write write)
{
    const qsizetype total = items.size();
    const qsizetype first = std::min((page.page - 1) * page.perPage, total);
    const qsizetype end = std::min(first + page.perPage, total);
    QJsonArray result;
    for (qsizetype i = first; i < end; ++i)
        result.append(write(items.at(i)));
    page.count = end - first;
    page.total = total;
    return {.result = result, .page = page};
}

} // namespace tokensmith::sandbox
