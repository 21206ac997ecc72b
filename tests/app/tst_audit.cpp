// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/services.h"
#include "core/mcp/schema.h"
#include "tests/support/jsonclient.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;

/** audit_tokens over the simulated Cloudflare's fresh world, through every layer. */
class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void findsWhatTheWorldHolds();
    void anUnreadListIsNamed();
    void thresholdsAreTaken();
    void theRestIsCounted();
    void badArguments_data();
    void badArguments();

private:
    QJsonObject call(const QJsonObject &arguments)
    {
        return m_client.call(m_mcp, m_services->generatedKey()->reveal(), u"audit_tokens"_s, arguments);
    }
    /** The structured result, which has to fit the tool's own schema. */
    QJsonObject audit(const QJsonObject &arguments = {});
    QJsonObject outputSchema();

    QTemporaryDir m_data;
    std::unique_ptr<app::Services> m_services;
    test::JsonClient m_client;
    QUrl m_mcp;
    QUrl m_faults;
    QJsonObject m_schema;
};

void AuditTest::initTestCase()
{
    auto services = app::Services::create({.mode = app::Mode::Sandbox, .port = 0, .dataDir = m_data.path()});
    QVERIFY(services);
    m_services = *std::move(services);
    const auto port = m_services->listen();
    QVERIFY(port);
    (void)QCoro::waitFor(m_services->findBootstrapToken());
    m_mcp = QUrl(u"http://127.0.0.1:%1/mcp"_s.arg(*port));
    m_faults = m_services->sandboxApi().resolved(QUrl(u"/sandbox/faults"_s));
    m_schema = outputSchema();
    QVERIFY(!m_schema.isEmpty());
}

void AuditTest::cleanup()
{
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.deleteResource(QNetworkRequest(m_faults)));
    QTRY_VERIFY(reply->isFinished());
}

QJsonObject AuditTest::outputSchema()
{
    const QJsonObject body{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, 1}, {u"method"_s, u"tools/list"_s}};
    const QJsonObject result =
        m_client.post(m_mcp, body, {{"X-API-Key", m_services->generatedKey()->reveal()}}).json["result"_L1].toObject();
    for (const auto &tool : result["tools"_L1].toArray()) {
        if (tool["name"_L1] == u"audit_tokens"_s)
            return tool["outputSchema"_L1].toObject();
    }
    return {};
}

QJsonObject AuditTest::audit(const QJsonObject &arguments)
{
    const QJsonObject result = call(arguments);
    const QJsonObject structured = result["structuredContent"_L1].toObject();
    const auto fits = mcp::Schema::compile(m_schema)->validate(structured);
    if (!fits)
        qWarning().noquote() << fits.error().message;
    return fits && !result["isError"_L1].toBool(true) ? structured : QJsonObject();
}

void AuditTest::findsWhatTheWorldHolds()
{
    const QJsonObject found = audit();
    QVERIFY(!found.isEmpty());
    const QJsonArray findings = found["findings"_L1].toArray();
    const QJsonObject summary = found["summary"_L1].toObject();
    QCOMPARE(found["count"_L1].toInt(), findings.size());
    QCOMPARE(summary["low"_L1].toInt() + summary["medium"_L1].toInt() + summary["high"_L1].toInt(), findings.size());
    QCOMPARE(summary["tokens"_L1].toInt(), 44);
    QVERIFY(found["unread"_L1].toArray().isEmpty());
    QCOMPARE(findings.first()["severity"_L1], QJsonValue(u"high"_s));
    QCOMPARE(findings.last()["severity"_L1], QJsonValue(u"low"_s));
    const auto has = [&](const QString &token, const QString &rule, const QString &action) {
        return std::any_of(findings.begin(), findings.end(), [&](const QJsonValue &finding) {
            return finding["tokenName"_L1] == token && finding["rule"_L1] == rule
                   && finding["fix"_L1]["action"_L1] == action;
        });
    };
    QVERIFY(has(u"leaked-in-demo-repo"_s, u"exposed"_s, u"roll"_s));
    QVERIFY(has(u"deploy-workers-prod"_s, u"expires-soon"_s, u"rotate"_s));
    QVERIFY(has(u"old-jenkins"_s, u"unused"_s, u"revoke"_s));
    QVERIFY(has(u"Tokensmith bootstrap"_s, u"any-address"_s, u"limit-addresses"_s));
}

void AuditTest::anUnreadListIsNamed()
{
    const QString fernhill = u"Fernhill"_s;
    QString id;
    for (const QJsonValue &finding : audit()["findings"_L1].toArray()) {
        if (finding["owner"_L1]["name"_L1] == fernhill)
            id = finding["owner"_L1]["accountId"_L1].toString();
    }
    QVERIFY(!id.isEmpty());
    const QJsonObject fault{{u"name"_s, u"9109"_s}, {u"path"_s, u"/accounts/%1/tokens"_s.arg(id)}};
    QCOMPARE(m_client.post(m_faults, fault, {}).status, 200);
    const QJsonObject found = audit();
    const QJsonArray unread = found["unread"_L1].toArray();
    QCOMPARE(unread.size(), 1);
    QCOMPARE(unread.first()["owner"_L1]["name"_L1], QJsonValue(fernhill));
    QVERIFY(unread.first()["reason"_L1].toString().contains("lacks a permission"_L1));
    for (const QJsonValue &finding : found["findings"_L1].toArray())
        QVERIFY(finding["owner"_L1]["name"_L1] != fernhill);
}

void AuditTest::thresholdsAreTaken()
{
    const auto count = [this](const QJsonObject &arguments, const QString &rule) {
        return audit(arguments)["summary"_L1]["byRule"_L1][rule].toInt();
    };
    QVERIFY(count({{u"expiresWithinDays"_s, 1}}, u"expires-soon"_s) < count({}, u"expires-soon"_s));
    QVERIFY(count({{u"unusedForDays"_s, 20}}, u"unused"_s) > count({}, u"unused"_s));
    QVERIFY(count({{u"secretOlderThanDays"_s, 100}}, u"old-secret"_s) > count({}, u"old-secret"_s));
    QCOMPARE(count({{u"minSeverity"_s, u"medium"_s}, {u"type"_s, u"account"_s}}, u"any-address"_s), 0);
}

void AuditTest::theRestIsCounted()
{
    const int all = audit()["count"_L1].toInt();
    const QJsonObject few = audit({{u"limit"_s, 3}});
    QCOMPARE(few["findings"_L1].toArray().size(), 3);
    QCOMPARE(few["count"_L1].toInt(), all);
    QCOMPARE(few["summary"_L1]["omitted"_L1].toInt(), all - 3);
}

void AuditTest::badArguments_data()
{
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<QString>("names");
    QTest::newRow("type") << QJsonObject{{u"type"_s, u"zone"_s}} << u"type"_s;
    QTest::newRow("severity") << QJsonObject{{u"minSeverity"_s, u"dire"_s}} << u"minSeverity"_s;
    QTest::newRow("days") << QJsonObject{{u"unusedForDays"_s, 0}} << u"unusedForDays"_s;
    QTest::newRow("id") << QJsonObject{{u"accountId"_s, u"../zones"_s}} << u"accountId"_s;
    QTest::newRow("user with account") << QJsonObject{{u"type"_s, u"user"_s}, {u"accountId"_s, QString(32, u'0')}}
                                       << u"accountId"_s;
    QTest::newRow("unknown") << QJsonObject{{u"days"_s, 3}} << u"days"_s;
}

void AuditTest::badArguments()
{
    QFETCH(QJsonObject, arguments);
    QFETCH(QString, names);
    const QJsonObject result = call(arguments);
    QVERIFY(result["isError"_L1].toBool());
    const QString text = result["content"_L1][0]["text"_L1].toString();
    QVERIFY2(text.contains(names), qPrintable(text));
}

QTEST_GUILESS_MAIN(AuditTest)
#include "tst_audit.moc"
