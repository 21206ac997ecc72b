// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

namespace tokensmith::mcp {

/**
 * The arguments of a call as they may be shown and kept: members that the schema or their name calls secret, members
 * the schema does not know, and texts in the form of a secret are replaced by a word on them. For any arguments, valid
 * or not.
 */
[[nodiscard]] QJsonObject shownArguments(const Tool &tool, const QJsonObject &arguments);

/** A text that may have come from a client, or nothing of it where it has the form of a secret. */
[[nodiscard]] QString shownText(const QString &text);

} // namespace tokensmith::mcp
