// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/queueinggate.h"

namespace tokensmith::clients {

/** One request of a QueueingGate and, in the end, its answer. Shared by the queue and the coroutine that waits. */
class OpenApproval final : public QObject
{
    Q_OBJECT

public:
    explicit OpenApproval(WaitingApproval given)
        : about(std::move(given))
    {
    }

    const WaitingApproval about;
    std::optional<ApprovalAnswer> answer = {};

Q_SIGNALS:
    void answered();
};

} // namespace tokensmith::clients
