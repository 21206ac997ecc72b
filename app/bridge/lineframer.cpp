// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/lineframer.h"

#include <utility>

namespace tokensmith::bridge {

LineFramer::LineFramer(qsizetype limit)
    : m_limit(limit)
{
}

std::vector<Line> LineFramer::feed(QByteArrayView bytes)
{
    std::vector<Line> lines;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n')) {
        keep(bytes.first(end));
        bytes = bytes.sliced(end + 1);
        if (std::optional<Line> line = take())
            lines.push_back(*std::move(line));
    }
    keep(bytes);
    return lines;
}

std::optional<Line> LineFramer::finish()
{
    return take();
}

void LineFramer::keep(QByteArrayView bytes)
{
    if (m_isTooLong)
        return;
    if (m_line.size() + bytes.size() > m_limit + 1) { // one for a carriage return
        m_isTooLong = true;
        m_line = {};
        return;
    }
    m_line.append(bytes);
}

std::optional<Line> LineFramer::take()
{
    QByteArray bytes = std::exchange(m_line, {});
    if (std::exchange(m_isTooLong, false))
        return Line{.kind = Line::Kind::TooLong};
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    if (bytes.size() > m_limit)
        return Line{.kind = Line::Kind::TooLong};
    if (bytes.trimmed().isEmpty())
        return std::nullopt;
    return Line{.bytes = std::move(bytes)};
}

} // namespace tokensmith::bridge
