// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/check.h"

#include "app/bridge/answers.h"
#include "app/bridge/requesthead.h"

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOk = 200;

HttpExchange::Request pingOf(const Check::Options &options)
{
    const Message ping = parseMessage(R"({"jsonrpc":"2.0","id":1,"method":"ping"})");
    return {.url = options.url,
            .head = postHead(ping, {.url = options.url, .key = options.key}),
            .body = ping.body,
            .peer = options.peer};
}

} // namespace

Check::Check(Options options, QObject *parent)
    : QObject(parent)
    , m_place(options.url.toString())
    , m_exchange(pingOf(options))
{
    connect(&m_exchange, &HttpExchange::finished, this, &Check::onFinished);
}

void Check::onFinished(HttpExchange::Outcome outcome)
{
    switch (outcome) {
    case HttpExchange::Outcome::Answered:
        return onAnswer();
    case HttpExchange::Outcome::NotSent:
        Q_EMIT finished(Verdict::Bad, u"Nothing answers at %1. Start Tokensmith."_s.arg(m_place));
        return;
    case HttpExchange::Outcome::KeptBack:
        Q_EMIT finished(Verdict::Bad, u"Another user's program listens at %1; the key was not sent."_s.arg(m_place));
        return;
    case HttpExchange::Outcome::Lost:
    case HttpExchange::Outcome::NotReadable:
        Q_EMIT finished(Verdict::Bad, u"What answers at %1 is not Tokensmith."_s.arg(m_place));
        return;
    }
    Q_UNREACHABLE();
}

void Check::onAnswer()
{
    if (m_exchange.status() == kOk)
        Q_EMIT finished(Verdict::Good, u"Tokensmith answers at %1 and knows the key."_s.arg(m_place));
    else
        Q_EMIT finished(Verdict::Bad, u"%1 (%2)"_s.arg(sentenceFor(m_exchange.status()), m_place));
}

} // namespace tokensmith::bridge
