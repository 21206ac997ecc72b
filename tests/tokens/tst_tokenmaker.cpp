// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenmaker.h"
#include "tests/tokens/serviceworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;
using model::Owner;
using tokens::TokenMaker;

namespace {

const QString kPost = u"POST /v4/user/tokens"_s;
const QString kList = u"GET /v4/user/tokens"_s;
const QString kOther = u"ffffffffffffffffffffffffffffffff"_s;
const cloudflare::HttpAnswer kEdgePage{.status = 502, .body = "<html>Bad gateway</html>"};

struct MakerWorld : ServiceWorld
{
    TokenMaker maker{{.api = api,
                      .lister = lister,
                      .inventory = inventory,
                      .clock = clock,
                      .lookAgainAfter = std::chrono::milliseconds(1)}};

    MakerWorld() { connectAsUser(); }

    /** A token of the list, made so many seconds after the start. */
    [[nodiscard]] QJsonObject listed(const QString &id, const QString &name, int seconds) const
    {
        QJsonObject token = tokenJson(id, name);
        token.insert("issued_on"_L1, clock.now().addSecs(seconds).toString(Qt::ISODate));
        return token;
    }
};

model::TokenSpec spec()
{
    return {.name = u"ci"_s, .condition = {.in = {u"203.0.113.0/24"_s}}};
}

QJsonObject answer()
{
    QJsonObject token = tokenJson(kTokenId, u"ci"_s);
    token.insert("value"_L1, QString::fromLatin1(kUserToken));
    const QJsonObject addresses{{u"in"_s, QJsonArray{u"203.0.113.0/24"_s}}};
    token.insert("condition"_L1, QJsonObject{{u"request_ip"_s, addresses}});
    return token;
}

} // namespace

class TokenMakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesWithOneCall();
    void whatWasNotKeptIsSaid();
    void aRefusalIsPassedOn();
    void aLostTokenIsFoundByNameAndTime();
    void aLostTokenMayAppearLate();
    void nothingFoundIsSaid();
    void oneMadeMeanwhileIsNotTheLostOne();
    void anUnreadableListIsSaid();
    void aSentCallIsCountedAndNotCancelled();
    void aCancelledCallIsNotSent();
};

void TokenMakerTest::makesWithOneCall()
{
    MakerWorld world;
    world.transport.succeed(kPost, answer());
    const auto made = await(world.maker.make(Owner::user(), spec()));
    QVERIFY(made);
    QCOMPARE(made->created.secret.reveal(), kUserToken);
    QCOMPARE(made->warnings, QStringList());
    QCOMPARE(world.transport.callNames(), QStringList{kPost});
    QCOMPARE(world.inventory.tokens().size(), size_t(1));
}

void TokenMakerTest::whatWasNotKeptIsSaid()
{
    MakerWorld world;
    QJsonObject token = answer();
    token.remove("condition"_L1);
    token.insert("expires_on"_L1, u"2030-01-01T00:00:00Z"_s);
    world.transport.succeed(kPost, token);
    const auto made = await(world.maker.make(Owner::user(), spec()));
    QVERIFY(made);
    QCOMPARE(made->warnings.size(), 2);
    QVERIFY(made->warnings.at(0).contains("IP limits"_L1));
    QVERIFY(made->warnings.at(1).contains("2030-01-01"_L1));
}

void TokenMakerTest::aRefusalIsPassedOn()
{
    MakerWorld world;
    world.transport.refuse(kPost, 400, 1001, u"permission group not found"_s);
    const auto made = await(world.maker.make(Owner::user(), spec()));
    QVERIFY(!made);
    QCOMPARE(made.error().code, Error::Code::InvalidArgument);
    QCOMPARE(world.transport.callNames(), QStringList{kPost});
}

void TokenMakerTest::aLostTokenIsFoundByNameAndTime()
{
    MakerWorld world;
    world.inventory.add(model::Token{.id = kAccountA, .name = u"ci"_s}); // one of that name from before
    world.transport.script(kPost, kEdgePage);
    world.transport.succeed(kList,
                            QJsonArray{world.listed(kAccountA, u"ci"_s, -30), world.listed(kAccountB, u"c"_s, 1),
                                       world.listed(kUserTag, u"ci"_s, -3600), world.listed(kTokenId, u"ci"_s, -60)});
    const auto made = await(world.maker.make(Owner::user(), spec()));
    QVERIFY(!made);
    QCOMPARE(made.error().code, Error::Code::OutcomeUnknown);
    QVERIFY2(made.error().message.contains(kTokenId), qPrintable(made.error().message));
    QVERIFY(!made.error().message.contains(kAccountA));
    QVERIFY(!made.error().message.contains(kUserTag));
    QVERIFY(made.error().message.contains("roll"_L1));
    QCOMPARE(world.transport.callNames(), (QStringList{kPost, kList}));
    QCOMPARE(world.inventory.tokens().back().id, kTokenId);
}

void TokenMakerTest::aLostTokenMayAppearLate()
{
    MakerWorld world;
    world.transport.script(kPost, Error{.code = Error::Code::OutcomeUnknown, .message = u"lost"_s});
    world.transport.succeed(kList, QJsonArray{});
    world.transport.succeed(kList, QJsonArray{world.listed(kTokenId, u"ci"_s, 2), world.listed(kOther, u"ci"_s, 3)});
    const auto made = await(world.maker.make(Owner::user(), spec()));
    QVERIFY(!made);
    QVERIFY(made.error().message.contains(kTokenId));
    QVERIFY(made.error().message.contains(kOther));
    QCOMPARE(world.transport.callNames(), (QStringList{kPost, kList, kList}));
}

void TokenMakerTest::nothingFoundIsSaid()
{
    MakerWorld world;
    world.transport.script(kPost, kEdgePage);
    world.transport.succeed(kList, QJsonArray{});
    const auto made = await(world.maker.make(Owner::user(), spec()));
    QVERIFY(!made);
    QCOMPARE(made.error().code, Error::Code::OutcomeUnknown);
    QVERIFY(made.error().message.contains("may still appear"_L1));
    QCOMPARE(world.transport.callNames().count(kPost), 1);
}

void TokenMakerTest::oneMadeMeanwhileIsNotTheLostOne()
{
    MakerWorld world;
    QJsonObject second = world.listed(kTokenId, u"ci"_s, 1);
    world.transport.script(kPost, kEdgePage);
    world.transport.succeed(kPost, answer());
    world.transport.succeed(kList, QJsonArray{});
    world.transport.succeed(kList, QJsonArray{second});
    world.transport.hold(kPost);
    auto one = world.maker.make(Owner::user(), spec());
    auto two = world.maker.make(Owner::user(), spec());
    world.transport.release();
    const auto lost = await(std::move(one));
    QVERIFY(await(std::move(two)));
    QVERIFY(!lost);
    QVERIFY2(!lost.error().message.contains(kTokenId), qPrintable(lost.error().message));
}

void TokenMakerTest::anUnreadableListIsSaid()
{
    MakerWorld world;
    world.transport.script(kPost, kEdgePage);
    world.transport.refuse(kList, 403, 9109, u"Unauthorized to access requested resource"_s);
    const auto made = await(world.maker.make(Owner::user(), spec()));
    QVERIFY(!made);
    QCOMPARE(made.error().code, Error::Code::OutcomeUnknown);
    QVERIFY(made.error().message.contains("whose secret nobody has"_L1));
}

void TokenMakerTest::aSentCallIsCountedAndNotCancelled()
{
    MakerWorld world;
    base::CancelSource cancel;
    world.transport.succeed(kPost, answer());
    world.transport.hold(kPost);
    auto task = world.maker.make(Owner::user(), spec(), cancel.token());
    QCOMPARE(world.maker.making(), 1);
    QVERIFY(!world.transport.calls().back().cancel.isCancelled());
    cancel.cancel();
    QVERIFY(!world.transport.calls().back().cancel.isCancelled());
    world.transport.release();
    const auto made = await(std::move(task));
    QVERIFY(made);
    QCOMPARE(world.maker.making(), 0);
}

void TokenMakerTest::aCancelledCallIsNotSent()
{
    MakerWorld world;
    base::CancelSource cancel;
    cancel.cancel();
    const auto made = await(world.maker.make(Owner::user(), spec(), cancel.token()));
    QVERIFY(!made);
    QCOMPARE(made.error().code, Error::Code::Cancelled);
    QVERIFY(world.transport.calls().empty());
}

QTEST_GUILESS_MAIN(TokenMakerTest)
#include "tst_tokenmaker.moc"
