// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <array>

namespace tokensmith::http {

enum class Route { Mcp, Health, Templates };

/** A route's path and what may be done with it. */
struct RouteRow
{
    Route route;
    QByteArrayView path;
    std::array<QByteArrayView, 2> methods;
    QByteArrayView allow; ///< the same, for the Allow header
};

/** The route with that path, or null. */
[[nodiscard]] const RouteRow *findRoute(QByteArrayView path);
/** True if `method` is one of the route's. */
[[nodiscard]] bool allows(const RouteRow &route, QByteArrayView method);

/** True for the paths where clients look for OAuth after a 401; what we say there is shown to people. */
[[nodiscard]] bool isOAuthProbe(QByteArrayView path);
[[nodiscard]] HttpReply oauthProbeReply();

/** A refusal in one sentence, in the form that the clients of `path` read. `code` is JSON-RPC's. */
[[nodiscard]] HttpReply refusal(QByteArrayView path, int status, const QString &sentence, int code = -32000);
/** The same, with our standing sentence for that status. */
[[nodiscard]] HttpReply refusal(QByteArrayView path, int status);

/** The reply with the headers that every answer of the endpoint has. */
[[nodiscard]] HttpReply withCommonHeaders(HttpReply reply, const QByteArray &correlationId);
/** What begins an answer of events: the same, and nothing on the way may hold it back. */
[[nodiscard]] HttpReply eventStreamHead(const QByteArray &correlationId);

} // namespace tokensmith::http
