// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/healthprobe.h"
#include "tests/tokens/serviceworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;

class HealthProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKeptForTenSeconds();
    void allWhoAskWaitForOneAnswer();
    void anotherBootstrapTokenIsAskedAbout();
    void saysWhyNot();
    void stopping();
};

void HealthProbeTest::isKeptForTenSeconds()
{
    ServiceWorld world;
    world.connectAsUser();
    tokens::HealthProbe probe(world.api, world.connection, world.clock);
    QVERIFY(await(probe.check()));
    world.clock.advance(std::chrono::seconds(9));
    QVERIFY(await(probe.check()));
    QCOMPARE(world.transport.calls().size(), size_t(1));
    world.clock.advance(std::chrono::seconds(1));
    QVERIFY(await(probe.check()));
    QCOMPARE(world.transport.calls().size(), size_t(2));
}

void HealthProbeTest::allWhoAskWaitForOneAnswer()
{
    ServiceWorld world;
    world.connectAsUser();
    tokens::HealthProbe probe(world.api, world.connection, world.clock);
    world.transport.hold(u"GET /v4/user/tokens/verify"_s);
    std::vector<base::Async<base::Done>> asked;
    for (int i = 0; i < 20; ++i)
        asked.push_back(probe.check());
    QCOMPARE(world.transport.calls().size(), size_t(1));
    world.transport.release();
    for (auto &one : asked)
        QVERIFY(await(std::move(one)));
    QCOMPARE(world.transport.calls().size(), size_t(1));
}

void HealthProbeTest::anotherBootstrapTokenIsAskedAbout()
{
    ServiceWorld world;
    tokens::HealthProbe probe(world.api, world.connection, world.clock);
    QVERIFY(!await(probe.check()));
    world.connectAsUser();
    QVERIFY(await(probe.check())); // at once, not after ten seconds
}

void HealthProbeTest::saysWhyNot()
{
    ServiceWorld unconnected;
    tokens::HealthProbe none(unconnected.api, unconnected.connection, unconnected.clock);
    QCOMPARE(await(none.check()).error().code, base::Error::Code::Unauthenticated);

    ServiceWorld world;
    world.connectAsUser();
    QJsonObject disabled = tokenJson(kTokenId, {});
    disabled.insert("status"_L1, u"disabled"_s);
    world.transport.succeed(u"GET /v4/user/tokens/verify"_s, disabled);
    tokens::HealthProbe probe(world.api, world.connection, world.clock);
    QVERIFY(await(probe.check())); // the scripted answer of connectAsUser() comes first
    world.clock.advance(std::chrono::seconds(10));
    QVERIFY(await(probe.check()).error().message.contains("disabled"_L1));
}

void HealthProbeTest::stopping()
{
    ServiceWorld world;
    world.connectAsUser();
    tokens::HealthProbe probe(world.api, world.connection, world.clock);
    world.transport.hold(u"GET /v4/user/tokens/verify"_s);
    auto asked = probe.check();
    QVERIFY(!world.transport.calls().back().cancel.isCancelled());
    probe.stop();
    QVERIFY(world.transport.calls().back().cancel.isCancelled());
    world.transport.release();
    QVERIFY(await(std::move(asked)).has_value()); // this double answers all the same
}

QTEST_GUILESS_MAIN(HealthProbeTest)
#include "tst_healthprobe.moc"
