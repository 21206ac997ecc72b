// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeservercontrol.h"
#include "ui/tray/trayicon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith::ui;
using tokensmith::test::FakeServerControl;

class TrayIconTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void menuHasItsOrder();
    void followsTheServer();
    void saysWhatWaits();
    void locksAndUnlocks();
    void asksForWindowAndEnd();
    void copiesTheUrl();

private:
    static QAction *action(const TrayIcon &icon, const char *name)
    {
        return icon.menu().findChild<QAction *>(QString::fromLatin1(name));
    }
};

void TrayIconTest::menuHasItsOrder()
{
    FakeServerControl server;
    const TrayIcon icon(server);
    QStringList texts;
    const auto actions = icon.menu().actions();
    for (const QAction *entry : actions)
        if (entry->isVisible())
            texts += entry->isSeparator() ? u"-"_s : entry->text();
    QCOMPARE(texts, QStringList({u"MCP on · 127.0.0.1:8787"_s, u"-"_s, u"Open Tokensmith"_s, u"New token…"_s,
                                 u"Copy server URL"_s, u"-"_s, u"Pause all clients"_s, u"Lock now"_s, u"-"_s,
                                 u"Settings…"_s, u"Quit…"_s}));
    QVERIFY(!actions.first()->isEnabled());
}

void TrayIconTest::followsTheServer()
{
    FakeServerControl server;
    const TrayIcon icon(server);
    action(icon, "trayPause")->trigger();
    QCOMPARE(server.state(), ServerControl::State::Paused);
    QCOMPARE(action(icon, "trayState")->text(), u"MCP paused · 127.0.0.1:8787"_s);
    QCOMPARE(icon.toolTip(), u"Tokensmith: MCP paused · 127.0.0.1:8787"_s);
    action(icon, "trayPause")->trigger();
    QCOMPARE(server.state(), ServerControl::State::On);

    server.set(ServerControl::State::Off);
    QCOMPARE(action(icon, "trayPause")->text(), u"Start the server"_s);
    QVERIFY(!action(icon, "trayCopyUrl")->isEnabled());
    action(icon, "trayPause")->trigger();
    QCOMPARE(server.retries, 1);

    server.fail({.message = u"Port 8787 is used by another program."_s});
    QVERIFY(!action(icon, "trayPause")->isEnabled());
    QVERIFY(!action(icon, "trayCopyUrl")->isEnabled());
    QVERIFY(action(icon, "trayState")->text().startsWith(u"MCP off"_s));
}

void TrayIconTest::saysWhatWaits()
{
    FakeServerControl server;
    TrayIcon icon(server);
    QVERIFY(!action(icon, "trayExpiring")->isVisible());
    icon.setCounts({.approvals = 1, .expiring = 6, .attention = 1});
    QCOMPARE(action(icon, "trayApprovals")->text(), u"1 approval waiting…"_s);
    QCOMPARE(action(icon, "trayExpiring")->text(), u"6 tokens expire within 30 days"_s);
    QCOMPARE(action(icon, "trayAttention")->text(), u"1 rotation needs attention"_s);
    QSignalSpy page(&icon, &TrayIcon::pageRequested);
    action(icon, "trayExpiring")->trigger();
    action(icon, "traySettings")->trigger();
    QCOMPARE(page.value(0).value(0).toString(), u"tokens"_s);
    QCOMPARE(page.value(1).value(0).toString(), u"settings"_s);
    icon.setCounts({.expiring = 1});
    QVERIFY(!action(icon, "trayApprovals")->isVisible());
    QVERIFY(action(icon, "trayExpiring")->isVisible());
}

void TrayIconTest::locksAndUnlocks()
{
    FakeServerControl server;
    TrayIcon icon(server);
    QSignalSpy lock(&icon, &TrayIcon::lockRequested);
    QSignalSpy unlock(&icon, &TrayIcon::unlockRequested);
    action(icon, "trayLock")->trigger();
    QCOMPARE(lock.count(), 1);
    icon.setLock(LockState::Locked);
    QCOMPARE(action(icon, "trayLock")->text(), u"Unlock…"_s);
    QVERIFY(action(icon, "trayState")->text().startsWith(u"Locked · MCP on"_s));
    QVERIFY(!action(icon, "trayNewToken")->isEnabled());
    action(icon, "trayLock")->trigger();
    QCOMPARE(lock.count(), 1);
    QCOMPARE(unlock.count(), 1);
}

void TrayIconTest::asksForWindowAndEnd()
{
    FakeServerControl server;
    const TrayIcon icon(server);
    QSignalSpy open(&icon, &TrayIcon::openRequested);
    QSignalSpy quit(&icon, &TrayIcon::quitRequested);
    action(icon, "trayOpen")->trigger();
    QCOMPARE(open.count(), 1);
    action(icon, "trayQuit")->trigger();
    QCOMPARE(quit.count(), 1);
}

void TrayIconTest::copiesTheUrl()
{
    FakeServerControl server;
    const TrayIcon icon(server);
    action(icon, "trayCopyUrl")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:8787/mcp"_s);
}

QTEST_MAIN(TrayIconTest)
#include "tst_trayicon.moc"
