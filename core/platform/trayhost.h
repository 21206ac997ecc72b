// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>

class QDBusPendingCallWatcher;

namespace tokensmith::platform {

/**
 * Knows whether a desktop panel shows tray icons: org.kde.StatusNotifierWatcher with a registered host
 * (freedesktop StatusNotifierItem).
 *
 * Qt 6.4 looks once, at the first use of QSystemTrayIcon, and keeps the answer for the life of the process; a program
 * started with the session is often earlier than the panel. So nothing may touch QSystemTrayIcon before available().
 */
class TrayHost final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QDBusConnection bus;
        std::chrono::milliseconds patience{20'000}; ///< until timedOut(); watching goes on after it
    };

    explicit TrayHost(Options options, QObject *parent = nullptr);

    /** A host is there now. */
    [[nodiscard]] bool isAvailable() const { return m_available; }

Q_SIGNALS:
    void available(); ///< a host has appeared; again after each lost()
    void lost();      ///< the host has gone, a hidden window can't be reached through the tray
    void timedOut();  ///< once, if no host has appeared within the patience given

private Q_SLOTS:
    void askHost();

private:
    void onAnswer(QDBusPendingCallWatcher *call);
    void setAvailable(bool available);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QTimer m_patience;
    bool m_available = false;
};

} // namespace tokensmith::platform
