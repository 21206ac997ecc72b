// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/bridge.h"

#include "app/bridge/answers.h"

#include <algorithm>
#include <utility>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kLargestMessage = 1024 * 1024; // what the endpoint takes
constexpr int kMostAtOnce = 32;                    // besides subscriptions; the endpoint has 64 connections

constexpr int kNotJson = -32700;
constexpr int kNotJsonRpc = -32600;

} // namespace

Bridge::Bridge(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_finder(m_options.place)
{
    m_pump.setSingleShot(true);
    m_wake.setInterval(m_options.times.betweenWakes);
    m_grace.setSingleShot(true);
    connect(&m_pump, &QTimer::timeout, this, &Bridge::pump);
    connect(&m_wake, &QTimer::timeout, this, &Bridge::wakeSleepers);
    connect(&m_grace, &QTimer::timeout, this, &Bridge::idle);
    connect(&m_finder, &AppFinder::found, this, &Bridge::onFound);
    connect(&m_finder, &AppFinder::failed, this, &Bridge::onFailed);
    connect(&m_finder, &AppFinder::progress, this, &Bridge::problem);
}

Bridge::~Bridge() = default;

void Bridge::take(const Line &line)
{
    switch (line.kind) {
    case Line::Kind::TooLong:
        Q_EMIT this->line(anonymousErrorLine(kNotJsonRpc, u"The line is too long to be read. Nothing was done."_s));
        return;
    case Line::Kind::Whole:
        takeMessage(parseMessage(line.bytes));
        return;
    }
    Q_UNREACHABLE();
}

void Bridge::takeMessage(Message message)
{
    switch (message.kind) {
    case Message::Kind::NotJson:
        Q_EMIT line(anonymousErrorLine(kNotJson, u"The line is not JSON. Each line must hold one message."_s));
        return;
    case Message::Kind::NotJsonRpc:
        Q_EMIT line(anonymousErrorLine(kNotJsonRpc, u"The line is not a JSON-RPC message."_s));
        return;
    case Message::Kind::Notification:
        if (!message.cancels.isEmpty())
            return cancel(std::move(message));
        break;
    case Message::Kind::Request:
    case Message::Kind::Response:
    case Message::Kind::Batch:
        break;
    }
    forward(std::move(message));
}

void Bridge::forward(Message message)
{
    const bool isTooLarge = message.body.size() > kLargestMessage;
    auto *call = new Call(std::move(message));
    m_calls.push_back({.call = std::unique_ptr<Call, QScopedPointerDeleteLater>(call)});
    connect(call, &Call::line, this, &Bridge::line);
    connect(call, &Call::problem, this, &Bridge::problem);
    connect(call, &Call::negotiated, this, [this](const QString &version) { m_legacyVersion = version; });
    connect(call, &Call::ended, this, [this, call](Call::End end) { onEnded(call, end); });
    if (!m_options.refusal.isEmpty())
        call->giveUp(m_options.refusal);
    else if (isTooLarge)
        call->giveUp(u"The message is over 1 MiB, which is more than Tokensmith takes. Nothing was done."_s);
    else
        pump();
}

// Hanging up is what cancels; the notification is for the eras that know it (2026-07-28 has none over HTTP).
void Bridge::cancel(Message message)
{
    const auto entry = findById(message.cancels);
    const bool isKnown = entry != m_calls.end();
    const bool isModern = isKnown && entry->call->message().era == Era::Modern;
    const bool wasSent = isKnown ? entry->state == Entry::State::Sent : !m_legacyVersion.isEmpty();
    if (isKnown)
        drop(entry->call.get());
    if (wasSent && !isModern && message.era == Era::Legacy)
        forward(std::move(message));
}

void Bridge::onEnded(Call *call, Call::End end)
{
    switch (end) {
    case Call::End::Done:
        m_hasMet = true;
        drop(call);
        return;
    case Call::End::NotSent:
    case Call::End::Repeat:
        wait(call);
        return;
    case Call::End::Asleep:
        find(call)->state = Entry::State::Asleep;
        if (!m_wake.isActive())
            m_wake.start();
        return;
    }
    Q_UNREACHABLE();
}

/** The app isn't there. A notification or a response alone is no reason to start it. */
void Bridge::wait(Call *call)
{
    if (call->message().ids.isEmpty()) {
        drop(call);
        return;
    }
    find(call)->state = Entry::State::Waiting;
    search();
}

void Bridge::drop(Call *call)
{
    m_calls.erase(find(call));
    pumpSoon();
    endIfIdle();
}

void Bridge::resume()
{
    if (std::exchange(m_isPaused, false))
        pumpSoon();
}

void Bridge::pumpSoon()
{
    m_pump.start(0ms);
}

void Bridge::pump()
{
    if (m_isPaused || m_finder.isSearching())
        return;
    std::vector<Call *> ready;
    int sent = sentCount();
    for (const Entry &entry : m_calls) {
        const bool listens = entry.call->message().listens();
        if (entry.state != Entry::State::Waiting || (!listens && sent >= kMostAtOnce))
            continue;
        ready.push_back(entry.call.get());
        sent += listens ? 0 : 1;
    }
    for (Call *call : ready)
        send(call);
}

void Bridge::send(Call *call)
{
    find(call)->state = Entry::State::Sent;
    call->send({.url = m_finder.url(), .key = m_options.key, .legacyVersion = m_legacyVersion}, m_finder.peer());
}

void Bridge::search()
{
    m_finder.search(m_hasMet ? AppFinder::Case::WasThere : AppFinder::Case::NeverSeen);
}

void Bridge::onFound()
{
    m_hasMet = true;
    pump();
    wakeSleepers();
}

void Bridge::onFailed(const QString &sentence)
{
    m_hasMet = false;
    Q_EMIT problem(sentence);
    std::vector<Call *> waiting;
    for (const Entry &entry : m_calls) {
        if (entry.state == Entry::State::Waiting)
            waiting.push_back(entry.call.get());
    }
    for (Call *call : waiting)
        call->giveUp(sentence);
    m_hasMet = false;
}

void Bridge::wakeSleepers()
{
    std::vector<Call *> sleepers;
    for (const Entry &entry : m_calls) {
        if (entry.state == Entry::State::Asleep)
            sleepers.push_back(entry.call.get());
    }
    if (sleepers.empty())
        m_wake.stop();
    for (Call *call : sleepers)
        send(call);
}

void Bridge::finish()
{
    m_isEnding = true;
    m_wake.stop();
    std::erase_if(m_calls, [](const Entry &entry) { return entry.call->message().listens(); });
    m_grace.start(m_options.times.grace);
    endIfIdle();
}

void Bridge::endIfIdle()
{
    if (!m_isEnding || !m_calls.empty() || !m_grace.isActive())
        return;
    m_grace.stop();
    Q_EMIT idle();
}

std::vector<Bridge::Entry>::iterator Bridge::find(const Call *call)
{
    return std::find_if(m_calls.begin(), m_calls.end(), [=](const Entry &entry) { return entry.call.get() == call; });
}

std::vector<Bridge::Entry>::iterator Bridge::findById(const QByteArray &key)
{
    return std::find_if(m_calls.begin(), m_calls.end(), [&](const Entry &entry) {
        const Message &message = entry.call->message();
        return message.kind == Message::Kind::Request && idKey(message.ids.first()) == key;
    });
}

int Bridge::sentCount() const
{
    return static_cast<int>(std::count_if(m_calls.begin(), m_calls.end(), [](const Entry &entry) {
        return entry.state == Entry::State::Sent && !entry.call->message().listens();
    }));
}

} // namespace tokensmith::bridge
