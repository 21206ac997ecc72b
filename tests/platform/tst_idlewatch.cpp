// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/idlewatch.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tokensmith::platform::IdleWatch;

/** A desktop that says how long nobody touched anything. */
class FakeMutter final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.Mutter.IdleMonitor")

public:
    FakeMutter()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"mutter"_s))
    {
        m_bus.registerObject(u"/org/gnome/Mutter/IdleMonitor/Core"_s, this, QDBusConnection::ExportAllSlots);
        m_bus.registerService(u"org.gnome.Mutter.IdleMonitor"_s);
    }
    ~FakeMutter() override { QDBusConnection::disconnectFromBus(u"mutter"_s); }

    qulonglong idle = 0;
    int asked = 0;

public Q_SLOTS:
    qulonglong GetIdletime()
    {
        ++asked;
        return idle;
    }

private:
    QDBusConnection m_bus;
};

class FakeScreenSaver final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

public:
    FakeScreenSaver()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"saver"_s))
    {
        m_bus.registerObject(u"/org/freedesktop/ScreenSaver"_s, this, QDBusConnection::ExportAllSlots);
        m_bus.registerService(u"org.freedesktop.ScreenSaver"_s);
    }
    ~FakeScreenSaver() override { QDBusConnection::disconnectFromBus(u"saver"_s); }

    uint idle = 0;
    int asked = 0;

public Q_SLOTS:
    uint GetSessionIdleTime()
    {
        ++asked;
        return idle;
    }

private:
    QDBusConnection m_bus;
};

class IdleWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownWindowsCountWithoutADesktop();
    void inputStartsOver();
    void zeroIsNever();
    void somebodyAtWorkElsewhereIsNotAway();
    void aScreenSaverCountsInMilliseconds();
    void aDesktopThatAlwaysSaysZeroIsNotBelievedForEver();
    void startsAgainWithInput();

private:
    static IdleWatch::Options quick() { return {.session = QDBusConnection::sessionBus(), .leastPause = 20ms}; }
};

void IdleWatchTest::ownWindowsCountWithoutADesktop()
{
    for (const QDBusConnection &bus : {QDBusConnection::sessionBus(), QDBusConnection(u"nowhere"_s)}) {
        IdleWatch watch({.session = bus, .leastPause = 20ms});
        QSignalSpy expired(&watch, &IdleWatch::expired);
        watch.setLimit(50ms);
        QVERIFY(expired.wait(2000));
        QCOMPARE(expired.count(), 1);
        QVERIFY(!expired.wait(200)); // once
    }
}

void IdleWatchTest::inputStartsOver()
{
    IdleWatch watch({.session = QDBusConnection(u"nowhere"_s), .leastPause = 20ms});
    QSignalSpy expired(&watch, &IdleWatch::expired);
    QTimer input;
    connect(&input, &QTimer::timeout, &watch, &IdleWatch::noteInput);
    input.start(20ms);
    watch.setLimit(200ms);
    QVERIFY(!expired.wait(400)); // twice the limit
    input.stop();
    QVERIFY(expired.wait(2000));
}

void IdleWatchTest::zeroIsNever()
{
    IdleWatch watch({.session = QDBusConnection(u"nowhere"_s), .leastPause = 20ms});
    QSignalSpy expired(&watch, &IdleWatch::expired);
    watch.setLimit(50ms);
    watch.setLimit(0ms);
    watch.noteInput();
    QVERIFY(!expired.wait(200));
}

void IdleWatchTest::somebodyAtWorkElsewhereIsNotAway()
{
    FakeMutter mutter;
    mutter.idle = 10; // another program is in use
    IdleWatch watch(quick());
    QSignalSpy expired(&watch, &IdleWatch::expired);
    watch.setLimit(100ms);
    QTRY_VERIFY(mutter.asked >= 3);
    QCOMPARE(expired.count(), 0);
    mutter.idle = 5000;
    QVERIFY(expired.wait(2000));
}

void IdleWatchTest::aScreenSaverCountsInMilliseconds()
{
    FakeScreenSaver saver;
    saver.idle = 10; // somebody is at work; 10 s would be more than the limit
    IdleWatch watch(quick());
    QSignalSpy expired(&watch, &IdleWatch::expired);
    watch.setLimit(100ms);
    QTRY_VERIFY(saver.asked >= 3);
    QCOMPARE(expired.count(), 0);
    saver.idle = 5000;
    QVERIFY(expired.wait(2000));
}

void IdleWatchTest::aDesktopThatAlwaysSaysZeroIsNotBelievedForEver()
{
    FakeScreenSaver saver;
    IdleWatch watch(quick());
    QSignalSpy expired(&watch, &IdleWatch::expired);
    watch.setLimit(50ms);
    QVERIFY(expired.wait(3000));
    QVERIFY(saver.asked >= 5); // it may have been right for a while
}

void IdleWatchTest::startsAgainWithInput()
{
    IdleWatch watch({.session = QDBusConnection(u"nowhere"_s), .leastPause = 20ms});
    QSignalSpy expired(&watch, &IdleWatch::expired);
    watch.setLimit(50ms);
    QVERIFY(expired.wait(2000));
    watch.noteInput();
    QVERIFY(expired.wait(2000));
    QCOMPARE(expired.count(), 2);
}

QTEST_GUILESS_MAIN(IdleWatchTest)
#include "tst_idlewatch.moc"
