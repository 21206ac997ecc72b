// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/requestbudget.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokensmith::cloudflare {

using namespace Qt::StringLiterals;

RequestBudget::RequestBudget(const base::Clock &clock)
    : m_clock(clock)
{
}

void RequestBudget::note(const HttpAnswer &answer)
{
    static const QRegularExpression remaining(u";\\s*r=(\\d{1,7})"_s);
    static const QRegularExpression seconds(u";\\s*t=(\\d{1,6})"_s);
    const QString limit = QString::fromLatin1(answer.header("ratelimit"));
    const QRegularExpressionMatch left = remaining.match(limit);
    if (left.hasMatch()) {
        m_remaining = left.capturedView(1).toInt();
        m_resetsAt = m_clock.now().addSecs(seconds.match(limit).capturedView(1).toLongLong());
        return;
    }
    bool known = false;
    const int older = answer.header("x-ratelimit-remaining").toInt(&known);
    if (known) {
        m_remaining = older;
        m_resetsAt = m_clock.now().addSecs(answer.header("x-ratelimit-reset").toLongLong());
    }
}

bool RequestBudget::allows(Priority priority) const
{
    return priority == Priority::Interactive || remaining() < 0 || remaining() > kReserve;
}

std::chrono::seconds RequestBudget::untilReset() const
{
    return std::chrono::seconds(std::max<qint64>(1, m_resetsAt.isValid() ? m_clock.now().secsTo(m_resetsAt) : 1));
}

int RequestBudget::remaining() const
{
    return m_resetsAt.isValid() && m_clock.now() < m_resetsAt ? m_remaining : -1;
}

} // namespace tokensmith::cloudflare
