// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tokensmith::mcp {

/**
 * The candidate most likely meant by `word`: equal but for case, or at most a third of the letters wrong (insertions,
 * deletions and replacements count). Empty where none is near.
 */
[[nodiscard]] QString nearest(const QString &word, const QStringList &candidates);

} // namespace tokensmith::mcp
