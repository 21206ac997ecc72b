// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/eventparser.h"

#include <algorithm>
#include <utility>

namespace tokensmith::bridge {

namespace {

constexpr QByteArrayView kDataField("data");

} // namespace

EventParser::EventParser(qsizetype limit)
    : m_limit(limit)
{
}

QByteArrayList EventParser::feed(QByteArrayView bytes)
{
    QByteArrayList events;
    const auto isEnd = [](char c) { return c == '\n' || c == '\r'; };
    while (!bytes.isEmpty() && !m_hasFailed) {
        if (std::exchange(m_afterReturn, false) && bytes.front() == '\n') { // the second half of a CRLF
            bytes = bytes.sliced(1);
            continue;
        }
        const auto end = std::find_if(bytes.begin(), bytes.end(), isEnd);
        const qsizetype length = end - bytes.begin();
        m_line.append(bytes.first(length));
        m_hasFailed = m_line.size() + m_data.size() > m_limit;
        if (end == bytes.end())
            break;
        m_afterReturn = *end == '\r';
        bytes = bytes.sliced(length + 1);
        endLine(events);
    }
    return events;
}

void EventParser::endLine(QByteArrayList &events)
{
    const QByteArray line = std::exchange(m_line, {});
    if (line.isEmpty()) {
        if (std::exchange(m_hasData, false))
            events.append(std::exchange(m_data, {}));
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView field = QByteArrayView(line).first(colon < 0 ? line.size() : colon);
    if (field != kDataField)
        return;
    QByteArrayView value = colon < 0 ? QByteArrayView() : QByteArrayView(line).sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (std::exchange(m_hasData, true))
        m_data.append('\n');
    m_data.append(value);
}

} // namespace tokensmith::bridge
