// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/activity.h"

#include <QHash>

#include <deque>

namespace tokensmith::audit {

/**
 * Reads both logs from the newest back and puts together what belongs together. Each next() reads a slice, some
 * milliseconds long, so that whoever wants all of it takes turns. What is added after the reader was made is not read.
 */
class ActivityReader
{
public:
    struct Range
    {
        QDateTime since = {}; ///< invalid: from the beginning
        qint64 lastEntry = 0; ///< the newest entry to read
        qint64 lastCall = 0;  ///< the newest call
    };

    /** Both outlive it. */
    ActivityReader(const AuditLog &log, const CallLog &calls, Range range);

    /** The next ones, newest first; may be none without being at the end. Errors: why a log can't be read. */
    [[nodiscard]] base::Result<std::vector<Activity>> next();

    [[nodiscard]] bool isAtEnd() const { return m_entriesOver && m_callsOver && m_open.empty() && !hasRows(); }

    static constexpr int kSlice = 200;                ///< rows
    static constexpr std::chrono::minutes kApart{15}; ///< entries of one call are not further apart

private:
    [[nodiscard]] base::Result<base::Done> fill();
    [[nodiscard]] bool hasRows() const { return !m_entries.empty() || !m_calls.empty(); }
    [[nodiscard]] QDateTime takeOne();
    [[nodiscard]] Activity &groupFor(const QString &key);

    const AuditLog &m_log;
    const CallLog &m_callLog;
    Range m_range;
    std::deque<NumberedEntry> m_entries; // read, not yet put anywhere
    std::deque<CallRow> m_calls;
    bool m_entriesOver = false;
    bool m_callsOver = false;
    std::deque<Activity> m_open;    // may get more
    qint64 m_given = 0;             // how many have left m_open at the front
    QHash<QString, qint64> m_place; // in m_open, counted with those given
};

} // namespace tokensmith::audit
