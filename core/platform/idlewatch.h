// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace tokensmith::platform {

/**
 * Says once when nobody has touched keyboard or mouse for a while.
 *
 * The desktop is asked first (Mutter's idle monitor, then org.freedesktop.ScreenSaver), because somebody at work in
 * another program is not away; both count in milliseconds (KDE's screen locker hands on KIdleTime::idleTime(); on
 * Wayland it refuses). Where neither answers, input to our own windows counts, which noteInput() reports. No
 * polling: one timer runs until the limit could be reached at the earliest.
 */
class IdleWatch final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QDBusConnection session;
        std::chrono::milliseconds leastPause{5000}; ///< between two questions to the desktop
    };

    explicit IdleWatch(const Options &options, QObject *parent = nullptr);

    /** Starts over; 0: never. */
    void setLimit(std::chrono::milliseconds limit);

    /** Somebody used one of our windows. Cheap. After expired() the watch starts over with it. */
    void noteInput();

Q_SIGNALS:
    void expired();

private:
    /** Who can say how long nobody touched anything. */
    enum class Source { Mutter, ScreenSaver, OwnWindows };

    void ask(Source source);
    void askDesktop(Source source);
    void judgeAnswer(std::chrono::milliseconds idle);
    void judge(std::chrono::milliseconds idle);
    void waitFor(std::chrono::milliseconds time);

    QDBusConnection m_session;
    std::chrono::milliseconds m_leastPause;
    std::chrono::milliseconds m_limit{0};
    QTimer m_timer;
    QElapsedTimer m_sinceInput;
    int m_zeros = 0;  ///< answers in a row that nobody is idle at all
    int m_number = 0; ///< counts starts: an answer to an older question is not looked at
};

} // namespace tokensmith::platform
