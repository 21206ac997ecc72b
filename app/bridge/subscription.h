// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bridge/answers.h"

#include <QByteArrayList>
#include <QJsonValue>

namespace tokensmith::bridge {

/**
 * What the client has been told on one `subscriptions/listen` (MCP 2026-07-28, basic/utilities/subscriptions), which
 * outlives the app: after a restart it is sent again, and the client learns of it by the changes it may have missed.
 */
class Subscription
{
public:
    explicit Subscription(QJsonValue id);

    /** What to write for a message that came on the stream. */
    [[nodiscard]] QByteArrayList take(const Relayed &message);

    [[nodiscard]] bool isAcknowledged() const { return m_isAcknowledged; }

private:
    [[nodiscard]] QByteArrayList changesFor(const QJsonObject &agreed) const;

    const QJsonValue m_id;
    bool m_isAcknowledged = false;
};

} // namespace tokensmith::bridge
