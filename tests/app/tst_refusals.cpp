// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/services.h"
#include "core/sandbox/faultcases.h"
#include "tests/support/jsonclient.h"

#include <QJsonArray>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;

namespace {

/** Which call the refusal is raised on. Reading is repeated where that may help, creating never is. */
enum class On { List, Create };

struct Expectation
{
    const char *name;
    On on;
    const char *word;     ///< the stable word of the error
    const char *sentence; ///< a part of what the caller reads
};

// clang-format off
constexpr auto kExpectations = std::to_array<Expectation>({
    {"1000", On::List, "unauthenticated", "does not accept the token"},
    {"1000-timeout", On::List, "unavailable", "internal fault. Try again"},
    {"1000-internal", On::List, "unavailable", "internal fault. Try again"},
    {"6003-6111", On::List, "unauthenticated", "check it for blanks, quotes"},
    {"6003-6102", On::List, "unauthenticated", "works with API tokens: connect with one"},
    {"6003-6103", On::List, "unauthenticated", "works with API tokens: connect with one"},
    {"6003", On::List, "unauthenticated", "Check that the token is whole"},
    {"9103", On::List, "unauthenticated", "works with API tokens: connect with one"},
    {"9106", On::List, "permission_denied", "needs a user's token, not an account's"},
    {"9106-missing", On::List, "unauthenticated", "No credential reached Cloudflare"},
    {"9109", On::List, "permission_denied", "Add the permission to it in the Cloudflare dashboard"},
    {"9109-invalid", On::List, "unauthenticated", "does not accept the token"},
    {"9109-location", On::List, "permission_denied", "may not be used from 203.0.113.77:"},
    {"9109-location6", On::List, "permission_denied", "may not be used from 2001:db8::77:"},
    {"10000", On::List, "permission_denied", "lacks a permission"},
    {"10000-401", On::Create, "permission_denied", "lacks a permission"},
    {"10001", On::Create, "unavailable", "could not check the token just now"},
    {"10001-method", On::Create, "permission_denied", "Use the dashboard, or a token of the other kind"},
    {"10001-internal", On::List, "unavailable", "internal fault. Try again"},
    {"1001-subtoken", On::Create, "permission_denied", "https://dash.cloudflare.com/profile/api-tokens"},
    {"1001-grant", On::Create, "permission_denied", "grant \"Billing Write\""},
    {"1001-quota", On::Create, "quota_exceeded", "Revoke tokens nobody needs"},
    {"1001", On::Create, "invalid_argument", "\"permission group not found: 0123\". Correct that"},
    {"1001-managed", On::Create, "invalid_argument", "\"This token is managed by Cloudflare"},
    {"1003", On::List, "not_found", "List the tokens again"},
    {"400", On::Create, "invalid_argument", "\"name must have a length between 1 and 120\". Correct that"},
    {"7000", On::List, "not_found", "Check the account and token ids"},
    {"7003", On::List, "not_found", "Check the ids with list_accounts"},
    {"7001", On::List, "internal", "defect of Tokensmith"},
    {"971", On::Create, "rate_limited", "asks for a pause"},
    {"971-503", On::Create, "rate_limited", "asks for a pause"},
    {"429", On::Create, "rate_limited", "asks for a pause"},
    {"1010", On::List, "permission_denied", "bot check"},
    {"1010-html", On::List, "permission_denied", "bot check"},
    {"1010-edge", On::List, "permission_denied", "bot check"},
    {"1015", On::Create, "rate_limited", "asks for a pause"},
    {"1015-html", On::Create, "rate_limited", "asks for a pause"},
    {"1015-text", On::Create, "rate_limited", "asks for a pause"},
    {"1015-edge", On::Create, "rate_limited", "asks for a pause"},
    {"1015-403", On::Create, "rate_limited", "asks for a pause"},
});
// clang-format on

} // namespace

/** Every refusal the simulated Cloudflare knows, followed through the real transport to the text a client reads. */
class RefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everyRefusalIsExpected();
    void reachesTheCaller_data();
    void reachesTheCaller();
    void theWaitIsPassedOn();
    void noLogHoldsASecret();

private:
    QJsonObject call(const QString &tool, const QJsonObject &arguments)
    {
        return m_client.call(m_mcp, m_services->generatedKey()->reveal(), tool, arguments);
    }
    QJsonObject callOn(On on);
    void raise(QJsonObject fault, On on);
    static QString textOf(const QJsonObject &result)
    {
        return result.value("content"_L1).toArray().first().toObject().value("text"_L1).toString();
    }

    QTemporaryDir m_data;
    std::unique_ptr<app::Services> m_services;
    test::JsonClient m_client;
    QUrl m_mcp;
    QUrl m_faults;
    QString m_account;
};

void RefusalsTest::initTestCase()
{
    auto services = app::Services::create(
        {.mode = app::Mode::Sandbox, .port = 0, .dataDir = m_data.path(), .changesPerMinute = 1000});
    QVERIFY(services);
    m_services = *std::move(services);
    const auto port = m_services->listen();
    QVERIFY(port);
    (void)QCoro::waitFor(m_services->findBootstrapToken());
    m_mcp = QUrl(u"http://127.0.0.1:%1/mcp"_s.arg(*port));
    m_faults = m_services->sandboxApi().resolved(QUrl(u"/sandbox/faults"_s));
    const QJsonObject accounts = call(u"list_accounts"_s, {}).value("structuredContent"_L1).toObject();
    m_account = accounts.value("accounts"_L1).toArray().first().toObject().value("id"_L1).toString();
    QVERIFY(!m_account.isEmpty());
    QVERIFY(!call(u"list_tokens"_s, {{u"type"_s, u"user"_s}}).value("isError"_L1).toBool());
}

void RefusalsTest::cleanup()
{
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.deleteResource(QNetworkRequest(m_faults)));
    QTRY_VERIFY(reply->isFinished());
}

QJsonObject RefusalsTest::callOn(On on)
{
    switch (on) {
    case On::List:
        return call(u"list_tokens"_s, {{u"type"_s, u"user"_s}, {u"page"_s, 1}});
    case On::Create:
        return call(u"create_token"_s, {{u"type"_s, u"user"_s},
                                        {u"accountId"_s, m_account},
                                        {u"name"_s, u"refused"_s},
                                        {u"template"_s, u"dns_only"_s}});
    }
    Q_UNREACHABLE();
}

void RefusalsTest::raise(QJsonObject fault, On on)
{
    fault.insert("method"_L1, on == On::List ? u"GET"_s : u"POST"_s);
    fault.insert("path"_L1, u"/user/tokens"_s);
    QCOMPARE(m_client.post(m_faults, fault, {}).status, 200);
}

void RefusalsTest::everyRefusalIsExpected()
{
    QStringList expected;
    for (const Expectation &row : kExpectations)
        expected.append(QString::fromLatin1(row.name));
    QStringList known;
    for (const sandbox::FaultCase &fault : sandbox::faultCases())
        known.append(fault.name);
    QCOMPARE(expected, known);
}

void RefusalsTest::reachesTheCaller_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < kExpectations.size(); ++i)
        QTest::newRow(kExpectations[i].name) << static_cast<int>(i);
}

void RefusalsTest::reachesTheCaller()
{
    QFETCH(int, index);
    const Expectation &row = kExpectations[static_cast<size_t>(index)];
    raise({{u"name"_s, QString::fromLatin1(row.name)}}, row.on);
    const QJsonObject result = callOn(row.on);
    QVERIFY(result.value("isError"_L1).toBool());
    const QString text = textOf(result);
    QVERIFY2(text.contains(QLatin1StringView(row.sentence)), qPrintable(text));
    const int code = sandbox::faultCase(QString::fromLatin1(row.name))->code;
    QVERIFY2(text.contains(u"Cloudflare error code: %1\n"_s.arg(code)), qPrintable(text));
    static const QRegularExpression ray(u"cf-ray: [0-9a-f]{16}-SBX\n"_s);
    QVERIFY2(text.contains(ray), qPrintable(text));
    const QJsonObject meta = result.value("_meta"_L1).toObject().value("tokensmith/error"_L1).toObject();
    QCOMPARE(meta.value("code"_L1).toString(), QString::fromLatin1(row.word));
    QVERIFY(!text.contains("cfut_"_L1));
}

void RefusalsTest::theWaitIsPassedOn()
{
    raise({{u"name"_s, u"1015-html"_s}, {u"retryAfter"_s, 17}}, On::Create);
    const QString text = textOf(callOn(On::Create));
    QVERIFY2(text.contains("Try again in 17 seconds"_L1), qPrintable(text));
}

/** Everything is logged here, by every category, while a token is made, refused and verified. */
void RefusalsTest::noLogHoldsASecret()
{
    static QStringList lines;
    lines.clear();
    QLoggingCategory::setFilterRules(u"tokensmith.*=true"_s);
    const QtMessageHandler usual =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) { lines.append(line); });
    const QJsonObject made = callOn(On::Create).value("structuredContent"_L1).toObject();
    const QString secret = made.value("secret"_L1).toString();
    (void)call(u"verify_token"_s, {{u"token"_s, secret}});
    (void)call(u"verify_token"_s, {{u"token"_s, QString(u"cfut_"_s + QString(48, u'x'))}});
    raise({{u"kind"_s, u"truncate"_s}, {u"times"_s, 1}}, On::Create);
    (void)callOn(On::Create);
    raise({{u"name"_s, u"1000-internal"_s}, {u"times"_s, 1}}, On::List);
    (void)callOn(On::List);
    qInstallMessageHandler(usual);
    QLoggingCategory::setFilterRules({});
    QVERIFY2(secret.startsWith("cfut_"_L1), "no token was made");
    QVERIFY(lines.size() >= 5);
    const QString key = QString::fromLatin1(m_services->generatedKey()->reveal());
    for (const QString &line : std::as_const(lines)) {
        QVERIFY2(!line.contains("cfut_"_L1) && !line.contains("cfat_"_L1), qPrintable(line));
        QVERIFY2(!line.contains(key), "a client key was logged");
    }
}

QTEST_GUILESS_MAIN(RefusalsTest)
#include "tst_refusals.moc"
