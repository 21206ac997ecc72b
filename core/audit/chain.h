// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tokensmith::audit {

/** What comes before the first entry: 32 zero bytes. */
[[nodiscard]] QByteArray chainStart();

/** SHA-256 over the hash before and the entry's bytes as they are stored. */
[[nodiscard]] QByteArray link(const QByteArray &before, const QByteArray &entry);

} // namespace tokensmith::audit
