// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/sessionlock.h"

#include <QCoreApplication>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace tokensmith::platform {

namespace {

constexpr auto kLogin = "org.freedesktop.login1"_L1;
constexpr auto kLoginPath = "/org/freedesktop/login1"_L1;
constexpr auto kManager = "org.freedesktop.login1.Manager"_L1;
constexpr auto kSession = "org.freedesktop.login1.Session"_L1;
constexpr auto kProperties = "org.freedesktop.DBus.Properties"_L1;

struct ScreenSaver
{
    QLatin1StringView name; ///< of service and interface
    QLatin1StringView path;
};

/** KDE answers on both paths of the freedesktop name, others on the first. */
constexpr ScreenSaver kScreenSavers[]{
    {"org.freedesktop.ScreenSaver"_L1, "/org/freedesktop/ScreenSaver"_L1},
    {"org.freedesktop.ScreenSaver"_L1, "/ScreenSaver"_L1},
    {"org.gnome.ScreenSaver"_L1, "/org/gnome/ScreenSaver"_L1},
};

QDBusMessage callTo(QLatin1StringView service, QLatin1StringView path, QLatin1StringView interface,
                    const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, method);
    call.setArguments(arguments);
    call.setAutoStartService(false);
    return call;
}

} // namespace

SessionLock::SessionLock(const Options &options, QObject *parent)
    : QObject(parent)
    , m_session(options.session)
    , m_system(options.system)
    , m_reason(options.reason)
{
    if (m_session.isConnected()) {
        for (const ScreenSaver &saver : kScreenSavers)
            m_session.connect(saver.name, saver.path, saver.name, u"ActiveChanged"_s, this, SLOT(onScreenSaver(bool)));
        watch(m_session, u"org.freedesktop.ScreenSaver"_s);
        watch(m_session, u"org.gnome.ScreenSaver"_s);
    }
    if (m_system.isConnected()) {
        m_system.connect(kLogin, kLoginPath, kManager, u"PrepareForSleep"_s, this, SLOT(onSleep(bool)));
        watch(m_system, kLogin);
    }
}

void SessionLock::watch(const QDBusConnection &bus, const QString &service)
{
    auto *watcher = new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, [this, service] { setPresent(service, true); });
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this, service] { setPresent(service, false); });
    QDBusMessage ask = callTo("org.freedesktop.DBus"_L1, "/org/freedesktop/DBus"_L1, "org.freedesktop.DBus"_L1,
                              u"NameHasOwner"_s, {service});
    auto *call = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, service](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<bool> reply = *done;
        if (!reply.isError() && reply.value())
            setPresent(service, true);
    });
}

void SessionLock::setPresent(const QString &service, bool present)
{
    if (m_sources.contains(service) == present)
        return;
    if (service == kLogin) {
        // It counts once it knows our session: without one there is no screen of ours that it could lock.
        if (present) {
            findSession();
            takeDelay();
            return;
        }
        m_sessionPath.clear();
        m_delay = {};
    }
    if (present)
        m_sources.insert(service);
    else
        m_sources.remove(service);
    Q_EMIT availabilityChanged();
}

void SessionLock::findSession()
{
    const QString named = qEnvironmentVariable("XDG_SESSION_ID");
    const QDBusMessage ask = named.isEmpty()
                                 ? callTo(kLogin, kLoginPath, kManager, u"GetSessionByPID"_s,
                                          {QVariant::fromValue(static_cast<uint>(QCoreApplication::applicationPid()))})
                                 : callTo(kLogin, kLoginPath, kManager, u"GetSession"_s, {named});
    auto *call = new QDBusPendingCallWatcher(m_system.asyncCall(ask), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *done;
        if (reply.isError() || m_sources.contains(kLogin))
            return;
        m_sessionPath = reply.value().path();
        m_system.connect(kLogin, m_sessionPath, kSession, u"Lock"_s, this, SLOT(onSessionLock()));
        m_system.connect(kLogin, m_sessionPath, kProperties, u"PropertiesChanged"_s, this,
                         SLOT(onSessionProperties(QString, QVariantMap, QStringList)));
        m_sources.insert(kLogin);
        Q_EMIT availabilityChanged();
    });
}

void SessionLock::takeDelay()
{
    const QDBusMessage ask =
        callTo(kLogin, kLoginPath, kManager, u"Inhibit"_s, {u"sleep"_s, u"Tokensmith"_s, m_reason, u"delay"_s});
    auto *call = new QDBusPendingCallWatcher(m_system.asyncCall(ask), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
        if (!reply.isError())
            m_delay = reply.value();
    });
}

void SessionLock::onScreenSaver(bool active)
{
    if (active)
        Q_EMIT locked();
}

void SessionLock::onSessionLock()
{
    Q_EMIT locked();
}

void SessionLock::onSessionProperties(const QString &interface, const QVariantMap &changed, const QStringList &)
{
    if (interface == kSession && changed.value(u"LockedHint"_s).toBool())
        Q_EMIT locked();
}

void SessionLock::onSleep(bool beginning)
{
    if (beginning) {
        Q_EMIT sleepSoon();
        m_delay = {}; // closes it: the machine may sleep now
    } else {
        takeDelay();
    }
}

} // namespace tokensmith::platform
