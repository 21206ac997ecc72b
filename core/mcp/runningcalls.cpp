// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/runningcalls.h"

#include "core/mcp/jsonrpc.h"

namespace tokensmith::mcp {

RunningCall::RunningCall(RunningCalls &table, Key key)
    : m_table(table)
    , m_key(std::move(key))
{
    m_table.m_calls.insert(m_key, this);
}

RunningCall::~RunningCall()
{
    m_table.m_calls.remove(m_key, this);
}

std::unique_ptr<RunningCall> RunningCalls::enter(const QString &client, const QJsonValue &id,
                                                 const base::CancelToken &hungUp)
{
    std::unique_ptr<RunningCall> call(new RunningCall(*this, {client, idText(id)}));
    RunningCall *running = call.get();
    hungUp.onCancelled(running, [running] { running->m_source.cancel(); });
    return call;
}

void RunningCalls::cancel(const QString &client, const QJsonValue &id)
{
    if (!isUsableId(id))
        return;
    const QList<RunningCall *> meant = m_calls.values({client, idText(id)});
    if (meant.size() == 1)
        meant.front()->m_source.cancel();
}

} // namespace tokensmith::mcp
