// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace tokensmith::test {

/** A clock that stands still until the test moves it. */
class FakeClock final : public base::Clock
{
public:
    explicit FakeClock(const QDateTime &now)
        : m_now(now.toUTC())
    {
    }

    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(std::chrono::seconds by) { m_now = m_now.addSecs(by.count()); }
    void set(const QDateTime &now) { m_now = now.toUTC(); }

private:
    QDateTime m_now;
};

} // namespace tokensmith::test
