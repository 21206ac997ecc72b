// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditlog.h"
#include "core/clients/clientregistry.h"
#include "core/clients/queueinggate.h"
#include "core/mcp/askedcalls.h"
#include "core/mcp/changes.h"
#include "core/mcp/dispatcher.h"
#include "core/tokens/lock.h"

#include <memory>

namespace tokensmith::app {

/** What becomes of calls whose policy says "ask". */
enum class Approvals {
    Denied, ///< there is no window
    Queued, ///< somebody listens to queue() and answers
};

/** Who may call, and what a person has to approve: the keys, their policies, and where calls wait. */
class ClientServices
{
public:
    /** All of it outlives this. */
    struct Parts
    {
        const base::Clock &clock;
        store::ClientStore *store = nullptr; ///< null: only the operator's keys
        audit::AuditLog &audit;
        Approvals approvals = Approvals::Denied;
    };

    explicit ClientServices(const Parts &parts);

    /** Where the decisions about a key count for what it has open; all outlive this. */
    struct Faces
    {
        mcp::Dispatcher &dispatcher;
        mcp::ChangeFeed &changes;
        tokens::Lock &lock;
    };
    void connectTo(const Faces &faces);

    /** Refuses what waits: the program ends. */
    void stop();

    [[nodiscard]] const clients::ClientKeys &keys() const { return m_keys; }
    [[nodiscard]] clients::ClientRegistry &registry() { return m_registry; }
    /** Null with Approvals::Denied. */
    [[nodiscard]] clients::QueueingGate *queue() { return m_queue.get(); }
    [[nodiscard]] mcp::AskedCalls &asked() { return *m_asked; }

private:
    void close(const QString &client, const QString &reason);

    clients::ClientKeys m_keys;
    clients::ClientRegistry m_registry;
    std::unique_ptr<clients::QueueingGate> m_queue;
    clients::DenyingGate m_nobody;
    std::unique_ptr<mcp::AskedCalls> m_asked;
};

} // namespace tokensmith::app
