// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mcp/toolbench.h"

#include <QTest>

#include <memory>

using namespace tokensmith;
using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QString kOldId = u"70000000000000000000000000000002"_s;
const QString kNewId = u"70000000000000000000000000000003"_s;
const QString kTokens = u"/client/v4/user/tokens"_s;
const QString kGet = u"GET %1/%2"_s.arg(kTokens, kOldId);
const QString kPut = u"PUT %1/%2"_s.arg(kTokens, kOldId);
const QString kDelete = u"DELETE %1/%2"_s.arg(kTokens, kOldId);

QJsonObject live(const QString &id, const QString &name)
{
    const QJsonObject group{{u"id"_s, u"4755a26eedb94da69e1066d98aa820be"_s}, {u"name"_s, u"DNS Write"_s}};
    const QJsonObject resources{{u"com.cloudflare.api.account.zone."_s + kZone, u"*"_s}};
    const QJsonObject policy{
        {u"effect"_s, u"allow"_s}, {u"permission_groups"_s, QJsonArray{group}}, {u"resources"_s, resources}};
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"status"_s, u"active"_s},
            {u"issued_on"_s, u"2026-11-01T00:00:00Z"_s},
            {u"modified_on"_s, u"2026-11-01T00:00:00Z"_s},
            {u"policies"_s, QJsonArray{policy}}};
}

QString textOf(const QJsonObject &result)
{
    return result["content"_L1][0]["text"_L1].toString();
}

} // namespace

/** The tools that change tokens, from a protocol message to Cloudflare's endpoints. */
class ChangeToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void updates();
    void previewsAnUpdate();
    void rolls();
    void revokes();
    void revokesWhatIsGone();
    void rotates();
    void rotatesAndKeepsTheSecretWhenTheOldOneStays();
    void refusesArguments_data();
    void refusesArguments();
    void aRefusalSaysWhatToDo();
    void errorsNeverHoldASecret();

private:
    /** The structured result of a call that has to succeed and to fit the tool's own output schema. */
    QJsonObject succeed(const QString &tool, const QJsonObject &arguments);
    void scriptRotation();

    std::unique_ptr<ToolBench> m_bench;
};

void ChangeToolsTest::init()
{
    m_bench = std::make_unique<ToolBench>();
    m_bench->acceptBootstrap();
    m_bench->haveAccounts({kAccount});
}

QJsonObject ChangeToolsTest::succeed(const QString &tool, const QJsonObject &arguments)
{
    const QJsonObject result = m_bench->call(tool, arguments);
    const QJsonObject structured = result.value("structuredContent"_L1).toObject();
    if (result.value("isError"_L1).toBool(true))
        qWarning().noquote() << textOf(result);
    const auto schema = mcp::Schema::compile(m_bench->tools().find(tool)->tool.outputSchema);
    const auto fits = schema->validate(structured);
    if (!fits)
        qWarning().noquote() << fits.error().message;
    const bool sameText = QJsonDocument::fromJson(textOf(result).toUtf8()).object() == structured;
    return fits && sameText && !result.value("isError"_L1).toBool(true) ? structured : QJsonObject();
}

void ChangeToolsTest::updates()
{
    m_bench->cloudflare.succeed(kGet, live(kOldId, u"ci"_s));
    QJsonObject after = live(kOldId, u"deploy"_s);
    after.insert("status"_L1, u"disabled"_s);
    m_bench->cloudflare.succeed(kGet, after);
    m_bench->cloudflare.succeed(kPut, after);
    const QJsonObject result =
        succeed(u"update_token"_s,
                {{u"type"_s, u"user"_s}, {u"tokenId"_s, kOldId}, {u"name"_s, u"deploy"_s}, {u"enabled"_s, false}});
    QCOMPARE(result.value("outcome"_L1).toString(), u"updated"_s);
    QCOMPARE(result.value("name"_L1).toString(), u"deploy"_s);
    QCOMPARE(result["token"_L1]["status"_L1].toString(), u"disabled"_s);
    const QJsonArray changes = result.value("changes"_L1).toArray();
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes.at(0)["what"_L1].toString(), u"name"_s);
    QCOMPARE(changes.at(0)["before"_L1].toArray(), QJsonArray{u"ci"_s});
    QCOMPARE(changes.at(1)["after"_L1].toArray(), QJsonArray{u"no"_s});
}

void ChangeToolsTest::previewsAnUpdate()
{
    m_bench->cloudflare.succeed(kGet, live(kOldId, u"ci"_s));
    const QJsonObject arguments{
        {u"type"_s, u"user"_s}, {u"tokenId"_s, kOldId}, {u"expiresIn"_s, u"30d"_s}, {u"preview"_s, true}};
    const QJsonObject result = succeed(u"update_token"_s, arguments);
    QCOMPARE(result.value("outcome"_L1).toString(), u"preview"_s);
    QCOMPARE(result["changes"_L1][0]["after"_L1].toArray(), QJsonArray{u"2026-12-23T12:00:00Z"_s});
    QVERIFY(!m_bench->cloudflare.callNames().contains(kPut));
    // An empty lifetime is no wish; only "never" takes the expiry away.
    const QJsonObject nothing =
        succeed(u"update_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, kOldId}, {u"expiresIn"_s, QString()}});
    QCOMPARE(nothing.value("outcome"_L1).toString(), u"unchanged"_s);
}

void ChangeToolsTest::rolls()
{
    m_bench->cloudflare.succeed(kGet, live(kOldId, u"ci"_s));
    m_bench->cloudflare.succeed(kPut + u"/value"_s, kSecret);
    const QJsonObject result = succeed(u"roll_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, kOldId}});
    QCOMPARE(result.value("secret"_L1).toString(), kSecret);
    QCOMPARE(result.value("keychainItem"_L1).toString(), u"token/"_s + kOldId);
    QVERIFY(result.value("warning"_L1).toString().startsWith("IMPORTANT: Save this secret now"_L1));
}

void ChangeToolsTest::revokes()
{
    m_bench->cloudflare.succeed(kDelete, QJsonObject{{u"id"_s, kOldId}});
    const QJsonObject result = succeed(u"revoke_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, kOldId}});
    QCOMPARE(result,
             (QJsonObject{
                 {u"success"_s, true}, {u"message"_s, u"Token %1 revoked"_s.arg(kOldId)}, {u"alreadyGone"_s, false}}));
}

void ChangeToolsTest::revokesWhatIsGone()
{
    m_bench->cloudflare.refuse(kDelete, 404, 1003, u"token not found"_s);
    m_bench->cloudflare.refuse(u"GET /client/v4/accounts/%1/tokens/%2"_s.arg(kAccount, kOldId), 404, 1003,
                               u"token not found"_s);
    const QJsonObject result = succeed(u"revoke_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, kOldId}});
    QCOMPARE(result.value("success"_L1).toBool(), true);
    QCOMPARE(result.value("alreadyGone"_L1).toBool(), true);
}

void ChangeToolsTest::scriptRotation()
{
    m_bench->cloudflare.succeed(kGet, live(kOldId, u"ci"_s));
    QJsonObject made = live(kNewId, u"ci (rotated)"_s);
    m_bench->cloudflare.succeed(u"GET %1/%2"_s.arg(kTokens, kNewId), made);
    made.insert("value"_L1, kSecret);
    m_bench->cloudflare.succeed(u"POST "_s + kTokens, made);
    m_bench->cloudflare.succeed(u"GET %1/verify"_s.arg(kTokens),
                                QJsonObject{{u"id"_s, kNewId}, {u"status"_s, u"active"_s}});
}

void ChangeToolsTest::rotates()
{
    scriptRotation();
    m_bench->cloudflare.succeed(kDelete, QJsonObject{{u"id"_s, kOldId}});
    const QJsonObject result =
        succeed(u"rotate_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, kOldId}, {u"revokeOld"_s, true}});
    QCOMPARE(result.value("oldToken"_L1).toObject(),
             (QJsonObject{{u"id"_s, kOldId}, {u"name"_s, u"ci"_s}, {u"revoked"_s, true}}));
    const QJsonObject fresh = result.value("newToken"_L1).toObject();
    QCOMPARE(fresh.value("id"_L1).toString(), kNewId);
    QCOMPARE(fresh.value("secret"_L1).toString(), kSecret);
    for (const QString &member : {u"name"_s, u"status"_s, u"issuedOn"_s, u"expiresOn"_s, u"warning"_s, u"policies"_s})
        QVERIFY2(fresh.contains(member), qPrintable(member));
    QCOMPARE(result.value("verified"_L1).toBool(), true);
}

// D12: the original answered with the error and lost the new secret.
void ChangeToolsTest::rotatesAndKeepsTheSecretWhenTheOldOneStays()
{
    scriptRotation();
    m_bench->cloudflare.refuse(kDelete, 403, 10000, u"Authentication error"_s);
    const QJsonObject result =
        succeed(u"rotate_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, kOldId}, {u"revokeOld"_s, true}});
    QCOMPARE(result["oldToken"_L1]["revoked"_L1], QJsonValue(false));
    QCOMPARE(result["newToken"_L1]["secret"_L1].toString(), kSecret);
    QVERIFY(!result.value("warnings"_L1).toArray().isEmpty());
}

void ChangeToolsTest::refusesArguments_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<QString>("named");
    const QJsonObject good{{u"type"_s, u"user"_s}, {u"tokenId"_s, kOldId}};
    const auto with = [&](const QString &member, const QJsonValue &value) {
        QJsonObject arguments = good;
        arguments.insert(member, value);
        return arguments;
    };
    for (const QString &tool : {u"update_token"_s, u"roll_token"_s, u"revoke_token"_s, u"rotate_token"_s}) {
        const auto row = [&](const char *name) -> QTestData & {
            return QTest::newRow((name + tool.toLatin1()).constData());
        };
        row("D4 zones: ") << tool << with(u"tokenId"_s, u"../../zones/"_s + kZone) << u"tokenId"_s;
        row("D4 account: ") << tool << with(u"accountId"_s, u"../user"_s) << u"accountId"_s;
        row("no token: ") << tool << QJsonObject{{u"type"_s, u"user"_s}} << u"tokenId"_s;
        row("type: ") << tool << with(u"type"_s, u"zone"_s) << u"type"_s;
        row("both: ") << tool << with(u"accountId"_s, kAccount) << u"accountId"_s;
        row("unknown: ") << tool << with(u"force"_s, true) << u"force"_s;
    }
    QTest::newRow("lifetime") << u"rotate_token"_s << with(u"expiresIn"_s, u"soon"_s) << u"expiresIn"_s;
    QTest::newRow("long name") << u"rotate_token"_s << with(u"newName"_s, QString(121, u'x')) << u"newName"_s;
    QTest::newRow("empty name") << u"update_token"_s << with(u"name"_s, QString()) << u"name"_s;
}

void ChangeToolsTest::refusesArguments()
{
    QFETCH(QString, tool);
    QFETCH(QJsonObject, arguments);
    QFETCH(QString, named);
    const QJsonObject result = m_bench->call(tool, arguments);
    QVERIFY(result.value("isError"_L1).toBool());
    QVERIFY2(textOf(result).contains(named), qPrintable(textOf(result)));
    QVERIFY(m_bench->cloudflare.calls().empty());
}

void ChangeToolsTest::aRefusalSaysWhatToDo()
{
    for (const QString &tool : {u"roll_token"_s, u"revoke_token"_s, u"rotate_token"_s}) {
        const QJsonObject result = m_bench->call(tool, {{u"type"_s, u"user"_s}, {u"tokenId"_s, kTokenId}});
        QVERIFY(result.value("isError"_L1).toBool());
        QVERIFY2(textOf(result).contains("bootstrap token"_L1), qPrintable(textOf(result)));
        QVERIFY2(textOf(result).contains("dashboard"_L1), qPrintable(textOf(result)));
    }
}

void ChangeToolsTest::errorsNeverHoldASecret()
{
    m_bench->cloudflare.succeed(kGet, live(kOldId, u"ci"_s));
    const QByteArray cut = R"({"success":true,"result":")" + kSecret.toLatin1();
    m_bench->cloudflare.script(kPut + u"/value"_s, cloudflare::HttpAnswer{.status = 200, .body = cut});
    const QJsonObject result = m_bench->call(u"roll_token"_s, {{u"type"_s, u"user"_s}, {u"tokenId"_s, kOldId}});
    QVERIFY(result.value("isError"_L1).toBool());
    QVERIFY(!QJsonDocument(result).toJson().contains(kSecret.toLatin1()));
    QVERIFY(textOf(result).contains("Roll the token again"_L1));
}

QTEST_GUILESS_MAIN(ChangeToolsTest)
#include "tst_changetools.moc"
