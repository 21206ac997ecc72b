// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/call.h"

#include "core/base/text.h"

#include <utility>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostAttempts = 3;
constexpr int kUnauthorised = 401;
constexpr int kPaused = 503;
constexpr int kFirstError = 400;

QString outcomeUnknown(const Message &message)
{
    const QString what = message.name.isEmpty() ? u"The request"_s : u"The call of %1"_s.arg(message.name);
    return u"%1 was sent, but Tokensmith ended before it answered. It may have been carried out, so it is not "
           u"repeated. "
           "Look at what is there (list_tokens) before you try again."_s.arg(what);
}

} // namespace

Call::Call(Message message, QObject *parent)
    : QObject(parent)
    , m_message(std::move(message))
{
    if (m_message.listens())
        m_subscription.emplace(m_message.ids.first());
}

Call::~Call() = default;

void Call::send(const HeadContext &context, HttpExchange::Peer peer)
{
    ++m_attempts;
    m_isAnswered = false;
    m_exchange.reset(new HttpExchange(
        {.url = context.url, .head = postHead(m_message, context), .body = m_message.body, .peer = peer}));
    connect(m_exchange.get(), &HttpExchange::eventArrived, this, &Call::onEvent);
    connect(m_exchange.get(), &HttpExchange::finished, this, &Call::onFinished);
    m_exchange->start();
}

void Call::giveUp(const QString &sentence)
{
    const QByteArrayList lines = errorLines(m_message, sentence);
    for (const QByteArray &answer : lines)
        Q_EMIT line(answer);
    Q_EMIT ended(End::Done);
}

bool Call::pass(const QByteArray &json)
{
    const std::optional<Relayed> relayed = relay(m_message, json);
    if (!relayed)
        return false;
    if (m_message.kind == Message::Kind::Notification || m_message.kind == Message::Kind::Response) {
        refuseQuietly(*relayed);
        return true;
    }
    noteVersion(relayed->object);
    const QByteArrayList lines = m_subscription ? m_subscription->take(*relayed) : QByteArrayList{relayed->line};
    m_isAnswered = m_isAnswered || (relayed->role == Relayed::Role::Answer && !lines.isEmpty());
    for (const QByteArray &each : lines)
        Q_EMIT line(each);
    return true;
}

/** Nobody waits for an answer: to the client it would be an error out of nowhere. */
void Call::refuseQuietly(const Relayed &answer)
{
    const QString message = answer.object.value("error"_L1).toObject().value("message"_L1).toString();
    if (!message.isEmpty())
        Q_EMIT problem(u"%1 was refused: %2"_s.arg(base::plainLine(m_message.method, 60), base::plainLine(message)));
}

void Call::noteVersion(const QJsonObject &answer)
{
    const QString version = answer.value("result"_L1).toObject().value("protocolVersion"_L1).toString();
    if (m_message.method == "initialize"_L1 && !version.isEmpty())
        Q_EMIT negotiated(version);
}

void Call::onEvent(const QByteArray &data)
{
    if (!m_isAnswered)
        static_cast<void>(pass(data));
}

void Call::onFinished(HttpExchange::Outcome outcome)
{
    switch (outcome) {
    case HttpExchange::Outcome::Answered:
        return onAnswer();
    case HttpExchange::Outcome::NotSent:
        Q_EMIT ended(isEstablished() ? End::Asleep : End::NotSent);
        return;
    case HttpExchange::Outcome::KeptBack:
        return giveUp(u"Another user's program listens where Tokensmith should be, so nothing was sent to it. End that "
                      "program, or start Tokensmith on another port."_s);
    case HttpExchange::Outcome::Lost:
        return onLost();
    case HttpExchange::Outcome::NotReadable:
        if (m_isAnswered)
            Q_EMIT ended(End::Done);
        else
            giveUp(u"What answers there can't be understood. Check TOKENSMITH_URL."_s);
        return;
    }
    Q_UNREACHABLE();
}

void Call::onAnswer()
{
    const int status = m_exchange->status();
    if (status == kUnauthorised)
        Q_EMIT problem(unknownKeySentence());
    if (m_exchange->isEventStream())
        return onLost(); // or it has come as an event
    if (status == kPaused && isEstablished()) {
        Q_EMIT ended(End::Asleep);
        return;
    }
    const bool passed = status != kUnauthorised && pass(m_exchange->body());
    if (passed || (m_message.ids.isEmpty() && status < kFirstError)) {
        Q_EMIT ended(End::Done);
        return;
    }
    giveUp(sentenceFor(status));
}

void Call::onLost()
{
    if (m_isAnswered)
        Q_EMIT ended(End::Done);
    else if (isEstablished())
        Q_EMIT ended(End::Asleep);
    else if (m_message.mayChangeState)
        giveUp(outcomeUnknown(m_message));
    else if (m_attempts < kMostAttempts)
        Q_EMIT ended(End::Repeat);
    else
        giveUp(u"Tokensmith ended the connection before it answered. Try again."_s);
}

} // namespace tokensmith::bridge
