// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/askedcalls.h"

#include "core/base/identifiers.h"
#include "core/mcp/heldcall.h"
#include "core/mcp/toolresult.h"

#include <QCoroSignal>
#include <QScopeGuard>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using base::Error;
using clients::ApprovalAnswer;
using Secrets = CallContext::Secrets;

constexpr int kHandleBytes = 24;
constexpr double kProgressStep = 0.001; // what the tool reports later has to be more

/** An inline answer may be fetched late or never: its secret is held as well. */
Secrets secretsFor(const ApprovalAnswer &answer)
{
    return answer.verdict == ApprovalAnswer::Verdict::ApprovedInline ? Secrets::InlineAndHeld : Secrets::Held;
}

Error unknownHandle()
{
    return {.code = Error::Code::NotFound,
            .message = u"This handle is not known: it was used already, is too old, or is another key's. What was "
                       "approved and done is in Tokensmith's Activity page."_s,
            .field = u"handle"_s};
}

} // namespace

AskedCalls::AskedCalls(Parts parts)
    : m_parts(std::move(parts))
{
}

AskedCalls::~AskedCalls() = default;

QCoro::Task<> AskedCalls::decide(std::shared_ptr<HeldCall> held, Question question, CallContext context)
{
    ++m_underWay;
    const auto ended = qScopeGuard([this] { --m_underWay; });
    const ApprovalAnswer answer = co_await m_parts.gate.ask(question.request, context.cancel);
    if (m_parts.onAnswer)
        m_parts.onAnswer(question.request, answer);
    if (question.onAnswer)
        question.onAnswer(answer);
    if (!clients::isApproved(answer)) {
        held->finish(errorResult(clients::errorFor(answer, question.request), context.correlationId));
        co_return;
    }
    context.secrets = secretsFor(answer);
    MethodAnswer result = co_await question.run(context);
    held->finish(std::move(result));
}

QCoro::Task<> AskedCalls::wait(std::shared_ptr<HeldCall> held, CallContext context) const
{
    const QDateTime since = m_parts.clock.now();
    HeldCall *call = held.get();
    QTimer tick;
    tick.setInterval(m_parts.times.reportEvery);
    QObject::connect(&tick, &QTimer::timeout, call, &HeldCall::woken);
    tick.start();
    context.cancel.onCancelled(&tick, [call] { Q_EMIT call->woken(); });
    double progress = 0;
    while (!call->answer && !context.cancel.isCancelled()
           && since.secsTo(m_parts.clock.now()) < m_parts.times.holdFor.count()) {
        progress += kProgressStep;
        context.report({.progress = progress, .message = u"Waiting for a person to answer in Tokensmith"_s});
        co_await qCoro(call, &HeldCall::woken);
    }
}

QCoro::Task<AskedCalls::Outcome> AskedCalls::ask(Question question, CallContext context)
{
    const auto held = std::make_shared<HeldCall>(context.client.name, question.request.tool);
    HeldCall *call = held.get();
    // Once its handle is given out, the end of this call says nothing about the request.
    context.cancel.onCancelled(call, [call] {
        if (!call->handedOut.isValid())
            call->stop.cancel();
    });
    CallContext own = context;
    own.cancel = call->stop.token();
    const QCoro::Task<> deciding = decide(held, std::move(question), own);
    co_await wait(held, context);
    if (!call->answer && context.cancel.isCancelled()) {
        // The tool may be past the point of return: its answer is awaited as any cancelled call's is.
        while (!call->answer)
            co_await qCoro(call, &HeldCall::woken);
    }
    if (call->answer)
        co_return Outcome{.answer = std::move(call->answer), .tool = call->tool};
    QString handle = handOut(held);
    co_return Outcome{.handle = std::move(handle), .tool = call->tool};
}

base::Async<AskedCalls::Outcome> AskedCalls::look(QString handle, CallContext context)
{
    purge();
    const std::shared_ptr<HeldCall> held = m_held.value(handle);
    if (!held || held->client != context.client.name)
        co_return base::fail(unknownHandle());
    co_await wait(held, context);
    if (!held->answer)
        co_return Outcome{.handle = handle, .tool = held->tool};
    if (m_held.take(handle) != held) // two looked at the same time
        co_return base::fail(unknownHandle());
    co_return Outcome{.answer = std::move(held->answer), .tool = held->tool};
}

QString AskedCalls::handOut(const std::shared_ptr<HeldCall> &held)
{
    purge();
    if (m_held.size() >= kMost) {
        const auto older = [](const auto &a, const auto &b) { return a->handedOut < b->handedOut; };
        m_held.erase(std::min_element(m_held.cbegin(), m_held.cend(), older));
    }
    held->handedOut = m_parts.clock.now();
    QString handle = QString::fromLatin1(base::randomKey(kHandleBytes));
    m_held.insert(handle, held);
    return handle;
}

void AskedCalls::forget(const QString &client)
{
    m_held.removeIf([&client](const auto &one) { return one.value()->client == client; });
}

void AskedCalls::purge()
{
    const QDateTime now = m_parts.clock.now();
    m_held.removeIf(
        [&](const auto &one) { return std::abs(one.value()->handedOut.secsTo(now)) >= m_parts.times.keepFor.count(); });
}

QJsonObject pendingJson(const QString &handle)
{
    return {{u"handle"_s, handle},
            {u"message"_s, u"A person has to approve this in Tokensmith's window. Call get_approval with this handle "
                           "to learn how it ended; don't make the call again."_s}};
}

} // namespace tokensmith::mcp
