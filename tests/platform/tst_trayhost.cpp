// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/trayhost.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using tokensmith::platform::TrayHost;

/** The StatusNotifierWatcher as far as it matters here, on its own connection to the test's bus. */
class FakeWatcher final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)

public:
    enum class Host { None, Registered };

    explicit FakeWatcher(Host host)
        : m_host(host)
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"watcher"_s))
    {
        m_bus.registerObject(u"/StatusNotifierWatcher"_s, this,
                             QDBusConnection::ExportAllProperties | QDBusConnection::ExportAllSignals);
        m_bus.registerService(u"org.kde.StatusNotifierWatcher"_s);
    }
    ~FakeWatcher() override { QDBusConnection::disconnectFromBus(u"watcher"_s); }

    [[nodiscard]] bool hasHost() const { return m_host == Host::Registered; }
    void setHost(Host host)
    {
        m_host = host;
        if (hasHost())
            Q_EMIT StatusNotifierHostRegistered();
        else
            Q_EMIT StatusNotifierHostUnregistered();
    }

Q_SIGNALS:
    void StatusNotifierHostRegistered();
    void StatusNotifierHostUnregistered();

private:
    Host m_host;
    QDBusConnection m_bus;
};

class TrayHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAHostThatIsThere();
    void waitsForAPanelThatComesLater();
    void aWatcherWithoutHostIsNoTray();
    void noticesThePanelGoAndComeBack();
    void givesUpOnceAndGoesOnWatching();
    void noBusIsNoTray();
};

void TrayHostTest::findsAHostThatIsThere()
{
    const FakeWatcher watcher(FakeWatcher::Host::Registered);
    TrayHost host({.bus = QDBusConnection::sessionBus()});
    QVERIFY(!host.isAvailable()); // nothing is known before the first answer
    QSignalSpy available(&host, &TrayHost::available);
    QVERIFY(available.wait());
    QVERIFY(host.isAvailable());
    QCOMPARE(available.count(), 1);
}

void TrayHostTest::waitsForAPanelThatComesLater()
{
    TrayHost host({.bus = QDBusConnection::sessionBus()});
    QSignalSpy available(&host, &TrayHost::available);
    const FakeWatcher watcher(FakeWatcher::Host::Registered);
    QVERIFY(available.wait());
    QVERIFY(host.isAvailable());
}

void TrayHostTest::aWatcherWithoutHostIsNoTray()
{
    FakeWatcher watcher(FakeWatcher::Host::None);
    TrayHost host({.bus = QDBusConnection::sessionBus(), .patience = std::chrono::milliseconds(200)});
    QSignalSpy available(&host, &TrayHost::available);
    QSignalSpy timedOut(&host, &TrayHost::timedOut);
    QVERIFY(timedOut.wait());
    QCOMPARE(available.count(), 0);
    watcher.setHost(FakeWatcher::Host::Registered);
    QVERIFY(available.wait());
    watcher.setHost(FakeWatcher::Host::None);
    QTRY_VERIFY(!host.isAvailable());
}

void TrayHostTest::noticesThePanelGoAndComeBack()
{
    auto watcher = std::make_unique<FakeWatcher>(FakeWatcher::Host::Registered);
    TrayHost host({.bus = QDBusConnection::sessionBus()});
    QTRY_VERIFY(host.isAvailable());
    QSignalSpy lost(&host, &TrayHost::lost);
    watcher.reset();
    QVERIFY(lost.wait());
    QVERIFY(!host.isAvailable());
    watcher = std::make_unique<FakeWatcher>(FakeWatcher::Host::Registered);
    QTRY_VERIFY(host.isAvailable());
    QCOMPARE(lost.count(), 1);
}

void TrayHostTest::givesUpOnceAndGoesOnWatching()
{
    TrayHost host({.bus = QDBusConnection::sessionBus(), .patience = std::chrono::milliseconds(50)});
    QSignalSpy timedOut(&host, &TrayHost::timedOut);
    QSignalSpy available(&host, &TrayHost::available);
    QVERIFY(timedOut.wait());
    const FakeWatcher watcher(FakeWatcher::Host::Registered);
    QVERIFY(available.wait());
    QCOMPARE(timedOut.count(), 1);
}

void TrayHostTest::noBusIsNoTray()
{
    TrayHost host({.bus = QDBusConnection(u"nowhere"_s), .patience = std::chrono::milliseconds(20)});
    QSignalSpy timedOut(&host, &TrayHost::timedOut);
    QVERIFY(timedOut.wait());
    QVERIFY(!host.isAvailable());
}

QTEST_GUILESS_MAIN(TrayHostTest)
#include "tst_trayhost.moc"
