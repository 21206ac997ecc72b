// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/clients/connect/entry.h"

#include <optional>

namespace tokensmith::clients::connect {

/**
 * Our entry in a YAML file: a mapping below `container`, in block style. A new one goes first there; every line
 * that isn't in it stays as it is. Before an edit is handed out it is parsed again: all but our entry must be equal.
 *
 * Errors: ProtocolError with the reason, starting in lower case, where the file isn't YAML or
 * uses several documents, flow style or an alias where our entry goes.
 */
namespace yaml {

/** `text` with our entry set to `entry`; unchanged where it says that already. */
[[nodiscard]] base::Result<QByteArray> put(const QByteArray &text, const EntryPath &path, const Entry &entry);
/** `text` without our entry. */
[[nodiscard]] base::Result<QByteArray> drop(const QByteArray &text, const EntryPath &path);
/** What our entry says now, or nothing where there is none. */
[[nodiscard]] base::Result<std::optional<QJsonObject>> find(const QByteArray &text, const EntryPath &path);

} // namespace yaml

} // namespace tokensmith::clients::connect
