// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/clients/approval.h"
#include "core/mcp/inputrounds.h"

#include <QHash>

#include <functional>
#include <memory>

namespace tokensmith::mcp {

class HeldCall;

/**
 * Calls that run only after a person said yes. A call is held open with progress; after Times::holdFor it is answered
 * with a handle instead, and goes on by itself: the handle, random and good for that key only, brings the result once
 * (tool get_approval) and is forgotten some minutes after it was given out. Until then the client that hangs up closes
 * its request. Outlives its tasks.
 */
class AskedCalls
{
public:
    struct Times
    {
        std::chrono::seconds holdFor{45};
        std::chrono::milliseconds reportEvery{5000};
        std::chrono::seconds keepFor{900};
    };

    /** A call to be approved, and how to run it then. */
    struct Question
    {
        clients::ApprovalRequest request;
        std::function<QCoro::Task<MethodAnswer>(CallContext)> run;
        std::function<void(const clients::ApprovalAnswer &)> onAnswer = {}; ///< as Parts::onAnswer, for this one
    };

    /** What became of it so far. */
    struct Outcome
    {
        std::optional<MethodAnswer> answer = {}; ///< absent: a person has not answered, or the tool still runs
        QString handle = {};                     ///< good for another look; empty with an answer
        QString tool = {};
    };

    /** What this needs; all of it outlives the tasks. */
    struct Parts
    {
        clients::ApprovalGate &gate;
        const base::Clock &clock;
        Times times = {};
        /** Told of each answer, once, before the call runs. Synchronous; may be empty. */
        std::function<void(const clients::ApprovalRequest &, const clients::ApprovalAnswer &)> onAnswer = {};
    };

    explicit AskedCalls(Parts parts);
    ~AskedCalls();
    Q_DISABLE_COPY_MOVE(AskedCalls)

    /** Asks, waits and runs. A refusal is an answer with `isError`. */
    [[nodiscard]] QCoro::Task<Outcome> ask(Question question, CallContext context);

    /** Waits again. Errors: NotFound for a handle that is not this key's, was used or is forgotten. */
    [[nodiscard]] base::Async<Outcome> look(QString handle, CallContext context);

    /** Forgets the handles of a key that was shut out; their calls end by the gate. */
    void forget(const QString &client);

    /** Handles that are good now. */
    [[nodiscard]] qsizetype count() const { return m_held.size(); }

    /** Calls that are not answered yet, by a person or by their tool. The program's end waits for them. */
    [[nodiscard]] int underWay() const { return m_underWay; }

    static constexpr qsizetype kMost = 256; ///< then the oldest is forgotten

private:
    [[nodiscard]] QCoro::Task<> decide(std::shared_ptr<HeldCall> held, Question question, CallContext context);
    [[nodiscard]] QCoro::Task<> wait(std::shared_ptr<HeldCall> held, CallContext context) const;
    [[nodiscard]] QString handOut(const std::shared_ptr<HeldCall> &held);
    void purge();

    const Parts m_parts;
    int m_underWay = 0;
    QHash<QString, std::shared_ptr<HeldCall>> m_held; // by handle
};

/** The part of a result that stands for a pending approval: {handle, message}. */
[[nodiscard]] QJsonObject pendingJson(const QString &handle);

} // namespace tokensmith::mcp
