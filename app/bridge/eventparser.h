// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace tokensmith::bridge {

/**
 * Cuts a text/event-stream into the data of its events (WHATWG HTML, 9.2.6). Comments, ids, types and retry times are
 * skipped, and so are events without data. Bytes only; slicing does not matter.
 */
class EventParser
{
public:
    explicit EventParser(qsizetype limit);

    [[nodiscard]] QByteArrayList feed(QByteArrayView bytes);
    /** An event longer than the limit: the stream can't be read on. */
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    void endLine(QByteArrayList &events);

    const qsizetype m_limit;
    QByteArray m_line;
    QByteArray m_data;
    bool m_hasData = false;
    bool m_afterReturn = false;
    bool m_hasFailed = false;
};

} // namespace tokensmith::bridge
