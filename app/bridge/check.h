// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bridge/httpexchange.h"

#include <QObject>

namespace tokensmith::bridge {

/** --check: asks once and says in one sentence whether the app answers and knows the key. Starts nothing. */
class Check final : public QObject
{
    Q_OBJECT

public:
    enum class Verdict { Good, Bad };

    struct Options
    {
        QUrl url;
        base::Secret key;
        HttpExchange::Peer peer = HttpExchange::Peer::ThisUser;
    };

    explicit Check(Options options, QObject *parent = nullptr);
    void start() { m_exchange.start(); }

Q_SIGNALS:
    void finished(tokensmith::bridge::Check::Verdict verdict, const QString &sentence);

private:
    void onFinished(HttpExchange::Outcome outcome);
    void onAnswer();

    const QString m_place;
    HttpExchange m_exchange;
};

} // namespace tokensmith::bridge
