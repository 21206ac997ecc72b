// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/sessionlock.h"

#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <memory>
#include <unistd.h>

using namespace Qt::StringLiterals;
using tokensmith::platform::SessionLock;

namespace {

const QString kSessionPath = u"/org/freedesktop/login1/session/c1"_s;

} // namespace

/** A screen saver on its own connection to the test's bus. */
class FakeScreenSaver final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.ScreenSaver")

public:
    FakeScreenSaver()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"saver"_s))
    {
        m_bus.registerObject(u"/org/gnome/ScreenSaver"_s, this, QDBusConnection::ExportAllSignals);
        m_bus.registerService(u"org.gnome.ScreenSaver"_s);
    }
    ~FakeScreenSaver() override { QDBusConnection::disconnectFromBus(u"saver"_s); }

Q_SIGNALS:
    void ActiveChanged(bool active);

private:
    QDBusConnection m_bus;
};

/** logind as far as it matters here: one session, sleep with a delay. */
class FakeLogin final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    FakeLogin()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"login"_s))
    {
        m_bus.registerObject(u"/org/freedesktop/login1"_s, this,
                             QDBusConnection::ExportAllSignals | QDBusConnection::ExportAllSlots);
        m_bus.registerService(u"org.freedesktop.login1"_s);
    }
    ~FakeLogin() override
    {
        QDBusConnection::disconnectFromBus(u"login"_s);
        closeEnd();
    }

    void lockSession()
    {
        m_bus.send(QDBusMessage::createSignal(kSessionPath, u"org.freedesktop.login1.Session"_s, u"Lock"_s));
    }
    void setLockedHint(bool locked)
    {
        QDBusMessage message =
            QDBusMessage::createSignal(kSessionPath, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
        message.setArguments(
            {u"org.freedesktop.login1.Session"_s, QVariantMap{{u"LockedHint"_s, locked}}, QStringList()});
        m_bus.send(message);
    }
    /** Whether somebody still holds the delay: the other end of its pipe is open. */
    [[nodiscard]] bool isDelayed() const
    {
        char byte = 0;
        return m_readEnd >= 0 && ::read(m_readEnd, &byte, 1) != 0; // 0: closed; -1: would block
    }

    QStringList inhibited = {};

public Q_SLOTS:
    QDBusObjectPath GetSessionByPID(uint) { return QDBusObjectPath(kSessionPath); }
    QDBusObjectPath GetSession(const QString &) { return QDBusObjectPath(kSessionPath); }
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &, const QString &, const QString &mode)
    {
        closeEnd();
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return {};
        m_readEnd = ends[0];
        const QDBusUnixFileDescriptor held(ends[1]); // a copy
        ::close(ends[1]);
        inhibited.append(what + u' ' + mode);
        return held;
    }

Q_SIGNALS:
    void PrepareForSleep(bool beginning);

private:
    void closeEnd()
    {
        if (m_readEnd >= 0)
            ::close(m_readEnd);
        m_readEnd = -1;
    }

    QDBusConnection m_bus;
    int m_readEnd = -1;
};

/** Every source on a real bus; the test's one bus stands for the session's and the system's. */
class SessionLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyThereIsNotAvailable();
    void noBusIsNotAvailable();
    void aScreenSaverLocks();
    void aScreenSaverMayComeAndGo();
    void loginLocks();
    void sleepWaitsForUs();

private:
    static SessionLock::Options onTestBus()
    {
        return {.session = QDBusConnection::sessionBus(), .system = QDBusConnection::sessionBus(), .reason = u"test"_s};
    }
};

void SessionLockTest::nobodyThereIsNotAvailable()
{
    const SessionLock lock(onTestBus());
    QSignalSpy available(&lock, &SessionLock::availabilityChanged);
    // The bus answers in turn: once it has answered this, it has answered whatever was asked before.
    QVERIFY(QDBusConnection::sessionBus().interface()->isServiceRegistered(u"org.freedesktop.DBus"_s));
    QCoreApplication::processEvents();
    QCOMPARE(available.count(), 0);
    QVERIFY(!lock.isAvailable());
}

void SessionLockTest::noBusIsNotAvailable()
{
    const SessionLock lock({.session = QDBusConnection(u"nowhere"_s), .system = QDBusConnection(u"nowhere"_s)});
    QVERIFY(!lock.isAvailable());
}

void SessionLockTest::aScreenSaverLocks()
{
    FakeScreenSaver saver;
    const SessionLock lock(onTestBus());
    QSignalSpy locked(&lock, &SessionLock::locked);
    QTRY_VERIFY(lock.isAvailable());
    Q_EMIT saver.ActiveChanged(true);
    QTRY_COMPARE(locked.count(), 1);
    Q_EMIT saver.ActiveChanged(false);
    Q_EMIT saver.ActiveChanged(true);
    QTRY_COMPARE(locked.count(), 2); // and none for the end of it
}

void SessionLockTest::aScreenSaverMayComeAndGo()
{
    const SessionLock lock(onTestBus());
    QSignalSpy changed(&lock, &SessionLock::availabilityChanged);
    auto saver = std::make_unique<FakeScreenSaver>();
    QTRY_VERIFY(lock.isAvailable());
    saver.reset();
    QTRY_VERIFY(!lock.isAvailable());
    QCOMPARE(changed.count(), 2);
}

void SessionLockTest::loginLocks()
{
    FakeLogin login;
    const SessionLock lock(onTestBus());
    QSignalSpy locked(&lock, &SessionLock::locked);
    QTRY_VERIFY(lock.isAvailable());
    login.lockSession();
    QTRY_COMPARE(locked.count(), 1);
    login.setLockedHint(true);
    QTRY_COMPARE(locked.count(), 2);
    login.setLockedHint(false);
    login.lockSession();
    QTRY_COMPARE(locked.count(), 3);
}

void SessionLockTest::sleepWaitsForUs()
{
    FakeLogin login;
    const SessionLock lock(onTestBus());
    QTRY_VERIFY(login.isDelayed());
    QCOMPARE(login.inhibited, QStringList{u"sleep delay"_s});
    QSignalSpy sleep(&lock, &SessionLock::sleepSoon);
    bool wasDelayed = false;
    connect(&lock, &SessionLock::sleepSoon, this, [&] { wasDelayed = login.isDelayed(); });
    Q_EMIT login.PrepareForSleep(true);
    QTRY_COMPARE(sleep.count(), 1);
    QVERIFY(wasDelayed); // while we do what has to be done before it
    QTRY_VERIFY(!login.isDelayed());
    Q_EMIT login.PrepareForSleep(false);
    QTRY_VERIFY(login.isDelayed()); // for the next time
    QCOMPARE(sleep.count(), 1);
}

QTEST_GUILESS_MAIN(SessionLockTest)
#include "tst_sessionlock.moc"
