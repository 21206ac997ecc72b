// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace tokensmith::bridge {

/**
 * Writes lines to a descriptor in their order, each at once where the reader keeps up; keeps what a slow reader has not
 * taken. Never blocks, though the descriptor's flags are left alone (it may be shared): it writes only what fits.
 */
class StdoutWriter final : public QObject
{
    Q_OBJECT

public:
    explicit StdoutWriter(int descriptor, QObject *parent = nullptr);

    /** Adds a line end. */
    void write(const QByteArray &line);
    [[nodiscard]] qsizetype pendingBytes() const { return m_out.size() - m_written; }

Q_SIGNALS:
    void drained(); ///< nothing is pending any more
    void closed();  ///< nobody reads any more

private:
    void flush();
    [[nodiscard]] bool canTake() const;

    const int m_descriptor;
    QSocketNotifier m_notifier;
    QByteArray m_out;
    qsizetype m_written = 0; ///< bytes at the beginning of m_out that are gone
};

} // namespace tokensmith::bridge
