// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/httpexchange.h"

#include "app/bridge/listener.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QPointer>

#include <utility>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestAnswer = 64 * 1024 * 1024;

QHostAddress addressOf(const QUrl &url)
{
    return url.host() == "::1"_L1 ? QHostAddress(QHostAddress::LocalHostIPv6) : QHostAddress(QHostAddress::LocalHost);
}

} // namespace

HttpExchange::HttpExchange(Request request, QObject *parent)
    : QObject(parent)
    , m_url(std::move(request.url))
    , m_head(std::move(request.head))
    , m_requestBody(std::move(request.body))
    , m_peer(request.peer)
    , m_events(kLargestAnswer)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QTcpSocket::connected, this, &HttpExchange::onConnected);
    connect(&m_socket, &QTcpSocket::readyRead, this, &HttpExchange::onReadyRead);
    connect(&m_socket, &QTcpSocket::disconnected, this, &HttpExchange::onDisconnected);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &HttpExchange::onError);
}

HttpExchange::~HttpExchange()
{
    m_socket.disconnect(this); // it says goodbye when it is destroyed, after what the answer would go to
}

void HttpExchange::start()
{
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.connectToHost(addressOf(m_url), static_cast<quint16>(m_url.port(80)));
}

void HttpExchange::onConnected()
{
    m_wasConnected = true;
    if (m_peer == Peer::ThisUser
        && listenerOwner(addressOf(m_url), static_cast<quint16>(m_url.port(80))) == ListenerOwner::SomebodyElse) {
        finish(Outcome::KeptBack);
        return;
    }
    m_socket.write(m_head.reveal());
    m_head = {};
    m_socket.write(std::exchange(m_requestBody, {}));
}

void HttpExchange::onReadyRead()
{
    if (!m_isFinished)
        take(m_parser.feed(m_socket.readAll()));
}

void HttpExchange::onDisconnected()
{
    const QPointer<HttpExchange> self(this);
    onReadyRead();
    if (self && !m_isFinished)
        take(m_parser.finish());
}

void HttpExchange::onError()
{
    if (!m_wasConnected)
        finish(Outcome::NotSent);
    else if (m_socket.state() == QAbstractSocket::UnconnectedState)
        onDisconnected();
}

void HttpExchange::take(ReplyParser::State state)
{
    const QByteArray bytes = m_parser.takeBody();
    const QPointer<HttpExchange> self(this); // whoever gets an event may hang up
    if (isEventStream()) {
        const QByteArrayList events = m_events.feed(bytes);
        for (const QByteArray &data : events) {
            Q_EMIT eventArrived(data);
            if (!self)
                return;
        }
    } else {
        m_body.append(bytes);
    }
    if (m_events.hasFailed() || m_body.size() > kLargestAnswer)
        return finish(Outcome::NotReadable);
    switch (state) {
    case ReplyParser::State::Head:
    case ReplyParser::State::Body:
        return;
    case ReplyParser::State::Done:
        return finish(Outcome::Answered);
    case ReplyParser::State::Failed:
        return finish(m_socket.state() == QAbstractSocket::UnconnectedState ? Outcome::Lost : Outcome::NotReadable);
    }
    Q_UNREACHABLE();
}

void HttpExchange::finish(Outcome outcome)
{
    if (std::exchange(m_isFinished, true))
        return;
    m_socket.abort();
    Q_EMIT finished(outcome);
}

} // namespace tokensmith::bridge
