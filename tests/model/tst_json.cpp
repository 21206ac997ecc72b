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

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
