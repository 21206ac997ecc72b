// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace tokensmith::test {

/** A notification service on its own connection to the test's bus. List this header among the test's sources. */
class FakeNotifications final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint replaces;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    explicit FakeNotifications(const QStringList &abilities = {QStringLiteral("body"), QStringLiteral("actions")})
        : m_abilities(abilities)
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("service")))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    ~FakeNotifications() override { QDBusConnection::disconnectFromBus(QStringLiteral("service")); }

    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (const Shown &one : shown)
            all.append(one.title);
        return all;
    }

    QList<Shown> shown = {};
    QList<uint> closed = {};

public Q_SLOTS:
    QStringList GetCapabilities() { return m_abilities; }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        shown.append({replaces, title, body, actions, hints});
        return replaces != 0 ? replaces : 40 + static_cast<uint>(shown.size());
    }
    void CloseNotification(uint id) { closed.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    QStringList m_abilities;
    QDBusConnection m_bus;
};

} // namespace tokensmith::test
