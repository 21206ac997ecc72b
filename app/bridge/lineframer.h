// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace tokensmith::bridge {

/** One line of the client's, without its end. */
struct Line
{
    enum class Kind {
        Whole,
        TooLong, ///< longer than the limit; its bytes were thrown away
    };
    Kind kind = Kind::Whole;
    QByteArray bytes = {};
};

/**
 * Cuts what arrives on stdin into lines (LF or CRLF; MCP 2026-07-28, basic/transports/stdio). Blank lines are skipped.
 * Bytes only; what comes out does not depend on how they were sliced. Holds at most `limit` bytes of a line.
 */
class LineFramer
{
public:
    explicit LineFramer(qsizetype limit);

    [[nodiscard]] std::vector<Line> feed(QByteArrayView bytes);
    /** What is left at the end of the input: a line without an end, or nothing. */
    [[nodiscard]] std::optional<Line> finish();

private:
    void keep(QByteArrayView bytes);
    [[nodiscard]] std::optional<Line> take();

    const qsizetype m_limit;
    QByteArray m_line;
    bool m_isTooLong = false;
};

} // namespace tokensmith::bridge
