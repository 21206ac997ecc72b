// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/colorscheme.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokensmith::platform {

namespace {

constexpr auto kService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto kPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto kGroup = "org.freedesktop.appearance"_L1;
constexpr auto kKey = "color-scheme"_L1;
constexpr std::chrono::milliseconds kAnswerTime{5000}; // starting the portal may take that long

// Read() wraps its answer in one variant more than the signal does, and some portals in two.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

ColorScheme::Scheme toScheme(const QVariant &value)
{
    bool isNumber = false;
    const uint preference = unwrapped(value).toUInt(&isNumber);
    if (isNumber && preference == 1)
        return ColorScheme::Scheme::Dark;
    if (isNumber && preference == 2)
        return ColorScheme::Scheme::Light;
    return ColorScheme::Scheme::Unknown;
}

} // namespace

PortalColorScheme::PortalColorScheme(const QDBusConnection &bus, QObject *parent)
    : ColorScheme(parent)
{
    QDBusConnection connection = bus;
    if (!connection.isConnected()) {
        m_resolved = true;
        return;
    }
    // Qt 6.4 looks the slot's types up by name and refuses, without a word, one that nobody has used yet.
    qRegisterMetaType<QDBusVariant>();
    connection.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                       SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    read.setArguments({QString(kGroup), QString(kKey)});
    auto *call = new QDBusPendingCallWatcher(connection.asyncCall(read, static_cast<int>(kAnswerTime.count())), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, &PortalColorScheme::onAnswer);
}

void PortalColorScheme::onAnswer(QDBusPendingCallWatcher *call)
{
    call->deleteLater();
    const QDBusPendingReply<QDBusVariant> reply = *call;
    if (!m_resolved) { // a change that came first is newer than this answer
        m_resolved = true;
        setScheme(reply.isError() ? Scheme::Unknown : toScheme(reply.value().variant()));
        Q_EMIT resolved();
    }
}

void PortalColorScheme::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != kGroup || key != kKey)
        return;
    setScheme(toScheme(value.variant()));
    if (!std::exchange(m_resolved, true))
        Q_EMIT resolved();
}

void PortalColorScheme::setScheme(Scheme scheme)
{
    if (std::exchange(m_scheme, scheme) != scheme)
        Q_EMIT schemeChanged(scheme);
}

} // namespace tokensmith::platform
