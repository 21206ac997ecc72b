// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tokensmith;

using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const char *text)
{
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(text, &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("test data: %s", qPrintable(error.errorString()));
    return json;
}

} // namespace

using namespace Qt::StringLiterals;

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAToken();
    void readsAnything_data();
    void readsAnything();
    void readsBothSpellingsOfTheAddressLimit();
    void keepsUnknownMembers();
    void writesExactly();
    void writesNoEmptyCondition();
    void neverWritesASecretItRead();
    void aPolicyIsReadExactlyOrKept_data();
    void aPolicyIsReadExactlyOrKept();
    void anUnreadablePolicyIsAskedForUnchanged();
    void unknownMembersOfAPolicyStay();
    void otherConditionsStay_data();
    void otherConditionsStay();
    void whatATokenCannotHoldStays();
};

void JsonTest::readsAToken()
{
    const model::Token token = model::tokenFromJson(object(R"({
        "id":"0123456789abcdef0123456789abcdef","name":"ci","status":"active",
        "issued_on":"2026-06-05T14:12:00Z","last_used_on":null,"expires_on":"2026-12-05T10:00:00.123456Z",
        "policies":[{"id":"p","effect":"deny",
            "resources":{"com.cloudflare.api.account.a":{"com.cloudflare.api.account.zone.*":"*"},
                         "com.cloudflare.api.account.zone.z":"*"},
            "permission_groups":[{"id":"g","name":"DNS Write","meta":{}}]}],
        "condition":{"request_ip":{"in":["192.0.2.0/24"],"not_in":["192.0.2.1/32"]}}})"),
                                                    model::Owner::account(u"a"_s));
    QCOMPARE(token.owner, model::Owner::account(u"a"_s));
    QCOMPARE(token.status, model::TokenStatus::Active);
    QCOMPARE(token.issuedOn->toString(Qt::ISODate), u"2026-06-05T14:12:00Z"_s);
    QVERIFY(!token.lastUsedOn);
    QCOMPARE(token.expiresOn->date(), QDate(2026, 12, 5));
    QCOMPARE(token.policies.size(), size_t(1));
    const model::Policy &policy = token.policies.front();
    QCOMPARE(policy.effect, model::Policy::Effect::Deny);
    QCOMPARE(policy.resources.size(), size_t(2));
    QCOMPARE(policy.resources.at(0).nested, QStringList{u"com.cloudflare.api.account.zone.*"_s});
    QVERIFY(policy.resources.at(1).nested.isEmpty());
    QCOMPARE(policy.permissionGroups.front().name, u"DNS Write"_s);
    QCOMPARE(token.condition.in, QStringList{u"192.0.2.0/24"_s});
    QCOMPARE(token.condition.notIn, QStringList{u"192.0.2.1/32"_s});
}

void JsonTest::readsAnything_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("nulls") << QByteArray(R"({"id":null,"name":null,"status":null,"policies":null,"condition":null})");
    QTest::newRow("wrong types") << QByteArray(
        R"({"id":1,"name":[],"status":{},"issued_on":7,"policies":"x","condition":[1]})");
    QTest::newRow("odd policies") << QByteArray(
        R"({"policies":[null,1,{"resources":[],"permission_groups":{}},{"permission_groups":[null,"x"]}]})");
    QTest::newRow("odd times") << QByteArray(R"({"expires_on":"soon","issued_on":""})");
}

void JsonTest::readsAnything()
{
    QFETCH(QByteArray, json);
    const model::Token token = model::tokenFromJson(object(json.constData()), model::Owner::user());
    QVERIFY(token.id.isEmpty());
    QVERIFY(!token.expiresOn);
    QCOMPARE(token.status, model::TokenStatus::Unknown);
    QVERIFY(token.condition.isEmpty());
}

void JsonTest::readsBothSpellingsOfTheAddressLimit()
{
    const auto read = [](const char *json) { return model::tokenFromJson(object(json), {}).condition.in; };
    QCOMPARE(read(R"({"condition":{"request_ip":{"in":["10.0.0.1/32"]}}})"), QStringList{u"10.0.0.1/32"_s});
    QCOMPARE(read(R"({"condition":{"request.ip":{"in":["10.0.0.2/32"]}}})"), QStringList{u"10.0.0.2/32"_s});
}

void JsonTest::keepsUnknownMembers()
{
    const QJsonObject json =
        object(R"json({"id":"i","name":"n","status":"revoked (exposed)","provisioner_type":"oauth"})json");
    const model::Token token = model::tokenFromJson(json, {});
    QCOMPARE(token.status, model::TokenStatus::Exposed);
    QCOMPARE(token.statusText, u"revoked (exposed)"_s);
    QCOMPARE(model::toJson(token).value(u"provisioner_type"_s).toString(), u"oauth"_s);
}

void JsonTest::writesExactly()
{
    const model::TokenSpec spec{.name = u"ci"_s,
                                .policies = {{.id = u"given by Cloudflare"_s,
                                              .resources = {{.key = u"com.cloudflare.api.account.a"_s,
                                                             .nested = {u"com.cloudflare.api.account.zone.*"_s}}},
                                              .permissionGroups = {{.id = u"g"_s, .name = u"DNS Write"_s}}}},
                                .condition = {.in = {u"10.0.0.1/32"_s}},
                                .expiresOn = QDateTime(QDate(2026, 12, 5), QTime(10, 0, 0, 987), Qt::UTC)};
    QCOMPARE(model::toJson(spec), object(R"({"name":"ci","policies":[{"effect":"allow",
        "resources":{"com.cloudflare.api.account.a":{"com.cloudflare.api.account.zone.*":"*"}},
        "permission_groups":[{"id":"g"}]}],
        "condition":{"request_ip":{"in":["10.0.0.1/32"]}},"expires_on":"2026-12-05T10:00:00Z"})"));
}

void JsonTest::writesNoEmptyCondition()
{
    const QJsonObject json = model::toJson(model::TokenSpec{.name = u"ci"_s});
    QCOMPARE(json.keys(), QStringList({u"name"_s, u"policies"_s}));
}

void JsonTest::neverWritesASecretItRead()
{
    const model::Token token = model::tokenFromJson(object(R"({"id":"i","value":"cfut_secret"})"), {});
    QVERIFY(!QJsonDocument(model::toJson(token)).toJson().contains("cfut_secret"));
}

void JsonTest::aPolicyIsReadExactlyOrKept_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<bool>("readable");
    const auto row = [](const char *name, bool readable, const char *policy) {
        QTest::newRow(name) << QByteArray(policy) << readable;
    };
    row("allow", true, R"({"effect":"allow","resources":{"a":"*"},"permission_groups":[{"id":"g"}]})");
    row("deny", true, R"({"effect":"deny","resources":{"a":{"z.*":"*"},"b":"*"},"permission_groups":[]})");
    row("no resources", true, R"({"effect":"allow","resources":{},"permission_groups":[{"id":"g","name":null}]})");
    row("other effect", false, R"({"effect":"audit","resources":{"a":"*"},"permission_groups":[{"id":"g"}]})");
    row("effect of other case", false, R"({"effect":"Allow","resources":{"a":"*"},"permission_groups":[{"id":"g"}]})");
    row("no effect", false, R"({"resources":{"a":"*"},"permission_groups":[{"id":"g"}]})");
    row("null effect", false, R"({"effect":null,"resources":{"a":"*"},"permission_groups":[{"id":"g"}]})");
    row("part of a resource", false, R"({"effect":"allow","resources":{"a":"read"},"permission_groups":[{"id":"g"}]})");
    row("null resource", false, R"({"effect":"allow","resources":{"a":null},"permission_groups":[{"id":"g"}]})");
    row("nothing nested", false, R"({"effect":"allow","resources":{"a":{}},"permission_groups":[{"id":"g"}]})");
    row("nested part", false, R"({"effect":"allow","resources":{"a":{"z":"x"}},"permission_groups":[{"id":"g"}]})");
    row("nested twice", false,
        R"({"effect":"allow","resources":{"a":{"z":{"y":"*"}}},"permission_groups":[{"id":"g"}]})");
    row("list of resources", false, R"({"effect":"allow","resources":["a"],"permission_groups":[{"id":"g"}]})");
    row("group without id", false, R"({"effect":"allow","resources":{"a":"*"},"permission_groups":[{"name":"DNS"}]})");
    row("group that is a text", false, R"({"effect":"allow","resources":{"a":"*"},"permission_groups":["g"]})");
    row("no groups", false, R"({"effect":"allow","resources":{"a":"*"}})");
    row("number for id", true, R"({"id":7,"effect":"allow","resources":{},"permission_groups":[{"id":"g","name":7}]})");
    row("null", false, "null");
    row("number", false, "3");
    row("text", false, R"("allow")");
    row("list", false, R"([{"effect":"allow","resources":{"a":"*"},"permission_groups":[]}])");
}

void JsonTest::aPolicyIsReadExactlyOrKept()
{
    QFETCH(QByteArray, policy);
    QFETCH(bool, readable);
    const QJsonValue sent = QJsonDocument::fromJson('[' + policy + ']').array().at(0);
    const model::Token token = model::tokenFromJson({{u"policies"_s, QJsonArray{sent}}}, {});
    QCOMPARE(token.policies.size(), size_t(1));
    const model::Policy &read = token.policies.front();
    QCOMPARE(read.isReadable(), readable);
    QVERIFY(model::sameGrants(token.policies, token.policies));
    if (readable)
        return;
    const bool allows = sent["effect"_L1] == "allow"_L1;
    QCOMPARE(read.effect, allows ? model::Policy::Effect::Allow : model::Policy::Effect::Unknown);
    QVERIFY(read.resources.empty());
    QCOMPARE(model::toJson(token).value("policies"_L1).toArray(), QJsonArray{sent});
    QVERIFY(!model::sameGrants(token.policies, {}));
}

void JsonTest::anUnreadablePolicyIsAskedForUnchanged()
{
    const model::Token token = model::tokenFromJson(object(R"({"policies":[{"id":"p","effect":"audit","more":[1],
        "resources":{"a":{}},"permission_groups":[{"id":"g","name":"DNS Write","meta":{},"level":2},{"id":"f"}]}]})"),
                                                    {});
    QCOMPARE(token.policies.front().permissionGroups.front().name, u"DNS Write"_s);
    const QJsonObject sent = model::toJson(model::TokenSpec{.name = u"ci"_s, .policies = token.policies});
    QCOMPARE(sent, object(R"({"name":"ci","policies":[{"effect":"audit","more":[1],
        "resources":{"a":{}},"permission_groups":[{"id":"g","level":2},{"id":"f"}]}]})"));
    const auto readBack = [](const char *json) { return model::tokenFromJson(object(json), {}).policies; };
    QVERIFY(model::sameGrants(token.policies, readBack(R"({"policies":[{"id":"q","effect":"audit","more":[1],
        "resources":{"a":{}},"permission_groups":[{"id":"f","name":"X"},{"id":"g","level":2}]}]})")));
    QVERIFY(!model::sameGrants(token.policies, readBack(R"({"policies":[{"id":"p","effect":"audit","more":[2],
        "resources":{"a":{}},"permission_groups":[{"id":"g","level":2},{"id":"f"}]}]})")));
}

void JsonTest::unknownMembersOfAPolicyStay()
{
    const auto read = [](const char *json) { return model::tokenFromJson(object(json), {}); };
    const model::Token token = read(R"({"id":"i","name":"n","status":"active","policies":[{"id":"p","effect":"allow",
        "until":"noon","resources":{"a":"*"},"permission_groups":[{"id":"g","name":"N","meta":{"k":1},"new":true}]}]})");
    QVERIFY(token.policies.front().isReadable());
    QCOMPARE(model::toJson(model::TokenSpec{.name = u"n"_s, .policies = token.policies}),
             object(R"({"name":"n","policies":[{"effect":"allow","until":"noon","resources":{"a":"*"},
                 "permission_groups":[{"id":"g","new":true}]}]})"));
    QCOMPARE(model::toJson(token).value("policies"_L1)[0]["permission_groups"_L1][0]["meta"_L1]["k"_L1].toInt(), 1);
    model::Token without = token;
    without.policies.front().unknown = {};
    QVERIFY(!model::sameGrants(token.policies, without.policies));
    model::Token unnamed = token; // an answer's "meta" and names are no part of what is granted
    unnamed.policies.front().permissionGroups.front().unknown.remove("meta"_L1);
    QVERIFY(model::sameGrants(token.policies, unnamed.policies));
}

void JsonTest::otherConditionsStay_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QStringList>("in");
    QTest::addColumn<QByteArray>("written"); // after 10.0.0.9/32 was put in
    const auto row = [](const char *name, const char *condition, const QStringList &in, const char *written) {
        QTest::newRow(name) << QByteArray(condition) << in << QByteArray(written);
    };
    row("beside", R"({"request_ip":{"in":["10.0.0.1/32"]},"device":{"os":"x"}})", {u"10.0.0.1/32"_s},
        R"({"request_ip":{"in":["10.0.0.9/32"]},"device":{"os":"x"}})");
    row("inside", R"({"request_ip":{"in":["10.0.0.1/32"],"near":1}})", {u"10.0.0.1/32"_s},
        R"({"request_ip":{"in":["10.0.0.9/32"],"near":1}})");
    row("inside the older spelling", R"({"request.ip":{"in":["10.0.0.1/32"],"near":1}})", {u"10.0.0.1/32"_s},
        R"({"request_ip":{"in":["10.0.0.9/32"],"near":1}})");
    row("only another", R"({"device":null})", {}, R"({"request_ip":{"in":["10.0.0.9/32"]},"device":null})");
    row("an odd list", R"({"request_ip":{"not_in":["10.0.0.1/32",7]}})", {},
        R"({"request_ip":{"in":["10.0.0.9/32"],"not_in":["10.0.0.1/32",7]}})");
    row("empty lists", R"({"request_ip":{"in":[],"not_in":null}})", {}, R"({"request_ip":{"in":["10.0.0.9/32"]}})");
}

void JsonTest::otherConditionsStay()
{
    QFETCH(QByteArray, condition);
    QFETCH(QStringList, in);
    QFETCH(QByteArray, written);
    model::Token token = model::tokenFromJson({{u"condition"_s, object(condition.constData())}}, {});
    QCOMPARE(token.condition.in, in);
    QCOMPARE(model::tokenFromJson(model::toJson(token), {}).condition, token.condition);
    token.condition.in = {u"10.0.0.9/32"_s};
    QCOMPARE(model::toJson(model::TokenSpec{.name = {}, .condition = token.condition}).value("condition"_L1).toObject(),
             object(written.constData()));
}

void JsonTest::whatATokenCannotHoldStays()
{
    const QJsonObject json = object(R"({"id":7,"name":["n"],"status":{"a":1},"expires_on":"soon","issued_on":12,
        "condition":"none","policies":"all"})");
    const model::Token token = model::tokenFromJson(json, {});
    QVERIFY(token.condition.isEmpty());
    QCOMPARE(token.policies.size(), size_t(1));
    QVERIFY(!token.policies.front().isReadable());
    QJsonObject expected = json;
    expected.insert("policies"_L1, QJsonArray{u"all"_s});
    QCOMPARE(model::toJson(token), expected);
}

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
