// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bridge/message.h"
#include "core/base/secret.h"

#include <QUrl>

namespace tokensmith::bridge {

/** What the head of a request needs besides the message. */
struct HeadContext
{
    QUrl url;
    base::Secret key;
    QString legacyVersion = {}; ///< what `initialize` settled; empty before
};

/**
 * The head of the POST that carries `message`, up to and with its blank line; it holds the key. Adds the headers that
 * repeat parts of the body (MCP 2026-07-28, basic/transports/streamable-http; before: MCP-Protocol-Version only).
 */
[[nodiscard]] base::Secret postHead(const Message &message, const HeadContext &context);

/** The head of a GET without a key. */
[[nodiscard]] base::Secret getHead(const QUrl &url);

/** `text` as a header value; where it can't stand as it is, `=?base64?…?=` of its UTF-8. */
[[nodiscard]] QByteArray headerValue(const QString &text);

} // namespace tokensmith::bridge
