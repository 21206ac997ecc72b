// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokensmith::base {

/**
 * Untrusted text made fit for one line of a label, a log or a message: control and format characters (also
 * bidirectional overrides) become spaces, runs of white space one, half a surrogate pair U+FFFD, and more than
 * `maxLength` characters are cut with an ellipsis. It stays plain text; who shows it must not treat it as markup.
 */
[[nodiscard]] QString plainLine(QStringView text, qsizetype maxLength = 500);

} // namespace tokensmith::base
