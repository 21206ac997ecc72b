// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace tokensmith::base {

/** The time of day, behind an interface so that tests can set it. */
class Clock
{
public:
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    /** Now, in UTC. */
    [[nodiscard]] virtual QDateTime now() const = 0;

protected:
    Clock() = default;
};

/** The machine's clock. */
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
};

} // namespace tokensmith::base
