// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/export/exporter.h"

namespace tokensmith::exports {

/** How a format writes a list: what stands around the tokens, and one of them. An empty item: the token is left out. */
struct Notation
{
    QByteArray (*open)(const Content &content);
    QByteArray (*item)(const model::Token &token, const Content &content);
    QByteArray between = {}; ///< two items
    QByteArray close = {};
};

[[nodiscard]] Notation csvNotation();
[[nodiscard]] Notation jsonNotation();
[[nodiscard]] Notation icsNotation();

/** The owner's name fit for one line, or the account's id. */
[[nodiscard]] QString ownerText(const model::Token &token, const Content &content);

/** "active", "not_yet_active", … at the time of the export. */
[[nodiscard]] QString statusText(const model::Token &token, const Content &content);

} // namespace tokensmith::exports
