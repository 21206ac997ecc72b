// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace tokensmith::bridge {

/** Reads one HTTP/1.1 answer (RFC 9112) from bytes as they arrive. */
class ReplyParser
{
public:
    enum class State { Head, Body, Done, Failed };

    ReplyParser();
    ~ReplyParser();
    Q_DISABLE_COPY_MOVE(ReplyParser)

    State feed(QByteArrayView bytes);
    /** The connection ended. Done only if the answer may end so. */
    State finish();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int status() const; ///< 0 before the body begins
    [[nodiscard]] bool isEventStream() const;
    /** What of the body has come since the last call, transfer coding removed. */
    [[nodiscard]] QByteArray takeBody();

private:
    class Parser;
    State advance();

    std::unique_ptr<Parser> m_parser;
    QByteArray m_in; ///< not yet consumed
    State m_state = State::Head;
};

} // namespace tokensmith::bridge
