// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

/**
 * Headers that repeat a request's body, so that what stands in between can route without reading it (revision
 * 2026-07-28, "Streamable HTTP", Request Metadata). A header that is missing or says something else is HeaderMismatch,
 * HTTP 400. Values may come as `=?base64?…?=`; names are case-insensitive, values are not.
 */
namespace tokensmith::mcp {

/** A parameter of a tool that goes into a header as well: `x-mcp-header` in its schema. */
struct MirroredParameter
{
    QStringList path;  ///< of member names, from the arguments down
    QByteArray header; ///< "Mcp-Param-…"
};

/** Those of an `inputSchema`. */
[[nodiscard]] std::vector<MirroredParameter> mirroredParameters(const QJsonObject &schema);

/** MCP-Protocol-Version against what the body's `_meta` says. */
[[nodiscard]] std::optional<RpcError> checkVersionHeader(const Call &call, const QString &version);

/** Mcp-Method against the body's method. */
[[nodiscard]] std::optional<RpcError> checkMethodHeader(const Call &call, const QString &method);

/** Mcp-Name against the parameter of that name; one that is no string is not repeated. */
[[nodiscard]] std::optional<RpcError> checkNameHeader(const Call &call, const QJsonValue &name);

/** The Mcp-Param headers of one tool against its arguments. */
[[nodiscard]] std::optional<RpcError>
checkParameterHeaders(const Call &call, const std::vector<MirroredParameter> &parameters, const QJsonObject &arguments);

} // namespace tokensmith::mcp
