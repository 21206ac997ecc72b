// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bridge/message.h"

#include <QJsonObject>

#include <optional>

namespace tokensmith::bridge {

/** The lines that answer every request in `message` with a JSON-RPC error that says `sentence`; none without requests.
 */
[[nodiscard]] QByteArrayList errorLines(const Message &message, const QString &sentence);

/** The line for what could not be read so far as to know its id. `code`: -32700 no JSON, -32600 no JSON-RPC. */
[[nodiscard]] QByteArray anonymousErrorLine(int code, const QString &sentence);

/** A JSON-RPC message of the server's, made ready for stdout. */
struct Relayed
{
    QByteArray line;
    QJsonObject object = {}; ///< empty for a batch

    /** What it is to the message it came for. */
    enum class Role {
        Answer, ///< the answer; nothing is to come after it
        Extra,  ///< progress, a log message, …
    };
    Role role = Role::Extra;
};

/**
 * `json` as one line. An error that names no request (a refusal that was made before the body was read) gets the id of
 * the only request in `message`. Nothing: that is no JSON-RPC.
 */
[[nodiscard]] std::optional<Relayed> relay(const Message &message, const QByteArray &json);

/** What the person should do about an HTTP status without a JSON-RPC answer. */
[[nodiscard]] QString sentenceFor(int status);

/** The key is not known to the server. */
[[nodiscard]] QString unknownKeySentence();

} // namespace tokensmith::bridge
