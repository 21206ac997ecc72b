// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/calllog.h"

#include "core/base/logging.h"
#include "core/base/text.h"

#include <QStringList>

namespace tokensmith::audit {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostWaiting = 256; // then it is written at once, so that a flood stays small
constexpr qsizetype kMostLines = 40;    // of the effect

void cut(CallRow &row)
{
    for (QString *text : {&row.client, &row.tool, &row.code, &row.tokenId, &row.tokenName, &row.correlationId,
                          &row.cfRay, &row.error}) {
        *text = base::plainLine(*text);
    }
    QStringList lines = row.effect.split(u'\n', Qt::SkipEmptyParts).mid(0, kMostLines);
    for (QString &line : lines)
        line = base::plainLine(line);
    row.effect = lines.join(u'\n');
    if (row.arguments.size() > CallLog::kMostArguments)
        row.arguments = u"{}"_s;
}

} // namespace

CallLog::CallLog(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    m_write.setSingleShot(true);
    m_write.setInterval(kWriteAfter);
    connect(&m_write, &QTimer::timeout, this, &CallLog::flush);
    prune();
}

CallLog::~CallLog()
{
    flush();
}

void CallLog::add(CallRow row)
{
    if (!m_parts.store)
        return;
    if (!row.ended.isValid())
        row.ended = m_parts.clock.now();
    cut(row);
    m_waiting.push_back(std::move(row));
    if (static_cast<qsizetype>(m_waiting.size()) >= kMostWaiting)
        flush();
    else if (!m_write.isActive())
        m_write.start();
}

void CallLog::flush()
{
    m_write.stop();
    if (m_waiting.empty())
        return;
    const std::vector<CallRow> rows = std::exchange(m_waiting, {});
    const base::Result<base::Done> written = m_parts.store->add(rows);
    if (!written) {
        qCWarning(base::logStore).noquote()
            << rows.size() << "calls are missing from the list of calls:" << written.error().message;
        return;
    }
    m_sincePruned += static_cast<int>(rows.size());
    if (m_sincePruned >= kPruneEvery)
        prune();
    Q_EMIT added();
}

void CallLog::prune()
{
    m_sincePruned = 0;
    if (!m_parts.store)
        return;
    const base::Result<base::Done> pruned = m_parts.store->prune(m_parts.clock.now().addDays(-kDays), kMost);
    if (!pruned)
        qCWarning(base::logStore).noquote() << "old calls are still listed:" << pruned.error().message;
}

base::Result<std::vector<CallRow>> CallLog::before(qint64 before, int limit, const store::CallFilter &filter) const
{
    if (!m_parts.store)
        return std::vector<CallRow>();
    return m_parts.store->before(before, limit, filter);
}

base::Result<qint64> CallLog::newestId() const
{
    if (!m_parts.store)
        return 0;
    return m_parts.store->newestId();
}

} // namespace tokensmith::audit
