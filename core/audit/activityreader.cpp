// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/activityreader.h"

namespace tokensmith::audit {

namespace {

constexpr std::size_t kMostOpen = 1000; // then the first ones get no more

} // namespace

ActivityReader::ActivityReader(const AuditLog &log, const CallLog &calls, Range range)
    : m_log(log)
    , m_callLog(calls)
    , m_range(std::move(range))
{
}

base::Result<base::Done> ActivityReader::fill()
{
    if (m_entries.empty() && !m_entriesOver) {
        base::Result<std::vector<NumberedEntry>> rows = m_log.before(m_range.lastEntry + 1, kSlice);
        if (!rows)
            return base::fail(std::move(rows.error()));
        m_entriesOver = rows->size() < kSlice;
        for (NumberedEntry &row : *rows) {
            m_range.lastEntry = row.number - 1;
            if (!m_range.since.isValid() || row.entry.time >= m_range.since)
                m_entries.push_back(std::move(row));
        }
        // One older entry may only mean that the clock was wrong.
        m_entriesOver = m_entriesOver || m_entries.empty();
    }
    if (m_calls.empty() && !m_callsOver) {
        base::Result<std::vector<CallRow>> rows =
            m_callLog.before(m_range.lastCall + 1, kSlice, {.since = m_range.since});
        if (!rows)
            return base::fail(std::move(rows.error()));
        m_callsOver = rows->size() < kSlice;
        for (CallRow &row : *rows) {
            m_range.lastCall = row.id - 1;
            m_calls.push_back(std::move(row));
        }
    }
    return base::Done{};
}

Activity &ActivityReader::groupFor(const QString &key)
{
    const auto at = m_place.constFind(key);
    if (at != m_place.constEnd() && *at >= m_given)
        return m_open[static_cast<std::size_t>(*at - m_given)];
    m_place.insert(key, m_given + static_cast<qint64>(m_open.size()));
    m_open.push_back({.key = key});
    return m_open.back();
}

/** Puts the newer one of the two next rows where it belongs; returns its time. */
QDateTime ActivityReader::takeOne()
{
    const bool isCall =
        !m_calls.empty() && (m_entries.empty() || m_calls.front().ended >= m_entries.front().entry.time);
    if (isCall) {
        CallRow row = std::move(m_calls.front());
        m_calls.pop_front();
        QDateTime time = row.ended;
        const QString key = keyOf(row);
        if (groupFor(key).call) { // its client used the id twice
            m_place.remove(key);
            groupFor(key).key += u'\n' + QString::number(row.id);
        }
        groupFor(key).call = std::move(row);
        return time;
    }
    NumberedEntry row = std::move(m_entries.front());
    m_entries.pop_front();
    QDateTime time = row.entry.time;
    groupFor(keyOf(row)).entries.push_back(std::move(row));
    return time;
}

base::Result<std::vector<Activity>> ActivityReader::next()
{
    QDateTime oldest;
    for (int i = 0; i < kSlice; ++i) {
        const base::Result<base::Done> filled = fill();
        if (!filled)
            return base::fail(filled.error());
        if (!hasRows())
            break;
        oldest = takeOne();
    }
    std::vector<Activity> settled;
    const bool isLast = !hasRows() && m_entriesOver && m_callsOver;
    while (!m_open.empty()
           && (isLast || m_open.size() > kMostOpen
               || (oldest.isValid() && timeOf(m_open.front()) > oldest.addDuration(kApart)))) {
        // A second one of the same key may already have its place.
        const auto place = m_place.constFind(m_open.front().key);
        if (place != m_place.constEnd() && *place == m_given)
            m_place.erase(place);
        settled.push_back(std::move(m_open.front()));
        m_open.pop_front();
        ++m_given;
    }
    return settled;
}

} // namespace tokensmith::audit
