// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkInformation>
#include <QObject>

namespace tokensmith::platform {

/**
 * Says when the network may work again, as the desktop's network service or the kernel sees it. Where neither tells,
 * nothing is ever said: whoever waits must also try by itself. Nothing is asked before start().
 */
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    using Reachability = QNetworkInformation::Reachability;
    using QObject::QObject;

    /** Begins to listen; a second call does nothing. */
    void start();

    /** What was heard. Losing the network, or not knowing, is no news. */
    void note(Reachability reachability);

Q_SIGNALS:
    void networkBack();

private:
    enum class Phase { Idle, Listening };
    Phase m_phase = Phase::Idle;
    Reachability m_reachability = Reachability::Unknown;
};

} // namespace tokensmith::platform
