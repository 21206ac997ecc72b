// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/findingtokens.h"

#include <QTest>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;
using model::Finding;
using model::Fix;
using model::Severity;
using model::Token;
using tokens::FindingContext;

Q_DECLARE_METATYPE(tokensmith::model::Token)

class FindingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodTokenHasNone();
    void rules_data();
    void rules();
    void everyRuleIsTested();
    void theBootstrapTokenItself_data();
    void theBootstrapTokenItself();
    void quotas_data();
    void quotas();
    void saysWhatIsKnown();
    void namesAreData();

private:
    const FindingContext m_context{.now = kNow, .bootstrapTokenId = kSelf};
};

void FindingsTest::aGoodTokenHasNone()
{
    QCOMPARE(inWords(tokens::findingsOf(good(), m_context)), QString());
    QCOMPARE(inWords(tokens::findingsOf(allowed({u"DNS Write"_s}, kOneZone), m_context)), QString());
}

void FindingsTest::rules_data()
{
    QTest::addColumn<Token>("token");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Token &token, const char *expected) {
        QTest::newRow(name) << token << QString::fromLatin1(expected);
    };
    const auto with = [&row](const char *name, const auto &change, const char *expected) {
        row(name, goodBut(change), expected);
    };
    constexpr qint64 second = 1;
    // expiry
    with(
        "never expires", [](Token &t) { t.expiresOn.reset(); }, "never-expires:medium:set-expiry");
    with(
        "30 days and a second", [](Token &t) { t.expiresOn = daysFromNow(30).addSecs(second); }, "");
    with(
        "30 days", [](Token &t) { t.expiresOn = daysFromNow(30); }, "expires-soon:medium:rotate");
    with(
        "7 days and a second", [](Token &t) { t.expiresOn = daysFromNow(7).addSecs(second); },
        "expires-soon:medium:rotate");
    with(
        "7 days", [](Token &t) { t.expiresOn = daysFromNow(7); }, "expires-soon:high:rotate");
    with(
        "one second", [](Token &t) { t.expiresOn = kNow.addSecs(second); }, "expires-soon:high:rotate");
    with(
        "this second", [](Token &t) { t.expiresOn = kNow; }, "expired:low:revoke");
    with(
        "long ago", [](Token &t) { t.expiresOn = daysFromNow(-400); }, "expired:low:revoke");
    with(
        "expired by its word", [](Token &t) { t.status = model::TokenStatus::Expired; }, "expired:low:revoke");
    with(
        "expired and bad otherwise",
        [](Token &t) {
            t.expiresOn = daysFromNow(-1);
            t.condition = {};
            t.lastUsedOn.reset();
        },
        "expired:low:revoke");
    with(
        "disabled, ends soon",
        [](Token &t) {
            t.status = model::TokenStatus::Disabled;
            t.expiresOn = daysFromNow(2);
        },
        "");
    with(
        "made for less than two days",
        [](Token &t) {
            t.issuedOn = daysFromNow(-1);
            t.expiresOn = daysFromNow(1).addSecs(-second);
        },
        "");
    with(
        "made for two days",
        [](Token &t) {
            t.issuedOn = daysFromNow(-1);
            t.expiresOn = daysFromNow(1);
        },
        "expires-soon:high:rotate");
    with(
        "exposed", [](Token &t) { t.status = model::TokenStatus::Exposed; }, "exposed:high:roll");
    with(
        "exposed and expired",
        [](Token &t) {
            t.status = model::TokenStatus::Exposed;
            t.expiresOn = daysFromNow(-1);
        },
        "exposed:high:roll");
    // use
    with(
        "used 90 days ago", [](Token &t) { t.lastUsedOn = daysFromNow(-90); }, "unused:medium:revoke");
    with(
        "used a second less ago", [](Token &t) { t.lastUsedOn = daysFromNow(-90).addSecs(second); }, "");
    with(
        "used in the future", [](Token &t) { t.lastUsedOn = daysFromNow(1); }, "");
    with(
        "never used", [](Token &t) { t.lastUsedOn.reset(); }, "never-used:medium:revoke");
    with(
        "never used, 7 days old",
        [](Token &t) {
            t.lastUsedOn.reset();
            t.issuedOn = daysFromNow(-7);
        },
        "never-used:medium:revoke");
    with(
        "never used, just made",
        [](Token &t) {
            t.lastUsedOn.reset();
            t.issuedOn = daysFromNow(-7).addSecs(second);
        },
        "");
    with(
        "never used, not to be used yet",
        [](Token &t) {
            t.lastUsedOn.reset();
            t.notBefore = daysFromNow(2);
        },
        "");
    with(
        "never used, nothing known",
        [](Token &t) {
            t.lastUsedOn.reset();
            t.issuedOn.reset();
        },
        "");
    // age
    with(
        "365 days untouched",
        [](Token &t) {
            t.issuedOn = daysFromNow(-365);
            t.modifiedOn = daysFromNow(-365);
        },
        "old-secret:medium:rotate");
    with(
        "365 days but changed",
        [](Token &t) {
            t.issuedOn = daysFromNow(-365);
            t.modifiedOn = daysFromNow(-364);
        },
        "old-secret:low:rotate");
    with(
        "365 days, no change told",
        [](Token &t) {
            t.issuedOn = daysFromNow(-365);
            t.modifiedOn.reset();
        },
        "old-secret:low:rotate");
    with(
        "364 days", [](Token &t) { t.issuedOn = daysFromNow(-365).addSecs(second); }, "");
    // addresses
    with(
        "any address", [](Token &t) { t.condition = {}; }, "any-address:low:limit-addresses");
    with(
        "only denied ones", [](Token &t) { t.condition = {.notIn = {u"192.0.2.1/32"_s}}; },
        "any-address:low:limit-addresses");
    with(
        "all of IPv4", [](Token &t) { t.condition.in.append(u"0.0.0.0/0"_s); }, "any-address:low:limit-addresses");
    with(
        "all of IPv6", [](Token &t) { t.condition.in = {u"::/0"_s}; }, "any-address:low:limit-addresses");
    with(
        "a network of ten bits", [](Token &t) { t.condition.in = {u"10.0.0.0/10"_s}; }, "");
    // reach
    row("edits all accounts", allowed({u"D1 Write"_s}, kAllAccounts), "everywhere:high:narrow");
    row("reads all accounts", allowed({u"D1 Read"_s}, kAllAccounts), "everywhere:medium:narrow");
    row("edits all zones", allowed({u"DNS Write"_s, u"DNS Read"_s}, kAllZones), "everywhere:high:narrow");
    row("reads all zones", allowed({u"DNS Read"_s}, kAllZones), "everywhere:medium:narrow");
    row("all zones of all accounts", allowed({u"DNS Write"_s}, kAllAccounts, {kAllZones}), "everywhere:high:narrow");
    row("purges all zones", allowed({u"Cache Purge"_s}, kAllZones), "everywhere:high:narrow");
    row("edits an account's zones", allowed({u"DNS Write"_s}, kOneAccount, {kAllZones}),
        "all-zones-of-account:medium:narrow");
    row("reads an account's zones", allowed({u"DNS Read"_s}, kOneAccount, {kAllZones}),
        "all-zones-of-account:low:narrow");
    row("one account", allowed({u"D1 Write"_s}, kOneAccount), "");
    with(
        "denied everywhere",
        [](Token &t) {
            t.policies = {policy({u"DNS Write"_s}, kAllZones)};
            t.policies.front().effect = model::Policy::Effect::Deny;
        },
        "");
    // number of permissions
    row("20 groups", allowed(groupsInNumber(20), kOneAccount), "");
    row("21 groups", allowed(groupsInNumber(21), kOneAccount), "many-permissions:medium:narrow");
    row("60 groups", allowed(groupsInNumber(60), kOneAccount), "many-permissions:medium:narrow");
    row("61 groups", allowed(groupsInNumber(61), kOneAccount), "many-permissions:high:narrow");
    with(
        "the same groups twice",
        [](Token &t) {
            t.policies = {policy(groupsInNumber(20), kOneAccount), policy(groupsInNumber(20), kOneZone)};
        },
        "");
    // managing tokens
    row("manages tokens", allowed({u"Account API Tokens Write"_s}, kOneAccount), "manages-tokens:high:narrow");
    row("manages the user's", allowed({u"API Tokens Write"_s}, u"com.cloudflare.api.user.1"_s),
        "manages-tokens:high:narrow");
    row("reads tokens", allowed({u"API Tokens Read"_s}, u"com.cloudflare.api.user.1"_s), "");
    row("manages tokens under a newer name", allowed({u"Account API Tokens Edit"_s}, kOneAccount),
        "manages-tokens:high:narrow");
    // what can't be read
    with(
        "a policy of another form", [](Token &t) { t.policies = {model::Policy{.asSent = u"new form"_s}}; },
        "unreadable-policy:medium:narrow");
    with(
        "an effect of another kind",
        [](Token &t) {
            t.policies = {policy({u"DNS Write"_s}, kAllZones)};
            t.policies.front().effect = model::Policy::Effect::Unknown;
        },
        "unreadable-policy:medium:narrow");
    with(
        "manages, by id alone",
        [](Token &t) {
            t.policies = {model::Policy{.permissionGroups = {{.id = u"686d18d5ac6c441c867cbf6771e58a0a"_s}}}};
        },
        "manages-tokens:high:narrow");
}

void FindingsTest::rules()
{
    QFETCH(Token, token);
    QFETCH(QString, expected);
    const std::vector<Finding> findings = tokens::findingsOf(token, m_context);
    QCOMPARE(inWords(findings), expected);
    for (const Finding &finding : findings) {
        QVERIFY(!finding.title.isEmpty() && !finding.sentence.isEmpty());
        QVERIFY2(!finding.title.contains(u'%') && !finding.sentence.contains(u'%'), qPrintable(finding.sentence));
        QCOMPARE(finding.tokenId, token.id);
        QCOMPARE(finding.tokenName, token.name);
        QCOMPARE(finding.owner, token.owner);
    }
}

/** Each rule stands in some row above or below: a rule nobody tests is noticed here. */
void FindingsTest::everyRuleIsTested()
{
    QCOMPARE(tokens::findingRules(),
             QStringList({u"exposed"_s, u"expired"_s, u"expires-soon"_s, u"never-expires"_s, u"unused"_s,
                          u"never-used"_s, u"old-secret"_s, u"manages-tokens"_s, u"unreadable-policy"_s,
                          u"everywhere"_s, u"all-zones-of-account"_s, u"many-permissions"_s, u"any-address"_s,
                          u"bootstrap-rights"_s, u"near-quota"_s}));
}

void FindingsTest::theBootstrapTokenItself_data()
{
    QTest::addColumn<Token>("token");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const auto &change, const char *expected) {
        Token token = allowed({u"API Tokens Write"_s, u"User Details Read"_s, u"Zone Read"_s}, kAllAccounts);
        token.id = kSelf;
        change(token);
        QTest::newRow(name) << token << QString::fromLatin1(expected);
    };
    row(
        "as it should be", [](Token &) {}, "");
    row(
        "ends soon", [](Token &t) { t.expiresOn = daysFromNow(10); }, "expires-soon:medium:set-expiry");
    row(
        "any address", [](Token &t) { t.condition = {}; }, "any-address:medium:limit-addresses");
    row(
        "extra rights",
        [](Token &t) {
            t.policies.push_back(policy({u"DNS Write"_s, u"Zone Read"_s}, kAllZones));
        },
        "bootstrap-rights:medium:narrow");
    row(
        "old",
        [](Token &t) {
            t.issuedOn = daysFromNow(-400);
            t.modifiedOn = daysFromNow(-400);
        },
        "old-secret:medium:roll");
}

void FindingsTest::theBootstrapTokenItself()
{
    QFETCH(Token, token);
    QFETCH(QString, expected);
    QCOMPARE(inWords(tokens::findingsOf(token, m_context)), expected);
}

void FindingsTest::quotas_data()
{
    QTest::addColumn<bool>("ofUser");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("expected");
    QTest::newRow("user, 44") << true << 44 << QString();
    QTest::newRow("user, 45") << true << 45 << u"near-quota:medium:revoke"_s;
    QTest::newRow("user, full") << true << 50 << u"near-quota:high:revoke"_s;
    QTest::newRow("user, raised limit") << true << 51 << QString();
    QTest::newRow("account, 449") << false << 449 << QString();
    QTest::newRow("account, 450") << false << 450 << u"near-quota:medium:revoke"_s;
    QTest::newRow("account, full") << false << 500 << u"near-quota:high:revoke"_s;
}

void FindingsTest::quotas()
{
    QFETCH(bool, ofUser);
    QFETCH(int, count);
    QFETCH(QString, expected);
    const model::Owner owner = ofUser ? model::Owner::user() : model::Owner::account(kAccount);
    const auto findings = tokens::quotaFindings({.owner = owner, .tokens = count}, m_context);
    QCOMPARE(inWords(findings), expected);
    for (const Finding &finding : findings) {
        QVERIFY2(finding.sentence.contains(QString::number(count)), qPrintable(finding.sentence));
        QVERIFY(finding.tokenId.isEmpty());
        QCOMPARE(finding.owner, owner);
    }
}

void FindingsTest::saysWhatIsKnown()
{
    const auto first = [&](const Token &token) { return tokens::findingsOf(token, m_context).front(); };
    const Finding soon = first(goodBut([](Token &t) { t.expiresOn = daysFromNow(12); }));
    QCOMPARE(soon.title, u"Expires in 12 days"_s);
    QCOMPARE(soon.sentence, u"Last used 1 day ago."_s);
    const Finding old = first(goodBut([](Token &t) { t.issuedOn = daysFromNow(-400); }));
    QCOMPARE(old.sentence, u"Made 400 days ago and changed 60 days ago; Cloudflare does not say if that was a roll."_s);
    QCOMPARE(first(allowed({u"DNS Write"_s, u"Zone Read"_s}, kAllZones)).sentence,
             u"Edits DNS in each. Those to come are included."_s);
}

void FindingsTest::namesAreData()
{
    FindingContext context = m_context;
    context.accountName = [](const QString &) { return u"Acme\n%1\u202E"_s; };
    const auto findings =
        tokens::findingsOf(allowed({u"%2\nDNS Write"_s, u"Zone Write"_s}, kOneAccount, {kAllZones}), context);
    QCOMPARE(findings.size(), size_t(1));
    QVERIFY(!findings.front().title.contains(u'\n') && !findings.front().title.contains(u'\u202E'));
    QCOMPARE(findings.front().sentence, u"Edits %2 DNS and 1 more in each."_s);
}

QTEST_GUILESS_MAIN(FindingsTest)
#include "tst_findings.moc"
