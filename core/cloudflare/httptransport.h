// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <utility>

namespace tokensmith::cloudflare {

/** One request to Cloudflare. */
struct HttpCall
{
    enum class Method { Get, Post, Put, Delete };

    Method method = Method::Get;
    QUrl url = {};
    base::Secret bearer = {}; ///< sent as Authorization: Bearer; empty: no such header
    QByteArray body = {};     ///< JSON; empty: no body
    base::CancelToken cancel = {};
};

/** One answer of any status: an HTTP error status is not a transport error. */
struct HttpAnswer
{
    int status = 0;
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};

    /** First header of that name (case-insensitive), or a null array. */
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/**
 * Carries one call, once: no redirects, no repeats. Repeating is the ApiClient's decision.
 *
 * Errors: Unavailable (never reached the other side), Timeout or Unavailable for a GET whose answer was lost,
 * OutcomeUnknown for any other method whose answer was lost, Cancelled, ProtocolError (a redirect).
 */
class HttpTransport
{
public:
    virtual ~HttpTransport() = default;
    HttpTransport(const HttpTransport &) = delete;
    HttpTransport &operator=(const HttpTransport &) = delete;

    [[nodiscard]] virtual base::Async<HttpAnswer> send(HttpCall call) = 0;

protected:
    HttpTransport() = default;
};

} // namespace tokensmith::cloudflare
