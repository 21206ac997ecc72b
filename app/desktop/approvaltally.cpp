// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/approvaltally.h"

#include <algorithm>
#include <limits>

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kPause = 300ms;
constexpr auto kOperation = "approval of "_L1; // as auditing.cpp writes it

} // namespace

ApprovalTally::ApprovalTally(const audit::AuditLog &log, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_clock(clock)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&log, &audit::AuditLog::added, &m_pause, [this] {
        if (!m_pause.isActive())
            m_pause.start();
    });
    connect(&m_pause, &QTimer::timeout, this, [this] {
        const ui::ApprovalCounts before = m_counts;
        if (today() != before)
            Q_EMIT changed();
    });
}

ui::ApprovalCounts ApprovalTally::today()
{
    const QDate day = m_clock.now().toLocalTime().date();
    if (std::exchange(m_day, day) != day)
        m_counts = {};
    countNew();
    return m_counts;
}

void ApprovalTally::countNew()
{
    qint64 cursor = std::numeric_limits<qint64>::max();
    const qint64 known = m_last;
    while (true) {
        const auto entries = m_log.before(cursor, audit::AuditLog::kSlice);
        if (!entries || entries->empty())
            return;
        for (const audit::NumberedEntry &one : *entries) {
            if (one.number <= known || one.entry.time.toLocalTime().date() < m_day)
                return;
            m_last = std::max(m_last, one.number);
            count(one.entry);
        }
        cursor = entries->back().number;
    }
}

void ApprovalTally::count(const audit::Entry &entry)
{
    if (!entry.operation.startsWith(kOperation))
        return;
    switch (entry.outcome) {
    case audit::Entry::Outcome::Done:
        ++m_counts.approved;
        return;
    case audit::Entry::Outcome::Failed:
        ++m_counts.denied;
        return;
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::app
