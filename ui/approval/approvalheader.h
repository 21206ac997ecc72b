// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/queueinggate.h"
#include "ui/common/theme.h"

#include <QWidget>

namespace tokensmith::ui {

class BadgeLabel;
class ElidedLabel;
class Label;

/**
 * Who wants what, since when and until when, and how many wait. A screen reader hears the countdown when a request is
 * shown and at 60, 30 and 10 seconds, not every second.
 */
class ApprovalHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit ApprovalHeader(const Theme &theme, QWidget *parent = nullptr);

    void setRequest(const clients::WaitingApproval &waiting, const QDateTime &now);
    void setCount(qsizetype waiting);
    void setNow(const QDateTime &now);

private:
    void announce();

    ElidedLabel *m_title; // these belong to the header as its children
    ElidedLabel *m_tool;
    Label *m_left;
    BadgeLabel *m_count;
    QDateTime m_until;
    std::chrono::seconds m_shown{0};
};

} // namespace tokensmith::ui
