// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QString>

class QDBusPendingCallWatcher;

namespace tokensmith::platform {

/** What a notification says. Plain text; it may hold names from outside, never a secret. */
struct Notification
{
    enum class Urgency { Normal, Critical };

    QString topic; ///< given back by chosen(); a later one of the same topic takes the place of the first
    QString title;
    QString body = {};
    QString action = {}; ///< label of a button; a click on the notification does the same
    Urgency urgency = Urgency::Normal;
};

/**
 * Messages of the desktop: org.freedesktop.Notifications. Without a notification service nothing happens: what matters
 * is in the window as well. Text is escaped where the service reads markup.
 * Source: freedesktop, "Desktop Notifications Specification" 1.2.
 */
class Notifications final : public QObject
{
    Q_OBJECT

public:
    explicit Notifications(const QDBusConnection &session, QObject *parent = nullptr);

    void show(const Notification &notification);

    /** Takes it back where it is still on the screen. */
    void withdraw(const QString &topic);

Q_SIGNALS:
    void shown(const QString &topic);  ///< the service took it
    void failed(const QString &topic); ///< it did not, or there is none; nobody saw it
    void chosen(const QString &topic); ///< the person clicked it or its button

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    void send(const Notification &notification);

    /** Whether the service reads markup in the body; asked once, when the first is shown. */
    enum class Body { NotAsked, Asked, Plain, Markup };

    QDBusConnection m_bus;
    Body m_body = Body::NotAsked;
    QList<Notification> m_waiting;
    QHash<QString, uint> m_shown; ///< topic → id
};

} // namespace tokensmith::platform
