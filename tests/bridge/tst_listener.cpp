// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/listener.h"

#include <QTcpServer>
#include <QTest>

using namespace tokensmith::bridge;

namespace {

constexpr uint kUser = 1000;

QByteArray line(const QByteArray &local, const QByteArray &state, const QByteArray &user)
{
    return "   0: " + local + " 00000000:0000 " + state + " 00000000:00000000 00:00000000 00000000  " + user
           + "        0 12345 1 0000000000000000 100 0 0 10 0\n";
}

const QByteArray kHeader = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n";

} // namespace

class ListenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tables_data();
    void tables();
    void ourOwn();
};

void ListenerTest::tables_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<ListenerOwner>("owner");
    QTest::newRow("empty") << QByteArray() << ListenerOwner::Unknown;
    QTest::newRow("ours") << kHeader + line("0100007F:2253", "0A", "1000") << ListenerOwner::ThisUser;
    QTest::newRow("root's") << kHeader + line("0100007F:2253", "0A", "0") << ListenerOwner::ThisUser;
    QTest::newRow("another's") << kHeader + line("0100007F:2253", "0A", "1001") << ListenerOwner::SomebodyElse;
    QTest::newRow("another's, everywhere")
        << kHeader + line("00000000:2253", "0A", "1001") << ListenerOwner::SomebodyElse;
    QTest::newRow("both") << kHeader + line("0100007F:2253", "0A", "1000") + line("00000000:2253", "0A", "1001")
                          << ListenerOwner::SomebodyElse;
    QTest::newRow("another port") << kHeader + line("0100007F:2254", "0A", "1001") << ListenerOwner::Unknown;
    QTest::newRow("another address") << kHeader + line("0200000A:2253", "0A", "1001") << ListenerOwner::Unknown;
    QTest::newRow("connected, not listening")
        << kHeader + line("0100007F:2253", "01", "1001") << ListenerOwner::Unknown;
    QTest::newRow("cut") << kHeader + "   0: 0100007F:2253 0000" << ListenerOwner::Unknown;
}

void ListenerTest::tables()
{
    QFETCH(QByteArray, table);
    QFETCH(ListenerOwner, owner);
    QCOMPARE(ownerInTable(table, {"0100007F", "00000000"}, 8787, kUser), owner);
}

void ListenerTest::ourOwn()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QCOMPARE(listenerOwner(QHostAddress(QHostAddress::LocalHost), server.serverPort()), ListenerOwner::ThisUser);
    server.close();
    QCOMPARE(listenerOwner(QHostAddress(QHostAddress::LocalHost), 1), ListenerOwner::Unknown);
}

QTEST_GUILESS_MAIN(ListenerTest)
#include "tst_listener.moc"
