// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/policybuilder.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using base::Error;
using catalog::buildPolicies;
using catalog::ChosenGroup;
using catalog::PolicyTarget;
using model::Owner;

namespace {

const QString kAccount = u"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_s;
const QString kZone = u"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"_s;
const QString kOtherZone = u"dddddddddddddddddddddddddddddddd"_s;
const QString kUser = u"cccccccccccccccccccccccccccccccc"_s;
const QString kAccountScope = model::scope::account;
const QString kZoneScope = model::scope::zone;
const QString kUserScope = model::scope::user;
const QString kBucketScope = model::scope::bucket;

ChosenGroup group(const QString &id, const QString &name, const QString &scope)
{
    return {.group = {.id = id, .name = name, .scopes = {scope}}, .scope = scope};
}

ChosenGroup dns()
{
    return group(u"3"_s, u"DNS Write"_s, kZoneScope);
}

ChosenGroup logs()
{
    return group(u"1"_s, u"Logs Write"_s, kAccountScope);
}

ChosenGroup user()
{
    return group(u"4"_s, u"User Details Read"_s, kUserScope);
}

ChosenGroup bucket()
{
    return group(u"5"_s, u"Workers R2 Storage Bucket Item Read"_s, kBucketScope);
}

QStringList keysOf(const model::Policy &policy)
{
    QStringList keys;
    for (const model::Resource &resource : policy.resources) {
        for (const QString &nested : resource.nested)
            keys.append(resource.key + u" > "_s + nested);
        if (resource.nested.isEmpty())
            keys.append(resource.key);
    }
    return keys;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<ChosenGroup>)
Q_DECLARE_METATYPE(PolicyTarget)

class PolicyBuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePolicyPerScope();
    void eachGroupOnce();
    void resources_data();
    void resources();
    void everythingIsWarnedAbout();
    void whatCannotBeGivenIsWarnedAbout();
    void refusals_data();
    void refusals();
    void aUserGroupNeedsTheUser();
    void tokenManagersAreRefusedWithTheLink_data();
    void tokenManagersAreRefusedWithTheLink();
    void readingTokensIsFine();
    void everyChoiceIsExplained();
};

void PolicyBuilderTest::onePolicyPerScope()
{
    const auto built = buildPolicies({dns(), user(), bucket(), logs()},
                                     {.accountId = kAccount, .userTag = kUser, .buckets = {u"logs"_s}});
    QVERIFY(built);
    QCOMPARE(built->policies.size(), size_t(4));
    QCOMPARE(keysOf(built->policies.at(0)), QStringList{kAccountScope + u'.' + kAccount});
    QCOMPARE(keysOf(built->policies.at(2)), QStringList{kUserScope + u'.' + kUser});
    QCOMPARE(built->policies.at(0).permissionGroups.front().id, u"1"_s);
    QCOMPARE(built->policies.at(1).permissionGroups.front().id, u"3"_s);
    QVERIFY(built->warnings.isEmpty());
}

void PolicyBuilderTest::eachGroupOnce()
{
    const auto built = buildPolicies({dns(), dns()}, {.accountId = kAccount});
    QVERIFY(built);
    QCOMPARE(built->policies.front().permissionGroups.size(), size_t(1));
}

void PolicyBuilderTest::resources_data()
{
    QTest::addColumn<std::vector<ChosenGroup>>("chosen");
    QTest::addColumn<PolicyTarget>("target");
    QTest::addColumn<QStringList>("expected");
    using Groups = std::vector<ChosenGroup>;
    const QString account = kAccountScope + u'.' + kAccount;
    const QString bucketPrefix = kBucketScope + u'.' + kAccount;
    const Owner owner = Owner::account(kAccount);
    QTest::newRow("user token, all zones of an account") << Groups{dns()} << PolicyTarget{.accountId = kAccount}
                                                         << QStringList{account + u" > "_s + kZoneScope + u".*"_s};
    QTest::newRow("account token, all its zones")
        << Groups{dns()} << PolicyTarget{.owner = owner, .accountId = kAccount}
        << QStringList{account + u" > "_s + kZoneScope + u".*"_s};
    QTest::newRow("user token, chosen zones")
        << Groups{dns()} << PolicyTarget{.accountId = kAccount, .zoneIds = {kZone, kOtherZone, kZone}}
        << QStringList{kZoneScope + u'.' + kZone, kZoneScope + u'.' + kOtherZone};
    QTest::newRow("account token, chosen zones")
        << Groups{dns()} << PolicyTarget{.owner = owner, .accountId = kAccount, .zoneIds = {kZone, kOtherZone}}
        << QStringList{account + u" > "_s + kZoneScope + u'.' + kZone,
                       account + u" > "_s + kZoneScope + u'.' + kOtherZone};
    QTest::newRow("user token, everywhere") << Groups{dns()} << PolicyTarget{} << QStringList{kZoneScope + u".*"_s};
    QTest::newRow("one account") << Groups{logs()} << PolicyTarget{.accountId = kAccount} << QStringList{account};
    QTest::newRow("every account") << Groups{logs()} << PolicyTarget{} << QStringList{kAccountScope + u".*"_s};
    QTest::newRow("buckets") << Groups{bucket()}
                             << PolicyTarget{.owner = owner,
                                             .accountId = kAccount,
                                             .buckets = {u"logs-2026"_s, u"eu/backups"_s, u"default/logs-2026"_s}}
                             << QStringList{bucketPrefix + u"_default_logs-2026"_s, bucketPrefix + u"_eu_backups"_s};
}

void PolicyBuilderTest::resources()
{
    QFETCH(std::vector<ChosenGroup>, chosen);
    QFETCH(PolicyTarget, target);
    QFETCH(QStringList, expected);
    const auto built = buildPolicies(chosen, target);
    QVERIFY2(built, built ? "" : qPrintable(built.error().message));
    QCOMPARE(built->policies.size(), size_t(1));
    QCOMPARE(keysOf(built->policies.front()), expected);
}

void PolicyBuilderTest::everythingIsWarnedAbout()
{
    const auto built = buildPolicies({dns(), logs()}, {});
    QVERIFY(built);
    QCOMPARE(built->warnings.size(), 2);
}

void PolicyBuilderTest::whatCannotBeGivenIsWarnedAbout()
{
    ChosenGroup withheld = dns();
    withheld.group.selectable = false;
    const auto built = buildPolicies({withheld}, {.accountId = kAccount});
    QVERIFY(built);
    QCOMPARE(built->warnings.size(), 1);
    QVERIFY(built->warnings.front().contains("DNS Write"_L1));
}

void PolicyBuilderTest::refusals_data()
{
    QTest::addColumn<std::vector<ChosenGroup>>("chosen");
    QTest::addColumn<PolicyTarget>("target");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("inMessage");
    using Groups = std::vector<ChosenGroup>;
    const Owner owner = Owner::account(kAccount);
    const auto row = [](const char *name, const Groups &chosen, const PolicyTarget &target, const QString &field,
                        const QString &inMessage) { QTest::newRow(name) << chosen << target << field << inMessage; };
    const auto withBucket = [](const QString &name) { return PolicyTarget{.accountId = kAccount, .buckets = {name}}; };
    row("nothing chosen", {}, {}, u"permissions"_s, u"at least one"_s);
    row("unknown scope", {dns(), group(u"9"_s, u"App Run"_s, u"com.cloudflare.api.account.flagship.app"_s)}, {},
        u"permissions"_s, u"\"App Run\" acts on a kind of resource (app)"_s);
    row("no scope at all", {group(u"9"_s, u"App Run"_s, {})}, {}, u"permissions"_s, u"App Run"_s);
    row("zones without a zone group", {logs()}, {.accountId = kAccount, .zoneIds = {kZone}}, u"zoneIds"_s,
        u"acts on zones"_s);
    row("buckets without a bucket group", {logs()}, withBucket(u"logs"_s), u"buckets"_s, u"acts on single R2"_s);
    row("bucket group without buckets", {bucket()}, {.accountId = kAccount}, u"buckets"_s, u"Name the R2 buckets"_s);
    row("bucket without account", {bucket()}, {.buckets = {u"logs"_s}}, u"accountId"_s, u"accountId is required"_s);
    row("every bucket", {bucket()}, withBucket(u"*"_s), u"buckets"_s, u"every bucket"_s);
    row("every bucket of a jurisdiction", {bucket()}, withBucket(u"eu/*"_s), u"buckets"_s, u"every bucket"_s);
    for (const char *name :
         {"ab", "Logs", "-logs", "logs-", "lo_gs", "a/b/logs", "EU/logs", "lo.gs", "log s", "logs\n", ""})
        row(qPrintable(u"bucket %1"_s.arg(QLatin1StringView(name))), {bucket()}, withBucket(QLatin1StringView(name)),
            u"buckets"_s, u"is not an R2 bucket"_s);
    row("long bucket", {bucket()}, withBucket(QString(64, u'a')), u"buckets"_s, u"is not an R2 bucket"_s);
    row("account id", {dns()}, {.accountId = u"../x"_s}, u"accountId"_s, u"32 hexadecimal"_s);
    row("zone id", {dns()}, {.accountId = kAccount, .zoneIds = {u"*"_s}}, u"zoneIds"_s, u"32 hexadecimal"_s);
    row("account token without account", {dns()}, {.owner = {.kind = Owner::Kind::Account}}, u"accountId"_s,
        u"accountId is required"_s);
    row("account token on another account", {dns()}, {.owner = owner, .accountId = kOtherZone}, u"accountId"_s,
        u"its own account only"_s);
    row("account token with a user group", {dns(), user()}, {.owner = owner, .accountId = kAccount, .userTag = kUser},
        u"permissions"_s, u"act on a user"_s);
}

void PolicyBuilderTest::refusals()
{
    QFETCH(std::vector<ChosenGroup>, chosen);
    QFETCH(PolicyTarget, target);
    QFETCH(QString, field);
    QFETCH(QString, inMessage);
    const auto built = buildPolicies(chosen, target);
    QVERIFY(!built);
    QCOMPARE(built.error().code, Error::Code::InvalidArgument);
    QCOMPARE(built.error().field, field);
    QVERIFY2(built.error().message.contains(inMessage), qPrintable(built.error().message));
}

void PolicyBuilderTest::aUserGroupNeedsTheUser()
{
    const auto built = buildPolicies({user()}, {.accountId = kAccount});
    QVERIFY(!built);
    QCOMPARE(built.error().code, Error::Code::PermissionDenied);
}

void PolicyBuilderTest::tokenManagersAreRefusedWithTheLink_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::newRow("user") << u"1"_s << u"API Tokens Write"_s;
    QTest::newRow("account") << u"1"_s << u"Account API Tokens Write"_s;
    QTest::newRow("another level") << u"1"_s << u"Account API Tokens Admin"_s;
    QTest::newRow("no level") << u"1"_s << u"API Tokens"_s;
    QTest::newRow("other case") << u"1"_s << u"api tokens edit"_s;
    QTest::newRow("renamed, user") << u"686d18d5ac6c441c867cbf6771e58a0a"_s << u"Keys Write"_s;
    QTest::newRow("renamed, account") << u"5bc3f8b21c554832afc660159ab75fa4"_s << u"Keys Write"_s;
}

void PolicyBuilderTest::tokenManagersAreRefusedWithTheLink()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    const auto asUser = buildPolicies({dns(), group(id, name, kUserScope)}, {.userTag = kUser});
    QVERIFY(!asUser);
    QCOMPARE(asUser.error().code, Error::Code::PermissionDenied);
    QVERIFY(asUser.error().message.contains(
        "https://dash.cloudflare.com/profile/api-tokens?permissionGroupKeys=%5B%7B%22key%22%3A%22api_tokens%22%2C%22type%22%3A%22edit%22%7D%5D&accountId=*&zoneId=all&name="_L1));
    const auto asAccount =
        buildPolicies({group(id, name, kAccountScope)}, {.owner = Owner::account(kAccount), .accountId = kAccount});
    QVERIFY(!asAccount);
    QVERIFY(asAccount.error().message.contains(
        "https://dash.cloudflare.com/?to=/:account/api-tokens&permissionGroupKeys=%5B%7B%22key%22%3A%22account_api_tokens%22%2C%22type%22%3A%22edit%22%7D%5D&name="_L1));
}

void PolicyBuilderTest::readingTokensIsFine()
{
    QVERIFY(buildPolicies({group(u"1"_s, u"Account API Tokens Read"_s, kAccountScope)}, {.accountId = kAccount}));
}

void PolicyBuilderTest::everyChoiceIsExplained()
{
    const auto built = buildPolicies(
        {dns(), logs()}, {.accountId = kAccount, .names = {.account = [](const QString &) { return u"Acme"_s; }}});
    QVERIFY(built);
    const QString all = built->explanations.join(u'\n');
    QCOMPARE(built->explanations.value(0), u"Logs Write on the account Acme."_s);
    QCOMPARE(built->explanations.value(1), u"DNS Write on all zones of Acme."_s);
    QVERIFY2(all.contains("its own policy"_L1), qPrintable(all));
    QVERIFY2(all.contains("under their account"_L1), qPrintable(all));
}

QTEST_GUILESS_MAIN(PolicyBuilderTest)
#include "tst_policybuilder.moc"
