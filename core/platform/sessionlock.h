// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QDBusUnixFileDescriptor>
#include <QDBusVariant>
#include <QObject>
#include <QSet>
#include <QString>
#include <QVariantMap>

class QDBusPendingCallWatcher;

namespace tokensmith::platform {

/**
 * Says when the screen is locked and when the machine is about to sleep.
 *
 * Three sources, all optional, late or restarted at will: the session in logind (Lock, LockedHint, PrepareForSleep),
 * org.freedesktop.ScreenSaver and org.gnome.ScreenSaver (ActiveChanged). One event may come from several of them.
 * While logind is there it is asked to wait a moment before sleep ("delay"), until the slots of sleepSoon() are done.
 * Source: systemd, org.freedesktop.login1(5).
 */
class SessionLock final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QDBusConnection session;
        QDBusConnection system;
        QString reason = {}; ///< for logind: what is done before sleep
    };

    explicit SessionLock(const Options &options, QObject *parent = nullptr);

    /** At least one source is there now: a lock of the screen will be noticed. */
    [[nodiscard]] bool isAvailable() const { return !m_sources.isEmpty(); }

Q_SIGNALS:
    void locked();
    void sleepSoon();
    void availabilityChanged();

private Q_SLOTS:
    void onScreenSaver(bool active);
    void onSessionLock();
    void onSessionProperties(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);
    void onSleep(bool beginning);

private:
    void watch(const QDBusConnection &bus, const QString &service);
    void setPresent(const QString &service, bool present);
    void findSession();
    void takeDelay();

    QDBusConnection m_session;
    QDBusConnection m_system;
    QString m_reason;
    QSet<QString> m_sources; ///< names of those that are there
    QString m_sessionPath;   ///< of our session in logind
    QDBusUnixFileDescriptor m_delay;
};

} // namespace tokensmith::platform
