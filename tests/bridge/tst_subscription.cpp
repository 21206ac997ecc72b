// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/subscription.h"

#include <QTest>

using namespace tokensmith::bridge;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kAcknowledged = R"({"jsonrpc":"2.0","method":"notifications/subscriptions/acknowledged","params":)"
                                 R"({"_meta":{"io.modelcontextprotocol/subscriptionId":7},)"
                                 R"("notifications":{"toolsListChanged":true,"promptsListChanged":false}}})";
const QByteArray kChanged = R"({"jsonrpc":"2.0","method":"notifications/tools/list_changed","params":)"
                            R"({"_meta":{"io.modelcontextprotocol/subscriptionId":7}}})";
const QByteArray kEnded = R"({"jsonrpc":"2.0","id":7,"result":{"resultType":"complete"}})";
const QByteArray kRefused = R"({"jsonrpc":"2.0","id":7,"error":{"code":-32000,"message":"Too many."}})";

Relayed from(const QByteArray &json)
{
    return *relay(parseMessage(R"({"jsonrpc":"2.0","id":7,"method":"subscriptions/listen"})"), json);
}

} // namespace

class SubscriptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesWhatComes();
    void outlivesTheEndOfTheApp();
    void saysWhatMayHaveBeenMissed();
    void aRefusalIsPassedOn();
};

void SubscriptionTest::passesWhatComes()
{
    Subscription subscription(7);
    QVERIFY(!subscription.isAcknowledged());
    QCOMPARE(subscription.take(from(kAcknowledged)), QByteArrayList{kAcknowledged});
    QVERIFY(subscription.isAcknowledged());
    QCOMPARE(subscription.take(from(kChanged)), QByteArrayList{kChanged});
}

void SubscriptionTest::outlivesTheEndOfTheApp()
{
    Subscription subscription(7);
    QCOMPARE(subscription.take(from(kEnded)), QByteArrayList{kEnded}); // never acknowledged: nothing to keep
    static_cast<void>(subscription.take(from(kAcknowledged)));
    QCOMPARE(subscription.take(from(kEnded)), QByteArrayList{});
    QVERIFY(subscription.isAcknowledged());
}

void SubscriptionTest::saysWhatMayHaveBeenMissed()
{
    Subscription subscription(7);
    static_cast<void>(subscription.take(from(kAcknowledged)));
    const QByteArrayList again = subscription.take(from(kAcknowledged));
    QCOMPARE(again.size(), 1);
    QCOMPARE(from(again.first()).object, from(kChanged).object);
}

void SubscriptionTest::aRefusalIsPassedOn()
{
    Subscription subscription(7);
    static_cast<void>(subscription.take(from(kAcknowledged)));
    QCOMPARE(subscription.take(from(kRefused)), QByteArrayList{kRefused});
}

QTEST_GUILESS_MAIN(SubscriptionTest)
#include "tst_subscription.moc"
