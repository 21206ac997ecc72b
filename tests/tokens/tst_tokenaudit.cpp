// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenaudit.h"
#include "tests/tokens/serviceworld.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using base::Error;
using model::Severity;
using test::await;

namespace {

const QString kUserList = u"GET /v4/user/tokens"_s;
const QString kListA = u"GET /v4/accounts/%1/tokens"_s.arg(test::kAccountA);
const QString kListB = u"GET /v4/accounts/%1/tokens"_s.arg(test::kAccountB);

QJsonObject tokenOf(const QString &id, const QString &name, const QJsonObject &more = {})
{
    QJsonObject json{
        {u"id"_s, id},
        {u"name"_s, name},
        {u"status"_s, u"active"_s},
        {u"issued_on"_s, u"2026-10-01T00:00:00Z"_s},
        {u"last_used_on"_s, u"2026-11-23T00:00:00Z"_s},
        {u"expires_on"_s, u"2027-10-01T00:00:00Z"_s},
        {u"condition"_s, QJsonObject{{u"request_ip"_s, QJsonObject{{u"in"_s, QJsonArray{u"192.0.2.0/24"_s}}}}}}};
    for (auto it = more.begin(); it != more.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

} // namespace

class TokenAuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gravestFirst();
    void leavesOutWhatIsLessGrave();
    void anUnreadListIsNamed();
    void nothingReadIsAnError();
    void oneOwnerOnly();
    void anotherAccountIsRefused();
    void theAllowListHolds();
    void theBootstrapTokenIsKnown();
    void theBootstrapTokenIsReadAlone();
    void theBootstrapTokenMayBeUnread();
    void quotasCountWholeLists();

private:
    /** A user's connection with two accounts, every list empty but the bootstrap token. */
    std::unique_ptr<test::ServiceWorld> makeWorld(const QStringList &allowed = {})
    {
        auto world = std::make_unique<test::ServiceWorld>(allowed);
        world->connectAsUser();
        world->offerAccounts({test::account(test::kAccountA, u"Acme"_s), test::account(test::kAccountB, u"Bolt"_s)});
        return world;
    }
    static tokens::TokenAudit auditOf(test::ServiceWorld &world)
    {
        return tokens::TokenAudit({.api = world.api,
                                   .accounts = world.accounts,
                                   .connection = world.connection,
                                   .lister = world.lister,
                                   .reach = world.reach,
                                   .clock = world.clock});
    }
    static QStringList rulesOf(const tokens::AuditOutcome &outcome)
    {
        QStringList rules;
        for (const model::Finding &finding : outcome.findings)
            rules.append(finding.tokenName + u':' + finding.rule);
        return rules;
    }

    const QJsonObject m_self = tokenOf(test::kTokenId, u"bootstrap"_s);
    const QJsonObject m_endless = tokenOf(QString(32, u'1'), u"endless"_s, {{u"expires_on"_s, QJsonValue()}});
    const QJsonObject m_ending =
        tokenOf(QString(32, u'2'), u"ending"_s, {{u"expires_on"_s, u"2026-11-25T00:00:00Z"_s}});
    const QJsonObject m_ended = tokenOf(QString(32, u'3'), u"ended"_s, {{u"expires_on"_s, u"2026-11-20T00:00:00Z"_s}});
};

void TokenAuditTest::gravestFirst()
{
    auto world = makeWorld();
    world->transport.succeed(kUserList, QJsonArray{m_self, m_ended});
    world->transport.succeed(kListA, QJsonArray{m_endless});
    world->transport.succeed(kListB, QJsonArray{m_ending});
    tokens::TokenAudit audit = auditOf(*world);
    const auto outcome = await(audit.run({}));
    QVERIFY(outcome);
    QCOMPARE(rulesOf(*outcome),
             QStringList({u"ending:expires-soon"_s, u"endless:never-expires"_s, u"ended:expired"_s}));
    QCOMPARE(outcome->tokens, 4);
    QVERIFY(outcome->unread.empty());
    QCOMPARE(world->transport.calls().size(), size_t(4)); // accounts and three lists
    QCOMPARE(audit.ownerName(outcome->findings.front().owner), u"Bolt"_s);
}

void TokenAuditTest::leavesOutWhatIsLessGrave()
{
    auto world = makeWorld();
    world->transport.succeed(kUserList, QJsonArray{m_self, m_ended, m_endless, m_ending});
    tokens::TokenAudit audit = auditOf(*world);
    const auto found = [&](Severity least) {
        return rulesOf(*await(audit.run({.kind = model::Owner::Kind::User, .least = least})));
    };
    QCOMPARE(found(Severity::Medium), QStringList({u"ending:expires-soon"_s, u"endless:never-expires"_s}));
    QCOMPARE(found(Severity::High), QStringList({u"ending:expires-soon"_s}));
}

void TokenAuditTest::anUnreadListIsNamed()
{
    auto world = makeWorld();
    world->transport.succeed(kUserList, QJsonArray{m_self});
    world->transport.refuse(kListA, 403, 9109, u"Unauthorized to access requested resource"_s);
    world->transport.succeed(kListB, QJsonArray{m_ending});
    tokens::TokenAudit audit = auditOf(*world);
    const auto outcome = await(audit.run({}));
    QVERIFY(outcome);
    QCOMPARE(outcome->unread.size(), size_t(1));
    QCOMPARE(outcome->unread.front().ownerName, u"Acme"_s);
    QCOMPARE(outcome->unread.front().error.code, Error::Code::PermissionDenied);
    QCOMPARE(outcome->tokens, 2);
    QCOMPARE(rulesOf(*outcome), QStringList({u"ending:expires-soon"_s}));
}

void TokenAuditTest::nothingReadIsAnError()
{
    auto world = makeWorld();
    for (const QString &list : {kUserList, kListA, kListB})
        world->transport.refuse(list, 403, 9109, u"Unauthorized to access requested resource"_s);
    tokens::TokenAudit audit = auditOf(*world);
    QCOMPARE(await(audit.run({})).error().code, Error::Code::PermissionDenied);
}

void TokenAuditTest::oneOwnerOnly()
{
    auto world = makeWorld();
    world->transport.succeed(kListB, QJsonArray{m_ending});
    tokens::TokenAudit audit = auditOf(*world);
    const auto outcome = await(audit.run({.accountId = test::kAccountB}));
    QVERIFY(outcome);
    QCOMPARE(rulesOf(*outcome), QStringList({u"ending:expires-soon"_s}));
    QCOMPARE(world->transport.callNames(), QStringList({kListB}));
}

void TokenAuditTest::anotherAccountIsRefused()
{
    auto world = makeWorld({test::kAccountA});
    tokens::TokenAudit audit = auditOf(*world);
    QCOMPARE(await(audit.run({.accountId = test::kAccountB})).error().code, Error::Code::PermissionDenied);
    QVERIFY(world->transport.calls().empty());
}

void TokenAuditTest::theAllowListHolds()
{
    auto world = makeWorld({test::kAccountA});
    const auto reaching = [](const QString &key) {
        const QJsonObject groups{{u"id"_s, u"g"_s}, {u"name"_s, u"D1 Write"_s}};
        return QJsonArray{QJsonObject{{u"effect"_s, u"allow"_s},
                                      {u"resources"_s, QJsonObject{{key, u"*"_s}}},
                                      {u"permission_groups"_s, QJsonArray{groups}}}};
    };
    QJsonObject self = m_self;
    self.insert("policies"_L1, reaching(u"com.cloudflare.api.account.*"_s));
    QJsonObject foreign = m_endless;
    foreign.insert("policies"_L1, reaching(u"com.cloudflare.api.account."_s + test::kAccountB));
    QJsonObject untold = m_endless; // no policies in the answer: nobody knows what it reaches
    untold.insert("id"_L1, u"99999999999999999999999999999999"_s);
    untold.remove("policies"_L1);
    QJsonObject own = m_ending;
    own.insert("policies"_L1, reaching(u"com.cloudflare.api.account."_s + test::kAccountA));
    world->transport.succeed(kUserList, QJsonArray{self, foreign, untold});
    world->transport.succeed(kListA, QJsonArray{own});
    tokens::TokenAudit audit = auditOf(*world);
    const auto outcome = await(audit.run({}));
    QVERIFY(outcome);
    QCOMPARE(outcome->withheld, 2);
    QCOMPARE(outcome->tokens, 2);
    QCOMPARE(rulesOf(*outcome), QStringList({u"ending:expires-soon"_s, u"bootstrap:bootstrap-rights"_s}));
    QVERIFY(!world->transport.callNames().contains(kListB));
}

void TokenAuditTest::theBootstrapTokenIsKnown()
{
    auto world = makeWorld();
    QJsonObject self = m_self;
    self.insert("condition"_L1, QJsonObject());
    world->transport.succeed(kUserList, QJsonArray{self});
    tokens::TokenAudit audit = auditOf(*world);
    const auto outcome = await(audit.run({.kind = model::Owner::Kind::User}));
    QCOMPARE(rulesOf(*outcome), QStringList({u"bootstrap:any-address"_s}));
    QCOMPARE(outcome->findings.front().severity, Severity::Medium);
}

void TokenAuditTest::theBootstrapTokenIsReadAlone()
{
    auto world = makeWorld();
    world->transport.succeed(kUserList, QJsonArray{});
    tokens::TokenAudit audit = auditOf(*world);
    const auto outcome = await(audit.run({.kind = model::Owner::Kind::User}));
    QVERIFY(outcome);
    QVERIFY(rulesOf(*outcome).contains(u"bootstrap:never-expires"_s)); // as connecting found it
    QCOMPARE(outcome->tokens, 0);
    QCOMPARE(world->transport.callNames(), QStringList({kUserList, u"GET /v4/user/tokens/"_s + test::kTokenId}));
}

void TokenAuditTest::theBootstrapTokenMayBeUnread()
{
    auto world = makeWorld();
    world->transport.succeed(kUserList, QJsonArray{});
    world->transport.refuse(u"GET /v4/user/tokens/"_s + test::kTokenId, 404, 1003, u"token not found"_s);
    world->transport.refuse(u"GET /v4/user/tokens/"_s + test::kTokenId, 404, 1003, u"token not found"_s);
    tokens::TokenAudit audit = auditOf(*world);
    (void)await(audit.run({.kind = model::Owner::Kind::User})); // the last scripted answer stays
    const auto outcome = await(audit.run({.kind = model::Owner::Kind::User}));
    QVERIFY(outcome);
    QCOMPARE(outcome->unread.size(), size_t(1));
    QCOMPARE(outcome->unread.front().ownerName, u"The bootstrap token"_s);
}

void TokenAuditTest::quotasCountWholeLists()
{
    auto world = makeWorld();
    QJsonArray list{m_self};
    for (int i = 1; i < 46; ++i)
        list.append(tokenOf(u"%1"_s.arg(i, 32, 16, QChar(u'0')), u"t"_s));
    world->transport.succeed(kUserList, list);
    tokens::TokenAudit audit = auditOf(*world);
    const auto outcome = await(audit.run({.kind = model::Owner::Kind::User}));
    QCOMPARE(rulesOf(*outcome), QStringList({u":near-quota"_s}));
}

QTEST_GUILESS_MAIN(TokenAuditTest)
#include "tst_tokenaudit.moc"
