// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/clients/connect/clientformats.h"
#include "core/clients/connect/entry.h"

#include <optional>

namespace tokensmith::clients::connect {

/** What can be done with a text of one syntax. Each function's contract: jsonedit.h, tomledit.h, yamledit.h. */
struct SyntaxEditor
{
    base::Result<QByteArray> (*put)(const QByteArray &text, const EntryPath &path, const Entry &entry);
    base::Result<QByteArray> (*drop)(const QByteArray &text, const EntryPath &path);
    base::Result<std::optional<QJsonObject>> (*find)(const QByteArray &text, const EntryPath &path);
};

[[nodiscard]] SyntaxEditor editorFor(Syntax syntax);

} // namespace tokensmith::clients::connect
