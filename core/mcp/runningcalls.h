// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"

#include <QByteArray>
#include <QJsonValue>
#include <QMultiHash>
#include <QObject>
#include <QString>

#include <memory>
#include <utility>

namespace tokensmith::mcp {

class RunningCalls;

/** One call under way: joins what may stop it. In the table from its making to its destruction. */
class RunningCall : public QObject
{
    Q_OBJECT

public:
    ~RunningCall() override;

    /** Cancelled when the client hangs up, or says so. */
    [[nodiscard]] base::CancelToken token() const { return m_source.token(); }

private:
    friend class RunningCalls;
    using Key = std::pair<QString, QByteArray>; // the client's key, the request's id as JSON
    RunningCall(RunningCalls &table, Key key);

    RunningCalls &m_table;
    const Key m_key;
    base::CancelSource m_source;
};

/**
 * The calls under way, so that `notifications/cancelled` finds the one it means. Clients that share a key may use the
 * same ids: where more than one call fits, none is stopped. Outlives its calls.
 */
class RunningCalls
{
public:
    [[nodiscard]] std::unique_ptr<RunningCall> enter(const QString &client, const QJsonValue &id,
                                                     const base::CancelToken &hungUp);

    /** Cancels the one running call of that client with that id; anything else is ignored. */
    void cancel(const QString &client, const QJsonValue &id);

    [[nodiscard]] qsizetype count() const { return m_calls.size(); }

private:
    friend class RunningCall;
    QMultiHash<RunningCall::Key, RunningCall *> m_calls;
};

} // namespace tokensmith::mcp
