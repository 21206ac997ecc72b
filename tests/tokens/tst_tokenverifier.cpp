// SPDX-License-Identifier: GPL-3.0-or-later
// What verifying says of tokens that don't work; that it takes the right path is shown in tst_tokenservice.
#include "tests/tokens/serviceworld.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using base::Error;

namespace {

const QString kUserVerify = u"GET /v4/user/tokens/verify"_s;
const QString kAccountVerify = u"GET /v4/accounts/%1/tokens/verify"_s.arg(kAccountA);

} // namespace

class TokenVerifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsAnAnswer_data();
    void explainsAnAnswer();
    void otherCredentialsAreNotSent_data();
    void otherCredentialsAreNotSent();
    void asksForTheAccountItCantList();
    void asksOnlyTheAccountThatIsGiven();
    void asksNoForeignAccount();
    void aFaultIsAnError();
};

void TokenVerifierTest::explainsAnAnswer_data()
{
    QTest::addColumn<QJsonObject>("answer");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QString &status, const QJsonObject &more, const QString &reason) {
        QJsonObject answer{{u"id"_s, kTokenId}, {u"status"_s, status}};
        for (auto member = more.begin(); member != more.end(); ++member)
            answer.insert(member.key(), member.value());
        QTest::newRow(name) << answer << reason;
    };
    row("active", u"active"_s, {{u"expires_on"_s, u"2026-12-01T00:00:00Z"_s}}, {});
    row("disabled", u"disabled"_s, {}, u"disabled"_s);
    row("expired", u"expired"_s, {}, u"has expired"_s);
    row("expired, still called active", u"active"_s, {{u"expires_on"_s, u"2026-11-23T11:59:59Z"_s}},
        u"expired on 2026-11-23T11:59:59Z"_s);
    row("not yet", u"active"_s, {{u"not_before"_s, u"2026-12-24T00:00:00Z"_s}}, u"not valid before 2026-12-24"_s);
    row("exposed", u"revoked (exposed)"_s, {}, u"in public"_s);
    row("unheard of", u"sleeping"_s, {}, u"\"sleeping\""_s);
}

void TokenVerifierTest::explainsAnAnswer()
{
    QFETCH(QJsonObject, answer);
    QFETCH(QString, reason);
    ServiceWorld world;
    world.connectAsUser();
    world.offerAccounts({account(kAccountA, u"A"_s)});
    world.transport.succeed(kAccountVerify, answer);
    const auto found = await(world.verifier.verify(base::Secret(kAccountToken), {}));
    QVERIFY(found);
    QCOMPARE(found->valid, reason.isEmpty());
    QVERIFY2(found->reason.contains(reason), qPrintable(found->reason));
    QCOMPARE(found->statusText, answer["status"_L1].toString());
}

void TokenVerifierTest::otherCredentialsAreNotSent_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("reason");
    QTest::newRow("global key") << "cfk_" + QByteArray(40, 'k') << u"Global API Key"_s;
    const QString form = u"not an API token"_s;
    QTest::newRow("short") << QByteArray("abc") << form;
    QTest::newRow("long") << QByteArray(201, 'a') << form;
    QTest::newRow("line feed") << QByteArray(40, 'a') + "\nX-Evil: 1" << form;
    QTest::newRow("no ASCII") << QByteArray(40, char(0xe4)) << form;
    QTest::newRow("OAuth") << "cfoat_" + QByteArray(40, 'o') << u"OAuth"_s;
}

void TokenVerifierTest::otherCredentialsAreNotSent()
{
    QFETCH(QByteArray, value);
    ServiceWorld world;
    world.connectAsUser();
    const auto found = await(world.verifier.verify(base::Secret(value), {}));
    QVERIFY(found && !found->valid);
    QFETCH(QString, reason);
    QVERIFY2(found->reason.contains(reason), qPrintable(found->reason));
    QVERIFY(world.transport.calls().empty());
}

void TokenVerifierTest::asksForTheAccountItCantList()
{
    ServiceWorld world;
    world.connectAsUser();
    world.transport.refuse(u"GET /v4/accounts"_s, 403, 9109, u"Unauthorized to access requested resource"_s);
    const auto found = await(world.verifier.verify(base::Secret(kAccountToken), {}));
    QCOMPARE(found.error().field, u"accountId"_s);
}

void TokenVerifierTest::asksOnlyTheAccountThatIsGiven()
{
    ServiceWorld world;
    world.connectAsUser();
    world.transport.succeed(kAccountVerify, tokenJson(kTokenId, {}));
    const auto found = await(world.verifier.verify(base::Secret(kAccountToken), kAccountA));
    QVERIFY(found && found->valid);
    QCOMPARE(world.transport.callNames(), QStringList{kAccountVerify});
}

void TokenVerifierTest::asksNoForeignAccount()
{
    ServiceWorld world({kAccountA});
    world.connectAsUser();
    const auto found = await(world.verifier.verify(base::Secret(kAccountToken), kAccountB));
    QCOMPARE(found.error().code, Error::Code::PermissionDenied);
    QVERIFY(world.transport.calls().empty());
}

void TokenVerifierTest::aFaultIsAnError()
{
    ServiceWorld world;
    world.connectAsUser();
    world.transport.script(kUserVerify, Error{.code = Error::Code::Timeout, .message = u"no answer"_s});
    static_cast<void>(await(world.verifier.verify(base::Secret(kUserToken), {}))); // uses up the first answer
    const auto found = await(world.verifier.verify(base::Secret(kUserToken), {}));
    QCOMPARE(found.error().code, Error::Code::Timeout);
}

QTEST_GUILESS_MAIN(TokenVerifierTest)
#include "tst_tokenverifier.moc"
