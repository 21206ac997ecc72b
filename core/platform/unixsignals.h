// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <initializer_list>

class QSocketNotifier;

namespace tokensmith::platform {

/**
 * Brings signals of the operating system (SIGTERM, SIGINT) into the event loop: the handler only writes a byte into a
 * socket pair, received() is emitted from the loop. One at a time per process; a second one asserts. On destruction the
 * signals get their default handling back, so one that comes during the clean-up ends the program at once.
 */
class UnixSignals final : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(std::initializer_list<int> signalNumbers, QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void received(int signalNumber);

private:
    void read();

    QList<int> m_signalNumbers;
    int m_readEnd = -1;
    QSocketNotifier *m_notifier = nullptr; // child
};

} // namespace tokensmith::platform
