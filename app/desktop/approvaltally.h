// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditlog.h"
#include "core/base/clock.h"
#include "ui/clients/clientsactions.h"

#include <QDate>
#include <QTimer>

namespace tokensmith::app {

/** How often people said yes and no today, counted from the audit log; each entry is read once. Both outlive it. */
class ApprovalTally final : public QObject
{
    Q_OBJECT

public:
    ApprovalTally(const audit::AuditLog &log, const base::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] ui::ApprovalCounts today();

Q_SIGNALS:
    void changed(); ///< a moment after entries were added

private:
    void countNew();
    void count(const audit::Entry &entry);

    const audit::AuditLog &m_log;
    const base::Clock &m_clock;
    QTimer m_pause; ///< many entries may come at once
    QDate m_day;
    qint64 m_last = 0; ///< number of the newest entry counted
    ui::ApprovalCounts m_counts;
};

} // namespace tokensmith::app
