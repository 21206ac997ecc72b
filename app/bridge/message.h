// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>

namespace tokensmith::bridge {

/** Which kind of MCP a message speaks; told from the message alone (MCP 2026-07-28, basic/versioning). */
enum class Era {
    Legacy, ///< up to 2025-11-25: `initialize` settles the version
    Modern, ///< 2026-07-28 on: every message names its version in `_meta`
};

/** What the client wrote on one line, as far as forwarding it needs to know. */
struct Message
{
    enum class Kind { Request, Notification, Response, Batch, NotJson, NotJsonRpc };

    Kind kind = Kind::NotJson;
    Era era = Era::Legacy;
    QByteArray body = {};    ///< the line as it came
    QString method = {};     ///< empty for responses and batches
    QString version = {};    ///< Modern: what `_meta` says
    QString name = {};       ///< what Mcp-Name must say; null where it has no place
    QJsonArray ids = {};     ///< of the requests in it: none, one, or a batch's
    QByteArray cancels = {}; ///< notifications/cancelled: the key of the request's id

    /** The message or a part of it may change something, so that sending it twice could do it twice. */
    bool mayChangeState = false;

    [[nodiscard]] bool listens() const; ///< subscriptions/listen: ends only when one side wants it
};

[[nodiscard]] Message parseMessage(QByteArray line);

/** Equal for equal ids and only these: 1 is not "1". */
[[nodiscard]] QByteArray idKey(const QJsonValue &id);

} // namespace tokensmith::bridge
