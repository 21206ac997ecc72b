// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bridge/answers.h"
#include "app/bridge/httpexchange.h"
#include "app/bridge/requesthead.h"
#include "app/bridge/subscription.h"

#include <QObject>
#include <QScopedPointer>

#include <memory>
#include <optional>

namespace tokensmith::bridge {

/** One message of the client's on its way to the app and back. Deleting it cancels it. */
class Call final : public QObject
{
    Q_OBJECT

public:
    enum class End {
        Done,    ///< answered, or nothing more will come
        NotSent, ///< nobody has got it: send() it again when the app is found
        Repeat,  ///< it may have been received, and getting it twice does no harm: as above
        Asleep,  ///< a subscription whose app is gone: send() it again when the app is back
    };

    explicit Call(Message message, QObject *parent = nullptr);
    ~Call() override;

    [[nodiscard]] const Message &message() const { return m_message; }
    /** Of a subscription: it has been acknowledged, so that the client counts on it. */
    [[nodiscard]] bool isEstablished() const { return m_subscription && m_subscription->isAcknowledged(); }

    void send(const HeadContext &context, HttpExchange::Peer peer);
    /** Answers with an error that says `sentence`, and is Done. */
    void giveUp(const QString &sentence);

Q_SIGNALS:
    void line(const QByteArray &line);       ///< for stdout
    void problem(const QString &sentence);   ///< for people, on stderr
    void negotiated(const QString &version); ///< `initialize` was answered
    void ended(tokensmith::bridge::Call::End end);

private:
    void onEvent(const QByteArray &data);
    void onFinished(HttpExchange::Outcome outcome);
    void onAnswer();
    void onLost();
    bool pass(const QByteArray &json);
    void refuseQuietly(const Relayed &answer);
    void noteVersion(const QJsonObject &answer);

    const Message m_message;
    std::optional<Subscription> m_subscription;
    std::unique_ptr<HttpExchange, QScopedPointerDeleteLater> m_exchange; ///< often replaced from its own signal
    int m_attempts = 0;
    bool m_isAnswered = false;
};

} // namespace tokensmith::bridge
