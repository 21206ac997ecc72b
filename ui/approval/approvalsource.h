// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/queueinggate.h"

#include <QObject>

#include <vector>

namespace tokensmith::ui {

/** Calls that wait for a person, and where the person's answers go. */
class ApprovalSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** Oldest first. */
    [[nodiscard]] virtual std::vector<clients::WaitingApproval> waiting() const = 0;
    [[nodiscard]] virtual QDateTime now() const = 0;

    /** Nothing happens where the request is gone. */
    virtual void answer(quint64 id, const clients::ApprovalAnswer &answer,
                        clients::QueueingGate::Remember remember) = 0;

Q_SIGNALS:
    void changed(); ///< of waiting()
};

} // namespace tokensmith::ui
