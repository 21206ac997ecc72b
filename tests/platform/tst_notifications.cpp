// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/notifications.h"
#include "tests/support/fakenotifications.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using tokensmith::platform::Notification;
using tokensmith::platform::Notifications;
using tokensmith::test::FakeNotifications;

class NotificationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItIsGiven();
    void namesAreNoMarkup_data();
    void namesAreNoMarkup();
    void aTopicIsShownOnce();
    void aClickComesBack();
    void anothersClickDoesNot();
    void canBeTakenBack();
    void nobodyThereIsNoHarm();
};

void NotificationsTest::saysWhatItIsGiven()
{
    FakeNotifications service;
    Notifications notifications(QDBusConnection::sessionBus());
    notifications.show({.topic = u"t"_s, .title = u"Title"_s, .body = u"Body"_s, .action = u"Rotate…"_s});
    notifications.show({.topic = u"u"_s, .title = u"Second"_s, .urgency = Notification::Urgency::Critical});
    QTRY_COMPARE(service.shown.size(), 2);
    QCOMPARE(service.shown.at(0).title, u"Title"_s);
    QCOMPARE(service.shown.at(0).body, u"Body"_s);
    QVERIFY(service.shown.at(0).actions.contains(u"Rotate…"_s));
    QCOMPARE(service.shown.at(0).hints.value(u"urgency"_s).toInt(), 1);
    QVERIFY(service.shown.at(1).actions.isEmpty());
    QCOMPARE(service.shown.at(1).hints.value(u"urgency"_s).toInt(), 2);
}

void NotificationsTest::namesAreNoMarkup_data()
{
    QTest::addColumn<QStringList>("abilities");
    QTest::addColumn<QString>("body");
    QTest::newRow("plain") << QStringList{u"body"_s} << u"<b>x</b> & y"_s;
    QTest::newRow("markup") << QStringList{u"body"_s, u"body-markup"_s} << u"&lt;b&gt;x&lt;/b&gt; &amp; y"_s;
}

void NotificationsTest::namesAreNoMarkup()
{
    QFETCH(QStringList, abilities);
    FakeNotifications service(abilities);
    Notifications notifications(QDBusConnection::sessionBus());
    notifications.show({.topic = u"t"_s, .title = u"Title"_s, .body = u"<b>x</b> & y"_s});
    QTRY_COMPARE(service.shown.size(), 1);
    QTEST(service.shown.at(0).body, "body");
}

void NotificationsTest::aTopicIsShownOnce()
{
    FakeNotifications service;
    Notifications notifications(QDBusConnection::sessionBus());
    QSignalSpy taken(&notifications, &Notifications::shown);
    notifications.show({.topic = u"t"_s, .title = u"1 approval waiting"_s});
    QTRY_COMPARE(service.shown.size(), 1);
    QCOMPARE(service.shown.at(0).replaces, 0U);
    QTRY_COMPARE(taken.count(), 1); // the answer with its id
    notifications.show({.topic = u"t"_s, .title = u"2 approvals waiting"_s});
    QTRY_COMPARE(service.shown.size(), 2);
    QCOMPARE(service.shown.at(1).replaces, 41U);
}

void NotificationsTest::aClickComesBack()
{
    FakeNotifications service;
    Notifications notifications(QDBusConnection::sessionBus());
    QSignalSpy taken(&notifications, &Notifications::shown);
    QSignalSpy chosen(&notifications, &Notifications::chosen);
    notifications.show({.topic = u"t"_s, .title = u"Title"_s, .action = u"Open"_s});
    QTRY_COMPARE(service.shown.size(), 1);
    QTRY_COMPARE(taken.count(), 1); // the answer with its id
    Q_EMIT service.ActionInvoked(41, u"default"_s);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), u"t"_s);
    Q_EMIT service.NotificationClosed(41, 2);
    Q_EMIT service.ActionInvoked(41, u"default"_s); // it is gone
    QVERIFY(!chosen.wait(100));
}

void NotificationsTest::anothersClickDoesNot()
{
    FakeNotifications service;
    Notifications notifications(QDBusConnection::sessionBus());
    QSignalSpy chosen(&notifications, &Notifications::chosen);
    notifications.show({.topic = u"t"_s, .title = u"Title"_s});
    QTRY_COMPARE(service.shown.size(), 1);
    Q_EMIT service.ActionInvoked(7, u"default"_s);
    QVERIFY(!chosen.wait(100));
}

void NotificationsTest::canBeTakenBack()
{
    FakeNotifications service;
    Notifications notifications(QDBusConnection::sessionBus());
    QSignalSpy taken(&notifications, &Notifications::shown);
    notifications.show({.topic = u"t"_s, .title = u"Title"_s});
    QTRY_COMPARE(service.shown.size(), 1);
    QTRY_COMPARE(taken.count(), 1); // the answer with its id
    notifications.withdraw(u"t"_s);
    notifications.withdraw(u"never shown"_s);
    QTRY_COMPARE(service.closed, QList<uint>{41});
}

void NotificationsTest::nobodyThereIsNoHarm()
{
    Notifications notifications(QDBusConnection::sessionBus());
    QSignalSpy failed(&notifications, &Notifications::failed);
    QSignalSpy shown(&notifications, &Notifications::shown);
    notifications.show({.topic = u"t"_s, .title = u"Lost"_s});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(shown.count(), 0);
    Notifications nowhere(QDBusConnection(u"nowhere"_s));
    nowhere.show({.topic = u"t"_s, .title = u"Lost"_s});
    FakeNotifications service; // comes later
    notifications.show({.topic = u"t"_s, .title = u"Title"_s});
    QTRY_COMPARE(service.shown.size(), 1);
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(shown.first().first().toString(), u"t"_s);
    QCOMPARE(service.shown.at(0).title, u"Title"_s);
}

QTEST_GUILESS_MAIN(NotificationsTest)
#include "tst_notifications.moc"
