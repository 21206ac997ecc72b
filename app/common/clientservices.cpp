// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/clientservices.h"

#include "app/common/auditing.h"

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using clients::ClientRegistry;

ClientServices::ClientServices(const Parts &parts)
    : m_registry({.keys = m_keys, .clock = parts.clock, .store = parts.store})
{
    switch (parts.approvals) {
    case Approvals::Denied:
        break;
    case Approvals::Queued:
        m_queue = std::make_unique<clients::QueueingGate>(parts.clock, clients::QueueingGate::Limits());
        break;
    }
    clients::ApprovalGate *gate = &m_nobody;
    if (m_queue)
        gate = m_queue.get();
    m_asked = std::make_unique<mcp::AskedCalls>(
        mcp::AskedCalls::Parts{.gate = *gate, .clock = parts.clock, .onAnswer = approvalSink(parts.audit)});
}

void ClientServices::connectTo(const Faces &faces)
{
    mcp::Dispatcher *dispatcher = &faces.dispatcher;
    mcp::ChangeFeed *changes = &faces.changes;
    const tokens::Lock *lock = &faces.lock;
    QObject::connect(&m_registry, &ClientRegistry::shutOut, &m_registry, [this, dispatcher](const QString &name) {
        dispatcher->closeSubscriptionsOf(name);
        m_asked->forget(name);
        close(name, u"The key was paused, renamed or revoked."_s);
    });
    QObject::connect(&m_registry, &ClientRegistry::policyChanged, &m_registry, [this, changes](const QString &name) {
        close(name, u"What this key may do was changed meanwhile."_s);
        changes->announce({.kind = mcp::Change::Kind::Tools, .client = name});
    });
    QObject::connect(lock, &tokens::Lock::changed, &m_registry, [this, lock] {
        if (m_queue && lock->isLocked())
            m_queue->closeAll(u"Tokensmith is locked."_s);
    });
}

void ClientServices::stop()
{
    if (m_queue)
        m_queue->closeAll(u"Tokensmith is closing."_s);
}

void ClientServices::close(const QString &client, const QString &reason)
{
    if (m_queue)
        m_queue->closeOf(client, reason);
}

} // namespace tokensmith::app
