// SPDX-License-Identifier: GPL-3.0-or-later
// Every template for a user and for an account, made for real: the token holds exactly the groups of the template, each
// on the resource that its scope is for.
#include "tests/support/daemonprocess.h"
#include "tests/support/jsonclient.h"

#include <QJsonArray>
#include <QTest>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey = "test-key";
const QString kAccountScope = u"com.cloudflare.api.account"_s;
const QString kZoneScope = u"com.cloudflare.api.account.zone"_s;

/** "resource group", one for each pair a token's policies grant. */
QSet<QString> grantsOf(const QJsonObject &token)
{
    QSet<QString> grants;
    for (const QJsonValue &policy : token["policies"_L1].toArray()) {
        const QJsonObject resources = policy["resources"_L1].toObject();
        for (auto resource = resources.begin(); resource != resources.end(); ++resource) {
            const QString inside = resource.value().toObject().keys().join(u',');
            for (const QJsonValue &group : policy["permission_groups"_L1].toArray())
                grants += u"%1[%2] %3"_s.arg(resource.key(), inside, group["id"_L1].toString());
        }
    }
    return grants;
}

} // namespace

class TemplatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void grantsExactlyItsGroups_data();
    void grantsExactlyItsGroups();

private:
    QJsonObject succeed(const QString &tool, const QJsonObject &arguments)
    {
        const QJsonObject result = m_client.call(m_daemon.url(), kKey, tool, arguments);
        if (result["isError"_L1].toBool(true))
            qWarning().noquote() << result["content"_L1][0]["text"_L1].toString();
        return result["structuredContent"_L1].toObject();
    }

    DaemonProcess m_daemon{u"tokensmithd"_s};
    JsonClient m_client;
    QString m_accountId;
    QString m_userKey;
};

void TemplatesTest::initTestCase()
{
    m_daemon.setEnvironment({{u"MCP_API_KEY"_s, QString::fromLatin1(kKey)}, {u"RATE_LIMIT_PER_MINUTE"_s, u"100"_s}});
    QVERIFY(m_daemon.start({u"--sandbox"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, m_daemon.home() + u"/d"_s}));
    m_accountId = succeed(u"list_accounts"_s, {})["accounts"_L1][0]["id"_L1].toString();
    QCOMPARE(m_accountId.size(), 32);
    // The user's own tag, as the bootstrap token's policy names it.
    for (const QJsonValue &token : succeed(u"list_tokens"_s, {{u"type"_s, u"user"_s}})["tokens"_L1].toArray()) {
        for (const QJsonValue &policy : token["policies"_L1].toArray()) {
            const QString key = policy["resources"_L1].toObject().keys().value(0);
            if (key.startsWith(u"com.cloudflare.api.user."_s))
                m_userKey = key;
        }
    }
    QVERIFY(!m_userKey.isEmpty());
}

void TemplatesTest::grantsExactlyItsGroups_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("type");
    const QJsonObject listed = succeed(u"list_templates"_s, {});
    QCOMPARE(listed["count"_L1].toInt(), 10);
    for (const QJsonValue &one : listed["templates"_L1].toArray()) {
        const QString id = one["id"_L1].toString();
        for (const QString &type : {u"user"_s, u"account"_s})
            QTest::addRow("%s %s", qPrintable(id), qPrintable(type)) << id << type;
    }
}

void TemplatesTest::grantsExactlyItsGroups()
{
    QFETCH(QString, id);
    QFETCH(QString, type);
    QJsonObject owner{{u"type"_s, type}};
    if (type == "account"_L1)
        owner.insert("accountId"_L1, m_accountId);
    QJsonObject asked = owner;
    asked.insert("templateId"_L1, id);
    const QJsonArray groups = succeed(u"get_template"_s, asked)["resolvedPermissions"_L1].toArray();

    QJsonObject arguments{{u"type"_s, type},
                          {u"accountId"_s, m_accountId},
                          {u"name"_s, id},
                          {u"template"_s, id},
                          {u"expiresIn"_s, u"30d"_s}};
    if (id == "api_tokens_manage"_L1) { // only the dashboard may make it
        const QJsonObject refused = m_client.call(m_daemon.url(), kKey, u"create_token"_s, arguments);
        QVERIFY(refused["isError"_L1].toBool());
        QVERIFY(refused["content"_L1][0]["text"_L1].toString().contains(u"https://dash.cloudflare.com/"_s));
        return;
    }
    QSet<QString> expected;
    for (const QJsonValue &group : groups) {
        const QString scope = group["scope"_L1].toString();
        const QString account = u"com.cloudflare.api.account."_s + m_accountId;
        const QString resource = scope == kAccountScope ? account + u"[]"_s
                                 : scope == kZoneScope  ? account + u"["_s + kZoneScope + u".*]"_s
                                                        : m_userKey + u"[]"_s;
        expected += resource + u' ' + group["id"_L1].toString();
    }
    QVERIFY(!expected.isEmpty());
    QJsonObject address = owner;
    address.insert("tokenId"_L1, succeed(u"create_token"_s, arguments)["id"_L1]);
    QCOMPARE(grantsOf(succeed(u"get_token"_s, address)), expected);
}

QTEST_GUILESS_MAIN(TemplatesTest)
#include "tst_livetemplates.moc"
