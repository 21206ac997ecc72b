// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/jsonrpc.h"
#include "core/mcp/streamchannel.h"

#include <QJsonObject>

#include <optional>

namespace tokensmith::mcp {

/** What a request of revision 2026-07-28 says of itself in `params._meta`. Nothing is known from earlier ones. */
struct Envelope
{
    QString version;
    QJsonObject capabilities;              ///< of the client, for this request
    std::optional<LogLevel> logLevel = {}; ///< none: no log messages wanted
};

/** Errors: InvalidParams with HTTP 400 that names the member which is missing or malformed. */
[[nodiscard]] tl::expected<Envelope, RpcError> readEnvelope(const QJsonValue &params);

} // namespace tokensmith::mcp
