// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/clients/connect/entry.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace tokensmith::clients::connect {

/** What a TOML text means, as far as it concerns us. */
struct TomlMeaning
{
    QByteArray rest = {};                  ///< all but our entry, in one normal form
    std::optional<QJsonObject> entry = {}; ///< our entry: its strings, numbers, switches and tables
};

/** Errors: ProtocolError with a sentence that starts in lower case and names the line. */
[[nodiscard]] base::Result<TomlMeaning> tomlMeaning(const QByteArray &text, const EntryPath &path);

/** Whole lines of a text: a table header and what belongs to it, up to the last line that is no comment. */
struct TomlBlock
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/** The blocks whose header names our entry or a table below it. `text` is valid TOML. */
[[nodiscard]] std::vector<TomlBlock> tomlBlocks(const QByteArray &text, const EntryPath &path);

} // namespace tokensmith::clients::connect
