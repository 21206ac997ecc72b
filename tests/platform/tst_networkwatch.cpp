// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/networkwatch.h"

#include <QSignalSpy>
#include <QTest>

using tokensmith::platform::NetworkWatch;
using Reachability = NetworkWatch::Reachability;

class NetworkWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhenItIsBack();
    void hearsTheSystem();
};

void NetworkWatchTest::saysWhenItIsBack()
{
    NetworkWatch watch;
    QSignalSpy back(&watch, &NetworkWatch::networkBack);
    watch.note(Reachability::Online); // it was never away
    QCOMPARE(back.count(), 0);
    watch.note(Reachability::Disconnected);
    watch.note(Reachability::Local); // a cable, and nothing behind it
    QCOMPARE(back.count(), 0);
    watch.note(Reachability::Site);
    QCOMPARE(back.count(), 1);
    watch.note(Reachability::Online);
    QCOMPARE(back.count(), 2);
    watch.note(Reachability::Online);
    watch.note(Reachability::Site);
    watch.note(Reachability::Unknown);
    watch.note(Reachability::Online);
    QCOMPARE(back.count(), 2);
}

void NetworkWatchTest::hearsTheSystem()
{
    NetworkWatch watch;
    QSignalSpy back(&watch, &NetworkWatch::networkBack);
    watch.start();
    watch.start();
    QNetworkInformation *network = QNetworkInformation::instance();
    if (!network)
        QSKIP("nothing here tells whether the network works");
    Q_EMIT network->reachabilityChanged(Reachability::Disconnected);
    Q_EMIT network->reachabilityChanged(Reachability::Online);
    QCOMPARE(back.count(), 1);
}

QTEST_GUILESS_MAIN(NetworkWatchTest)
#include "tst_networkwatch.moc"
