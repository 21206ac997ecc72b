// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

namespace tokensmith::base {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace tokensmith::base
