// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/zonenames.h"
#include "tests/tokens/serviceworld.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;

namespace {

const QString kZone = u"11111111111111111111111111111111"_s;
const QString kOtherZone = u"22222222222222222222222222222222"_s;
const QString kList = u"GET /v4/zones"_s;

QJsonObject zone(const QString &id, const QString &name)
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"account"_s, QJsonObject{{u"id"_s, kAccountA}}}};
}

/** A token that may read DNS in that zone. */
QJsonObject tokenOn(const QString &zoneId, const QString &id = kTokenId)
{
    QJsonObject token = tokenJson(id, u"dns"_s);
    const QJsonObject policy{{u"id"_s, u"p"_s},
                             {u"effect"_s, u"allow"_s},
                             {u"resources"_s, QJsonObject{{u"com.cloudflare.api.account.zone."_s + zoneId, u"*"_s}}},
                             {u"permission_groups"_s, QJsonArray{group(u"g"_s, u"DNS Read"_s, model::scope::zone)}}};
    token.insert("policies"_L1, QJsonArray{policy});
    return token;
}

QJsonArray fullPage(int number)
{
    QJsonArray page;
    for (int i = 0; i < 50; ++i)
        page.append(zone(u"%1"_s.arg(number * 50 + i, 32, 16, QChar(u'0')), u"z%1.example"_s.arg(number * 50 + i)));
    return page;
}

} // namespace

class ZoneNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesTheZonesOfAnAccount();
    void asksNobodyWithoutNeed();
    void asksOnlyOnceBegun();
    void aUsersTokenMayNameAnyAccountsZone();
    void goesNoFurtherThanItMust();
    void goesNoFurtherThanItMay();
    void withoutZoneReadNothingIsSaid();
    void triesAgainWhereCloudflareWasAway();
    void anUnknownZoneIsNotLookedForAgainAndAgain();
    void knowsWhatOthersListed();
    void anotherTokenEmptiesIt();
    void stopsWhenTold();

private:
    /** Account A has these tokens, the user none. */
    void offerTokens(const QJsonArray &tokens);
    void refresh();
    [[nodiscard]] int asked() const { return int(m_world->transport.callNames().count(kList)); }

    std::unique_ptr<ServiceWorld> m_world;
};

void ZoneNamesTest::init()
{
    m_world = std::make_unique<ServiceWorld>();
    m_world->connectAsUser();
    m_world->offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    m_world->transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{});
}

void ZoneNamesTest::offerTokens(const QJsonArray &tokens)
{
    const QString call = u"GET /v4/accounts/%1/tokens"_s.arg(kAccountA);
    m_world->transport.instead(call).succeed(call, tokens);
}

void ZoneNamesTest::refresh()
{
    m_world->inventory.refresh();
    QTRY_COMPARE(m_world->inventory.state(), tokens::Inventory::State::Ready);
    QTRY_VERIFY(!m_world->zoneNames.isReading());
}

void ZoneNamesTest::namesTheZonesOfAnAccount()
{
    offerTokens({tokenOn(kZone)});
    m_world->transport.succeed(kList, QJsonArray{zone(kZone, u"harbour.example"_s)});
    QSignalSpy changed(&m_world->zoneNames, &tokens::ZoneNames::namesChanged);
    m_world->zoneNames.begin();
    QCOMPARE(m_world->zoneNames.nameOf(kZone), QString());
    refresh();
    QCOMPARE(m_world->zoneNames.nameOf(kZone), u"harbour.example"_s);
    QCOMPARE(m_world->zoneNames.nameOf(kOtherZone), QString());
    QCOMPARE(changed.count(), 1);
    const auto &calls = m_world->transport.calls();
    QCOMPARE(QUrlQuery(calls.back().url).queryItemValue(u"account.id"_s), kAccountA);
    refresh();
    QCOMPARE(asked(), 1);
    QCOMPARE(changed.count(), 1);
}

void ZoneNamesTest::asksNobodyWithoutNeed()
{
    offerTokens({tokenJson(kTokenId, u"plain"_s), tokenOn(u"*"_s, kUserTag)});
    m_world->zoneNames.begin();
    refresh();
    QCOMPARE(asked(), 0);
}

void ZoneNamesTest::asksOnlyOnceBegun()
{
    offerTokens({tokenOn(kZone)});
    m_world->transport.succeed(kList, QJsonArray{zone(kZone, u"harbour.example"_s)});
    refresh();
    QCOMPARE(asked(), 0);
    m_world->zoneNames.begin(); // the list is there already
    m_world->zoneNames.begin();
    QTRY_COMPARE(m_world->zoneNames.nameOf(kZone), u"harbour.example"_s);
    QCOMPARE(asked(), 1);
}

void ZoneNamesTest::aUsersTokenMayNameAnyAccountsZone()
{
    m_world = std::make_unique<ServiceWorld>();
    m_world->connectAsUser();
    m_world->offerAccounts({account(kAccountA, u"Harbour Labs"_s), account(kAccountB, u"Fernhill"_s)});
    m_world->transport.succeed(u"GET /v4/user/tokens"_s, QJsonArray{tokenOn(kZone)});
    for (const QString &id : {kAccountA, kAccountB})
        m_world->transport.succeed(u"GET /v4/accounts/%1/tokens"_s.arg(id), QJsonArray{});
    m_world->transport.succeed(kList, QJsonArray{zone(kOtherZone, u"other.example"_s)});
    m_world->transport.succeed(kList, QJsonArray{zone(kZone, u"harbour.example"_s)});
    m_world->zoneNames.begin();
    refresh();
    QCOMPARE(m_world->zoneNames.nameOf(kZone), u"harbour.example"_s);
    QCOMPARE(asked(), 2);
}

void ZoneNamesTest::goesNoFurtherThanItMust()
{
    offerTokens({tokenOn(u"%1"_s.arg(50 + 7, 32, 16, QChar(u'0')))});
    for (int page = 0; page < 3; ++page)
        m_world->transport.succeed(kList, fullPage(page), {{u"total_count"_s, 150}});
    m_world->zoneNames.begin();
    refresh();
    QCOMPARE(m_world->zoneNames.nameOf(u"%1"_s.arg(50 + 7, 32, 16, QChar(u'0'))), u"z57.example"_s);
    QCOMPARE(asked(), 2);
}

void ZoneNamesTest::goesNoFurtherThanItMay()
{
    offerTokens({tokenOn(kZone)});
    m_world->transport.succeed(kList, fullPage(0), {{u"total_count"_s, 1'000'000}});
    m_world->zoneNames.begin();
    refresh();
    QCOMPARE(asked(), tokens::ZoneNames::kMostPages);
    refresh();
    QCOMPARE(asked(), tokens::ZoneNames::kMostPages);
}

void ZoneNamesTest::withoutZoneReadNothingIsSaid()
{
    offerTokens({tokenOn(kZone)});
    m_world->transport.refuse(kList, 403, 9109, u"Unauthorized"_s);
    QSignalSpy changed(&m_world->zoneNames, &tokens::ZoneNames::namesChanged);
    m_world->zoneNames.begin();
    refresh();
    refresh();
    QCOMPARE(asked(), 1);
    QCOMPARE(m_world->zoneNames.nameOf(kZone), QString());
    QCOMPARE(changed.count(), 0);
    QVERIFY(m_world->inventory.unread().empty());
    m_world->clock.advance(std::chrono::hours(1)); // it may have been granted
    refresh();
    QCOMPARE(asked(), 2);
}

void ZoneNamesTest::triesAgainWhereCloudflareWasAway()
{
    offerTokens({tokenOn(kZone)});
    m_world->transport.refuse(kList, 400, 1234, u"odd"_s);
    m_world->transport.succeed(kList, QJsonArray{zone(kZone, u"harbour.example"_s)});
    m_world->zoneNames.begin();
    refresh();
    QCOMPARE(m_world->zoneNames.nameOf(kZone), QString());
    refresh();
    QCOMPARE(m_world->zoneNames.nameOf(kZone), u"harbour.example"_s);
}

void ZoneNamesTest::anUnknownZoneIsNotLookedForAgainAndAgain()
{
    offerTokens({tokenOn(kZone)});
    m_world->transport.succeed(kList, QJsonArray{zone(kOtherZone, u"other.example"_s)});
    m_world->zoneNames.begin();
    refresh();
    refresh();
    QCOMPARE(asked(), 1);
    QCOMPARE(m_world->zoneNames.nameOf(kOtherZone), u"other.example"_s);
}

void ZoneNamesTest::knowsWhatOthersListed()
{
    offerTokens({tokenOn(kZone)});
    m_world->transport.succeed(kList, QJsonArray{zone(kZone, u"harbour.example"_s)});
    const std::chrono::seconds atMost = tokens::Zones::kFresh;
    QVERIFY(await(m_world->zones.ofAccount(kAccountA, atMost)));
    m_world->transport.forgetCalls();
    m_world->zoneNames.begin();
    refresh();
    QCOMPARE(m_world->zoneNames.nameOf(kZone), u"harbour.example"_s);
    QCOMPARE(asked(), 0);
    m_world->api.setCredential(base::Secret(kAccountToken)); // may not see them
    QCOMPARE(m_world->zoneNames.nameOf(kZone), QString());
}

void ZoneNamesTest::anotherTokenEmptiesIt()
{
    offerTokens({tokenOn(kZone)});
    m_world->transport.succeed(kList, QJsonArray{zone(kZone, u"harbour.example"_s)});
    m_world->zoneNames.begin();
    refresh();
    QSignalSpy changed(&m_world->zoneNames, &tokens::ZoneNames::namesChanged);
    const tokens::ConnectionService::Candidate other{.token = base::Secret("cfut_" + QByteArray(48, 'x'))};
    QVERIFY(await(m_world->connection.connectWith(other)));
    QCOMPARE(m_world->zoneNames.nameOf(kZone), QString());
    QCOMPARE(changed.count(), 1);
    refresh();
    QCOMPARE(m_world->zoneNames.nameOf(kZone), u"harbour.example"_s);
    QCOMPARE(asked(), 2);
}

void ZoneNamesTest::stopsWhenTold()
{
    offerTokens({tokenOn(kZone)});
    m_world->transport.succeed(kList, QJsonArray{zone(kZone, u"harbour.example"_s)});
    m_world->transport.hold(kList);
    m_world->zoneNames.begin();
    m_world->inventory.refresh();
    QTRY_COMPARE(asked(), 1);
    QVERIFY(m_world->zoneNames.isReading());
    m_world->zoneNames.stop();
    m_world->transport.release();
    QTRY_VERIFY(!m_world->zoneNames.isReading());
    QCOMPARE(m_world->zoneNames.nameOf(kZone), QString());
}

QTEST_GUILESS_MAIN(ZoneNamesTest)
#include "tst_zonenames.moc"
