// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/connect/entry.h"

#include <QByteArray>

namespace tokensmith::clients::connect {

/** How a file looks: what an insertion follows. */
struct JsonStyle
{
    enum class Lines { Many, One };

    Lines lines = Lines::Many;
    QByteArray newline = "\n";
    QByteArray indent = "  "; ///< of one level
};

/** The scalar as JSON. */
[[nodiscard]] QByteArray scalarJson(const QJsonValue &value);

/** `entry` as a JSON object whose first line is already indented and whose others start with `indent`. */
[[nodiscard]] QByteArray entryJson(const Entry &entry, const QByteArray &indent, const JsonStyle &style);

/** `"name": value`. */
[[nodiscard]] QByteArray memberJson(const QString &name, const QByteArray &value, const JsonStyle &style);

} // namespace tokensmith::clients::connect
