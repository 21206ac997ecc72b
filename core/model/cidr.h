// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace tokensmith::model {

/**
 * An IPv4 or IPv6 address or range in CIDR form, made canonical: a bare address gets /32 or /128, host bits are
 * cleared, IPv6 is compressed and in lower case. Errors: InvalidArgument naming the text; `field` is left to the
 * caller.
 */
[[nodiscard]] base::Result<QString> canonicalCidr(QStringView text);

/** canonicalCidr over a list; the error names `field` and the entry's index ("ipAllow[2]"). Duplicates are dropped. */
[[nodiscard]] base::Result<QStringList> canonicalCidrs(const QStringList &texts, const QString &field);

} // namespace tokensmith::model
