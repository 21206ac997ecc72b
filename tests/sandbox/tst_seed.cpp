// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identifiers.h"
#include "core/sandbox/seed.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tokensmith::sandbox;

namespace {

const QDateTime kNow(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

template <typename Test>
qsizetype count(const WorldState &state, Test test)
{
    return std::count_if(state.tokens.begin(), state.tokens.end(), test);
}

qint64 secondsLeft(const SandboxToken &token)
{
    return token.expiresOn.isValid() ? kNow.secsTo(token.expiresOn) : std::numeric_limits<qint64>::max();
}

} // namespace

class SeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultWorld();
    void everyConditionIsThere();
    void secretsHaveTheirForm();
    void sameSeedSameWorld();
    void scales();
    void quotaIsRaisedForLargeWorlds();
};

void SeedTest::defaultWorld()
{
    const WorldState state = seedWorld({}, kNow);
    QCOMPARE(state.accounts.size(), 3);
    QCOMPARE(state.accounts.at(0).name, u"Harbour Labs"_s);
    QCOMPARE(state.accounts.at(1).name, u"Fernhill"_s);
    QCOMPARE(state.zones.size(), 12);
    QCOMPARE(state.tokens.size(), 44U); // 40, and the bootstrap tokens of the user and the accounts
    QSet<QString> ids;
    for (const SandboxZone &zone : state.zones) {
        QVERIFY2(zone.name.endsWith(".example"_L1), qPrintable(zone.name));
        ids.insert(zone.id);
    }
    for (const SandboxToken &token : state.tokens) {
        QVERIFY(tokensmith::base::isCloudflareId(token.id));
        QVERIFY(token.issuedOn < kNow);
        QVERIFY(!token.policies.isEmpty());
        ids.insert(token.id);
    }
    QCOMPARE(ids.size(), 56);
}

void SeedTest::everyConditionIsThere()
{
    const WorldState state = seedWorld({}, kNow);
    constexpr qint64 day = 86400;
    const auto within = [&](qint64 from, qint64 to) {
        return count(state, [=](const SandboxToken &t) { return secondsLeft(t) > from && secondsLeft(t) <= to; });
    };
    QVERIFY(within(-1000 * day, 0) >= 3);    // expired
    QVERIFY(within(0, day) >= 2);            // hours left
    QVERIFY(within(day, 7 * day) >= 2);      // days left
    QVERIFY(within(7 * day, 30 * day) >= 5); // weeks left
    QVERIFY(count(state, [](const auto &t) { return !t.expiresOn.isValid(); }) >= 10);
    QVERIFY(count(state, [](const auto &t) { return !t.lastUsedOn.isValid(); }) >= 3);
    QVERIFY(count(state, [](const auto &t) { return t.lastUsedOn.isValid() && t.lastUsedOn.daysTo(kNow) > 90; }) >= 4);
    QVERIFY(count(state, [](const auto &t) { return t.condition.has_value(); }) >= 4);
    QVERIFY(count(state, [](const auto &t) { return t.state == TokenState::Disabled; }) >= 2);
    QCOMPARE(count(state, [](const auto &t) { return t.state == TokenState::Exposed; }), 1);
    QVERIFY(count(state, [](const auto &t) { return t.notBefore.isValid() && t.notBefore > kNow; }) >= 1);
    QVERIFY(count(state, [](const auto &t) { return t.accountId.isEmpty(); }) >= 10);
    const auto broad = [](const SandboxToken &t) { return t.policies.constFirst().groups.size() > 100; };
    QVERIFY(count(state, broad) >= 1);
}

void SeedTest::secretsHaveTheirForm()
{
    static const QRegularExpression kNew(u"^cf(ut|at)_[A-Za-z0-9_-]{40}[0-9a-f]{8}$"_s);
    static const QRegularExpression kOld(u"^[A-Za-z0-9_-]{40}$"_s);
    const WorldState state = seedWorld({}, kNow);
    int old = 0;
    for (const SandboxToken &token : state.tokens) {
        const QString secret = QString::fromLatin1(token.secret);
        const bool isOld = kOld.match(secret).hasMatch();
        QVERIFY2(isOld || kNew.match(secret).hasMatch(), qPrintable(secret));
        if (!isOld)
            QCOMPARE(secret.startsWith("cfut_"_L1), token.accountId.isEmpty());
        old += isOld ? 1 : 0;
    }
    QVERIFY(old > 5);
    QVERIFY(old < 40);
}

void SeedTest::sameSeedSameWorld()
{
    const WorldState first = seedWorld({.seed = 7}, kNow);
    const WorldState again = seedWorld({.seed = 7}, kNow);
    const WorldState other = seedWorld({.seed = 8}, kNow);
    QCOMPARE(first.tokens.size(), again.tokens.size());
    for (std::size_t i = 0; i < first.tokens.size(); ++i) {
        QCOMPARE(first.tokens[i].id, again.tokens[i].id);
        QCOMPARE(first.tokens[i].secret, again.tokens[i].secret);
    }
    QVERIFY(first.tokens[0].id != other.tokens[0].id);
}

void SeedTest::scales()
{
    const WorldState state = seedWorld({.accounts = 20, .tokens = 100'000}, kNow);
    QCOMPARE(state.accounts.size(), 20);
    QCOMPARE(state.tokens.size(), 100'021U);
    QSet<QByteArray> secrets;
    for (const SandboxToken &token : state.tokens)
        secrets.insert(token.secret);
    QCOMPARE(secrets.size(), 100'021);
    QVERIFY(std::is_sorted(state.tokens.begin(), state.tokens.end(),
                           [](const auto &a, const auto &b) { return a.issuedOn < b.issuedOn; }));
    QCOMPARE(seedWorld({.accounts = 1, .tokens = 0}, kNow).tokens.size(), 2U);
}

void SeedTest::quotaIsRaisedForLargeWorlds()
{
    const WorldState usual = seedWorld({}, kNow);
    QCOMPARE(usual.quotas.value(QString()), 50);
    QCOMPARE(usual.quotas.value(usual.accounts.at(0).id), 500);
    const WorldState large = seedWorld({.tokens = 2000}, kNow);
    const auto ofUser = count(large, [](const SandboxToken &t) { return t.accountId.isEmpty(); });
    QVERIFY(ofUser > 50);
    QCOMPARE(large.quotas.value(QString()), ofUser + 50);
}

QTEST_GUILESS_MAIN(SeedTest)
#include "tst_seed.moc"
