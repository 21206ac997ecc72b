// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tokensmith::catalog {

/**
 * Up to `most` candidates that look like `word`, the likest first, each once; for "did you mean", never for choosing.
 * Likeness is the share of letter pairs in common, so words may be missing, extra or misspelt.
 */
[[nodiscard]] QStringList mostSimilar(const QString &word, const QStringList &candidates, qsizetype most);

} // namespace tokensmith::catalog
