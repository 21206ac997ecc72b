// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/clients/connect/entry.h"

#include <optional>

namespace tokensmith::clients::connect {

/**
 * Our entry in a JSON file, with or without comments. Every byte that isn't ours stays as it is; indentation, line ends
 * and trailing commas follow the file. Before an edit is handed out it is parsed again: all but our entry must be
 * equal.
 *
 * Errors: ProtocolError with the reason, starting in lower case, where the file isn't JSON or not of the form expected.
 */
namespace json {

/** `text` with our entry set to `entry`; unchanged where it says that already. Blank text is an empty file. */
[[nodiscard]] base::Result<QByteArray> put(const QByteArray &text, const EntryPath &path, const Entry &entry);
/** `text` without our entry. */
[[nodiscard]] base::Result<QByteArray> drop(const QByteArray &text, const EntryPath &path);
/** What our entry says now, or nothing where there is none. */
[[nodiscard]] base::Result<std::optional<QJsonObject>> find(const QByteArray &text, const EntryPath &path);

} // namespace json

} // namespace tokensmith::clients::connect
