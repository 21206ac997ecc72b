// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/inputrounds.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace tokensmith::mcp {

/** One call of AskedCalls: shared by the coroutine that asks and runs it and by those that wait for its answer. */
class HeldCall final : public QObject
{
    Q_OBJECT

public:
    HeldCall(QString ofClient, QString ofTool)
        : client(std::move(ofClient))
        , tool(std::move(ofTool))
    {
    }

    void finish(MethodAnswer given)
    {
        answer = std::move(given);
        Q_EMIT woken();
    }

    const QString client;
    const QString tool;
    base::CancelSource stop; ///< of the request and of the tool
    std::optional<MethodAnswer> answer = {};
    QDateTime handedOut = {}; ///< invalid: its client still waits in the first call

Q_SIGNALS:
    void woken();
};

} // namespace tokensmith::mcp
