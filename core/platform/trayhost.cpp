// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/trayhost.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace tokensmith::platform {

namespace {

constexpr auto kService = "org.kde.StatusNotifierWatcher"_L1; // name of service and interface alike
constexpr auto kPath = "/StatusNotifierWatcher"_L1;

} // namespace

TrayHost::TrayHost(Options options, QObject *parent)
    : QObject(parent)
    , m_bus(options.bus)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &TrayHost::timedOut);
    m_patience.start(options.patience);
    if (!m_bus.isConnected())
        return;
    m_watcher.setConnection(m_bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    m_watcher.addWatchedService(kService);
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, &TrayHost::askHost);
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] { setAvailable(false); });
    for (const QString &signal : {u"StatusNotifierHostRegistered"_s, u"StatusNotifierHostUnregistered"_s})
        m_bus.connect(kService, kPath, kService, signal, this, SLOT(askHost()));
    askHost();
}

void TrayHost::askHost()
{
    QDBusMessage get = QDBusMessage::createMethodCall(kService, kPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    get.setArguments({QString(kService), u"IsStatusNotifierHostRegistered"_s});
    get.setAutoStartService(false);
    auto *call = new QDBusPendingCallWatcher(m_bus.asyncCall(get), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, &TrayHost::onAnswer);
}

void TrayHost::onAnswer(QDBusPendingCallWatcher *call)
{
    call->deleteLater();
    const QDBusPendingReply<QDBusVariant> reply = *call;
    setAvailable(!reply.isError() && reply.value().variant().toBool());
}

void TrayHost::setAvailable(bool available)
{
    if (available == m_available)
        return;
    m_available = available;
    if (available) {
        m_patience.stop();
        Q_EMIT this->available();
    } else {
        Q_EMIT lost();
    }
}

} // namespace tokensmith::platform
