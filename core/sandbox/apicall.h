// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/envelope.h"
#include "core/sandbox/rights.h"

#include <QHostAddress>

#include <span>

namespace tokensmith::sandbox {

/** One authenticated, routed request, as an endpoint sees it. Valid for the call only. */
struct ApiCall
{
    SandboxWorld &world;
    const SandboxToken *caller = nullptr; ///< nullptr where the endpoint asks for none; gone once it deletes itself
    QHash<QString, QString> ids = {};     ///< by the name between the braces of the route's path
    QUrlQuery query = {};
    QByteArray body = {};

    /** The account in the path, or an empty string: the user. */
    [[nodiscard]] QString owner() const { return ids.value(QStringLiteral("account_id")); }
};

using ApiHandler = ApiResult (*)(const ApiCall &);

/** One operation. Routes with fixed segments come before those with a `{name}` in the same place. */
struct Route
{
    QLatin1StringView method;
    QLatin1StringView path; ///< below /client/v4
    Right right;
    ApiHandler handler;
};

// One table per endpoint group; the router joins them.
[[nodiscard]] std::span<const Route> tokenRoutes();
[[nodiscard]] std::span<const Route> accountRoutes();
[[nodiscard]] std::span<const Route> zoneRoutes();

} // namespace tokensmith::sandbox
