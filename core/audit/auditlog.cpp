// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditlog.h"

#include "core/audit/chain.h"
#include "core/base/logging.h"

#include <QCoroTimer>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace tokensmith::audit {

using namespace Qt::StringLiterals;
using base::Error;
using store::AuditHead;
using store::AuditRow;

namespace {

Error noDatabase()
{
    return {.code = Error::Code::Unavailable, .message = u"There is no database for the audit log."_s};
}

Error cancelled()
{
    return {.code = Error::Code::Cancelled, .message = u"Stopped."_s};
}

using Fault = ChainReport::Fault;

ChainReport broken(Fault fault, qint64 checked, qint64 firstBad, const QString &problem)
{
    return {.state = ChainReport::State::Broken,
            .fault = fault,
            .checked = checked,
            .firstBad = firstBad,
            .problem = problem};
}

/** Where to read on after `number` entries. Rows numbered zero and below are nobody's: they have to show up. */
qint64 placeAfter(qint64 number)
{
    return number == 0 ? std::numeric_limits<qint64>::min() : number;
}

/** Follows the chain row by row up to a head noted at the start; entries added meanwhile are the next check's. */
class Follower
{
public:
    explicit Follower(AuditHead head)
        : m_head(std::move(head))
    {
    }

    [[nodiscard]] qint64 position() const { return m_checked; }
    [[nodiscard]] bool isAtHead() const { return m_checked >= m_head.count; }

    /** The verdict if these rows settle it, else nothing. */
    std::optional<ChainReport> take(const std::vector<AuditRow> &rows)
    {
        for (auto at = rows.begin(); at != rows.end(); ++at) {
            const AuditRow &row = *at;
            if (isAtHead())
                break;
            const qint64 expected = m_checked + 1;
            if (row.sequence != expected) {
                return broken(row.sequence < expected ? Fault::Added : Fault::Missing, m_checked, expected,
                              u"Where entry %1 should be there is number %2."_s.arg(expected).arg(row.sequence));
            }
            const QByteArray hash = link(m_hash, row.entry);
            if (hash != row.hash) {
                return broken(isFurtherDown(at, rows.end()) ? Fault::Moved : Fault::Changed, m_checked, expected,
                              u"Entry %1 was changed, moved or replaced after it was written."_s.arg(expected));
            }
            m_hash = hash;
            ++m_checked;
        }
        return std::nullopt;
    }

    [[nodiscard]] ChainReport atTheEnd() const
    {
        if (!isAtHead()) {
            return broken(Fault::CutOff, m_checked, m_checked + 1,
                          u"The log ends at entry %1, but %2 were written."_s.arg(m_checked).arg(m_head.count));
        }
        if (m_hash != m_head.hash)
            return broken(Fault::OtherEnd, m_checked, m_checked,
                          u"The end of the log is not the one that was noted."_s);
        return {.checked = m_checked};
    }

private:
    using Row = std::vector<AuditRow>::const_iterator;

    /** Whether the entry that belongs after the last good one is among these. */
    [[nodiscard]] bool isFurtherDown(Row from, Row end) const
    {
        return std::any_of(from, end, [this](const AuditRow &row) { return link(m_hash, row.entry) == row.hash; });
    }

    const AuditHead m_head;
    QByteArray m_hash = chainStart();
    qint64 m_checked = 0;
};

} // namespace

AuditLog::AuditLog(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

void AuditLog::add(Entry entry)
{
    if (!entry.time.isValid())
        entry.time = m_parts.clock.now();
    const QByteArray line = lineOf(entry);
    if (m_parts.mirror)
        m_parts.mirror(line);
    m_waiting.push_back(line);
    const base::Result<base::Done> written = writeWaiting();
    if (written)
        m_failure.reset();
    else
        report(written.error());
    Q_EMIT added();
}

base::Result<base::Done> AuditLog::writeWaiting()
{
    if (!m_parts.store)
        return base::fail(noDatabase());
    while (!m_waiting.empty()) {
        const base::Result<qint64> written = m_parts.store->append(m_waiting.front(), link);
        if (!written)
            return base::fail(written.error());
        m_waiting.pop_front();
    }
    return base::Done{};
}

void AuditLog::report(const Error &error)
{
    m_failure = error;
    qCCritical(base::logStore).noquote() << "an audit entry is not on disk:" << error.message << error.detail
                                         << QString::fromUtf8(m_waiting.back());
    while (waitingCount() > kMostWaiting)
        m_waiting.pop_front(); // each was logged when it came
    Q_EMIT failed(error.message);
}

base::Result<std::vector<NumberedEntry>> AuditLog::before(qint64 number, int limit) const
{
    if (!m_parts.store)
        return base::fail(noDatabase());
    const base::Result<std::vector<AuditRow>> rows = m_parts.store->rowsBefore(number, limit);
    if (!rows)
        return base::fail(rows.error());
    std::vector<NumberedEntry> entries;
    for (const AuditRow &row : *rows) {
        const std::optional<Entry> entry = entryFromJson(QJsonDocument::fromJson(row.entry).object());
        entries.push_back({.number = row.sequence, .entry = entry.value_or(Entry{.outcome = Entry::Outcome::Failed})});
    }
    return entries;
}

base::Result<qint64> AuditLog::count() const
{
    if (!m_parts.store)
        return base::fail(noDatabase());
    const base::Result<AuditHead> head = m_parts.store->head();
    if (!head)
        return base::fail(head.error());
    return head->count;
}

base::Result<ChainLink> AuditLog::linkOf(qint64 number) const
{
    if (!m_parts.store)
        return base::fail(noDatabase());
    const base::Result<std::vector<AuditRow>> rows = m_parts.store->rowsBefore(number + 1, 2);
    if (!rows)
        return base::fail(rows.error());
    const bool isThere = !rows->empty() && rows->front().sequence == number;
    const bool isFirst = number == 1;
    if (!isThere || (!isFirst && (rows->size() < 2 || rows->back().sequence != number - 1)))
        return base::fail({.code = Error::Code::NotFound, .message = u"Entry %1 is not in the log."_s.arg(number)});
    const AuditRow &row = rows->front();
    ChainLink found{.hash = row.hash, .before = isFirst ? chainStart() : rows->back().hash};
    if (link(found.before, row.entry) != row.hash)
        found.fit = ChainLink::Fit::Differs;
    return found;
}

base::Async<ChainReport> AuditLog::verifyChain(base::CancelToken cancel, Steps steps) const
{
    if (!m_parts.store)
        co_return base::fail(noDatabase());
    const base::Result<AuditHead> head = m_parts.store->head();
    if (!head)
        co_return base::fail(head.error());
    Follower follower(*head);
    while (!follower.isAtHead()) {
        const base::Result<std::vector<AuditRow>> rows =
            m_parts.store->rowsAfter(placeAfter(follower.position()), kSlice);
        if (!rows)
            co_return base::fail(rows.error());
        if (rows->empty())
            break;
        const std::optional<ChainReport> verdict = follower.take(*rows);
        if (verdict)
            co_return *verdict;
        if (steps)
            steps(follower.position(), head->count);
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
        if (cancel.isCancelled())
            co_return base::fail(cancelled());
    }
    const base::Result<std::vector<AuditRow>> beyond = m_parts.store->rowsAfter(placeAfter(head->count), 1);
    const base::Result<AuditHead> now = m_parts.store->head();
    if (!beyond || !now)
        co_return base::fail(beyond ? now.error() : beyond.error());
    if (!beyond->empty() && now->count <= head->count)
        co_return broken(Fault::Added, follower.position(), head->count + 1,
                         u"There are entries after the noted end of the log."_s);
    co_return follower.atTheEnd();
}

base::Async<qint64> AuditLog::exportTo(QIODevice *device, base::CancelToken cancel, Steps steps) const
{
    if (!m_parts.store)
        co_return base::fail(noDatabase());
    const base::Result<qint64> all = count();
    qint64 written = 0;
    qint64 last = placeAfter(0);
    while (true) {
        const base::Result<std::vector<AuditRow>> rows = m_parts.store->rowsAfter(last, kSlice);
        if (!rows)
            co_return base::fail(rows.error());
        if (rows->empty())
            break;
        for (const AuditRow &row : *rows) {
            const QByteArray line = row.entry + '\n';
            if (device->write(line) != line.size()) {
                co_return base::fail(
                    {.code = Error::Code::Unavailable,
                     .message = u"The audit log could not be exported: %1."_s.arg(device->errorString())});
            }
            last = row.sequence;
            ++written;
        }
        if (steps)
            steps(written, all.value_or(written));
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
        if (cancel.isCancelled())
            co_return base::fail(cancelled());
    }
    co_return written;
}

} // namespace tokensmith::audit
