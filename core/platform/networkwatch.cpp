// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/networkwatch.h"

#include <utility>

namespace tokensmith::platform {

void NetworkWatch::start()
{
    if (std::exchange(m_phase, Phase::Listening) == Phase::Listening)
        return;
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    const QNetworkInformation *network = QNetworkInformation::instance();
    note(network->reachability());
    connect(network, &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::note);
}

void NetworkWatch::note(Reachability reachability)
{
    // They stand in order, from Unknown and Disconnected up to Online. Site is enough: some networks
    // let our calls through and not the desktop's own.
    const Reachability before = std::exchange(m_reachability, reachability);
    if (before != Reachability::Unknown && reachability > before && reachability >= Reachability::Site)
        Q_EMIT networkBack();
}

} // namespace tokensmith::platform
