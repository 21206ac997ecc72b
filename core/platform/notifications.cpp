// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/notifications.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

#include <utility>

using namespace Qt::StringLiterals;

namespace tokensmith::platform {

namespace {

constexpr auto kName = "org.freedesktop.Notifications"_L1; // of service and interface
constexpr auto kPath = "/org/freedesktop/Notifications"_L1;
constexpr auto kDefaultAction = "default"_L1;
constexpr int kUsualTime = -1; // the service decides

QDBusMessage callTo(const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kName, kPath, kName, method);
    call.setArguments(arguments);
    return call;
}

uchar levelOf(Notification::Urgency urgency)
{
    switch (urgency) {
    case Notification::Urgency::Normal:
        return 1;
    case Notification::Urgency::Critical:
        return 2;
    }
    Q_UNREACHABLE();
}

} // namespace

Notifications::Notifications(const QDBusConnection &session, QObject *parent)
    : QObject(parent)
    , m_bus(session)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(kName, kPath, kName, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(kName, kPath, kName, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
}

void Notifications::show(const Notification &notification)
{
    if (!m_bus.isConnected()) {
        Q_EMIT failed(notification.topic);
        return;
    }
    if (m_body == Body::Plain || m_body == Body::Markup) {
        send(notification);
        return;
    }
    m_waiting.append(notification);
    if (std::exchange(m_body, Body::Asked) == Body::Asked)
        return;
    auto *call = new QDBusPendingCallWatcher(m_bus.asyncCall(callTo(u"GetCapabilities"_s, {})), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QStringList> reply = *done;
        const QList<Notification> waiting = std::exchange(m_waiting, {});
        if (reply.isError()) {
            m_body = Body::NotAsked; // there is no service now; one may come
            for (const Notification &one : waiting)
                Q_EMIT failed(one.topic);
            return;
        }
        m_body = reply.value().contains(u"body-markup"_s) ? Body::Markup : Body::Plain;
        for (const Notification &one : waiting)
            send(one);
    });
}

void Notifications::send(const Notification &notification)
{
    QStringList actions;
    if (!notification.action.isEmpty())
        actions = {kDefaultAction, notification.action, u"act"_s, notification.action};
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue(levelOf(notification.urgency))},
                            {u"desktop-entry"_s, u"dev.tokensmith.Tokensmith"_s}};
    const QString body = m_body == Body::Markup ? notification.body.toHtmlEscaped() : notification.body;
    const QDBusMessage notify =
        callTo(u"Notify"_s, {u"Tokensmith"_s, m_shown.value(notification.topic, 0U), u"dev.tokensmith.Tokensmith"_s,
                             notification.title, body, actions, hints, kUsualTime});
    auto *call = new QDBusPendingCallWatcher(m_bus.asyncCall(notify), this);
    connect(call, &QDBusPendingCallWatcher::finished, this,
            [this, topic = notification.topic](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                const QDBusPendingReply<uint> reply = *done;
                if (reply.isError()) {
                    Q_EMIT failed(topic);
                    return;
                }
                m_shown.insert(topic, reply.value());
                Q_EMIT shown(topic);
            });
}

void Notifications::withdraw(const QString &topic)
{
    const uint id = m_shown.take(topic);
    if (id != 0)
        m_bus.asyncCall(callTo(u"CloseNotification"_s, {id}));
}

void Notifications::onActionInvoked(uint id, const QString &)
{
    const QString topic = m_shown.key(id); // signals about other programs' notifications come here, too
    if (!topic.isNull())
        Q_EMIT chosen(topic);
}

void Notifications::onClosed(uint id, uint)
{
    const QString topic = m_shown.key(id);
    if (!topic.isNull())
        m_shown.remove(topic);
}

} // namespace tokensmith::platform
