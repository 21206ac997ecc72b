// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/queueinggate.h"

#include "core/clients/openapproval.h"

#include <QCoroSignal>

#include <algorithm>

namespace tokensmith::clients {

using namespace Qt::StringLiterals;
using Verdict = ApprovalAnswer::Verdict;

namespace {

const QString kHungUp = u"The client hung up."_s;

} // namespace

QueueingGate::QueueingGate(const base::Clock &clock, Limits limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(limits)
{
    m_look.setInterval(limits.lookEvery);
    connect(&m_look, &QTimer::timeout, this, &QueueingGate::closeOverdue);
}

QueueingGate::~QueueingGate() = default;

QCoro::Task<ApprovalAnswer> QueueingGate::ask(ApprovalRequest request, base::CancelToken cancel)
{
    if (cancel.isCancelled())
        co_return ApprovalAnswer{.verdict = Verdict::Closed, .reason = kHungUp};
    const std::optional<ApprovalAnswer> atOnce = answerAtOnce(request);
    if (atOnce)
        co_return *atOnce;
    const std::shared_ptr<OpenApproval> approval = open(std::move(request));
    OpenApproval *waiting = approval.get();
    const quint64 id = waiting->about.id;
    cancel.onCancelled(waiting, [this, id] { close(id, {.verdict = Verdict::Closed, .reason = kHungUp}); });
    Q_EMIT added(id);
    if (!waiting->answer)
        co_await qCoro(waiting, &OpenApproval::answered);
    co_return *std::as_const(waiting->answer);
}

std::optional<ApprovalAnswer> QueueingGate::answerAtOnce(const ApprovalRequest &request) const
{
    const QDateTime until = m_remembered.value({request.client, request.tool});
    const QDateTime now = m_clock.now();
    // Not for longer either where the clock was set back.
    if (until.isValid() && now < until && now.addSecs(std::chrono::seconds(kRemembered).count()) >= until)
        return ApprovalAnswer{.verdict = Verdict::Approved};
    const auto own = std::count_if(m_open.cbegin(), m_open.cend(),
                                   [&](const auto &one) { return one->about.request.client == request.client; });
    if (own >= m_limits.mostPerClient || static_cast<int>(m_open.size()) >= m_limits.most)
        return ApprovalAnswer{.verdict = Verdict::TooMany};
    return std::nullopt;
}

std::shared_ptr<OpenApproval> QueueingGate::open(ApprovalRequest request)
{
    const QDateTime now = m_clock.now();
    WaitingApproval about{
        .id = ++m_lastId, .request = std::move(request), .since = now, .until = now.addSecs(m_limits.patience.count())};
    m_open.push_back(std::make_shared<OpenApproval>(std::move(about)));
    m_look.start();
    return m_open.back();
}

std::vector<WaitingApproval> QueueingGate::waiting() const
{
    std::vector<WaitingApproval> all;
    for (const std::shared_ptr<OpenApproval> &one : m_open)
        all.push_back(one->about);
    return all;
}

void QueueingGate::answer(quint64 id, ApprovalAnswer answer, Remember wanted)
{
    const auto at = std::find_if(m_open.cbegin(), m_open.cend(), [id](const auto &one) { return one->about.id == id; });
    if (at == m_open.cend())
        return;
    switch (wanted) {
    case Remember::No:
        break;
    case Remember::TenMinutes:
        if (isApproved(answer))
            remember({(*at)->about.request.client, (*at)->about.request.tool});
        break;
    }
    close(id, std::move(answer));
}

void QueueingGate::remember(const Subject &subject)
{
    const QDateTime now = m_clock.now();
    m_remembered.removeIf([&now](const auto &one) { return one.value() <= now; });
    m_remembered.insert(subject, now.addSecs(std::chrono::seconds(kRemembered).count()));
}

void QueueingGate::closeAll(const QString &reason)
{
    m_remembered.clear();
    for (const WaitingApproval &one : waiting())
        close(one.id, {.verdict = Verdict::Closed, .reason = reason});
}

void QueueingGate::closeOf(const QString &client, const QString &reason)
{
    m_remembered.removeIf([&client](const auto &one) { return one.key().first == client; });
    for (const WaitingApproval &one : waiting()) {
        if (one.request.client == client)
            close(one.id, {.verdict = Verdict::Closed, .reason = reason});
    }
}

void QueueingGate::closeOverdue()
{
    const QDateTime now = m_clock.now();
    for (const WaitingApproval &one : waiting()) {
        if (one.until <= now)
            close(one.id, {.verdict = Verdict::TimedOut});
    }
}

void QueueingGate::close(quint64 id, ApprovalAnswer answer)
{
    const auto at = std::find_if(m_open.begin(), m_open.end(), [id](const auto &one) { return one->about.id == id; });
    if (at == m_open.end())
        return;
    const std::shared_ptr<OpenApproval> closed = *at; // held: its coroutine ends while it is told
    m_open.erase(at);
    if (m_open.empty())
        m_look.stop();
    closed->answer = std::move(answer);
    Q_EMIT removed(id);
    Q_EMIT closed->answered();
}

} // namespace tokensmith::clients
