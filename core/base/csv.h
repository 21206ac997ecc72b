// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace tokensmith::base {

/**
 * One line of a CSV file (RFC 4180, UTF-8, CR LF). A text that a spreadsheet would take for a formula, which may do
 * more than show itself, gets a ' in front.
 */
[[nodiscard]] QByteArray csvLine(const QStringList &texts);

} // namespace tokensmith::base
