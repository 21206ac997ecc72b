// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/ratelimiter.h"
#include "core/sandbox/routetable.h"

#include <QMap>

namespace tokensmith::sandbox {

/** Everything below /client/v4: route, authenticate, count against the budget, check the right, call the endpoint. */
class SandboxApi
{
public:
    /** At most `requestsPerWindow` requests per token in five minutes. */
    SandboxApi(SandboxWorld world, qsizetype requestsPerWindow);

    [[nodiscard]] SandboxWorld &world() { return m_world; }

    /** `path` is the request's, without /client/v4. Every answer carries a cf-ray. */
    [[nodiscard]] http::HttpReply answer(const http::HttpRequest &request, const QString &path);

    /** "GET /user/tokens/{token_id}", or "GET (no route)". */
    [[nodiscard]] QString routeName(const QByteArray &method, const QString &path) const;

    /** A fresh value for the cf-ray header. */
    [[nodiscard]] QByteArray newRay();

private:
    /** The caller as far as it is known: a token, nobody (an open endpoint), or a refusal. */
    using Caller = Checked<const SandboxToken *>;

    [[nodiscard]] Caller identify(const http::HttpRequest &request, Right right) const;
    [[nodiscard]] ApiResult run(const http::HttpRequest &request, const RouteTable::Match &match, const Caller &caller);

    SandboxWorld m_world;
    RateLimiter m_limiter;
    RouteTable m_routes;
};

} // namespace tokensmith::sandbox
