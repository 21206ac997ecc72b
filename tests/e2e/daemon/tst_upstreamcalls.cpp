// SPDX-License-Identifier: GPL-3.0-or-later
// How many calls to Cloudflare a tool costs, counted at the other end.
#include "tests/support/daemonprocess.h"
#include "tests/support/jsonclient.h"

#include <QJsonArray>
#include <QTest>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKey = "test-key";
constexpr int kPageSize = 50;

} // namespace

class UpstreamCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWarmCreationIsOneCall_data();
    void aWarmCreationIsOneCall();
    void aPreviewChangesNothing();
    void aListIsOneCallPerPage();
    void aRefusedCreationIsSentOnce();

private:
    QJsonObject state()
    {
        QUrl url(m_daemon.member("sandboxApi"));
        url.setPath(u"/sandbox/state"_s);
        return m_client.get(url).json;
    }

    QJsonObject call(const QString &tool, const QJsonObject &arguments)
    {
        return m_client.call(m_daemon.url(), kKey, tool, arguments);
    }

    /** What was asked of Cloudflare between two states: "2 GET /user/tokens". */
    static QStringList asked(const QJsonObject &before, const QJsonObject &after)
    {
        QStringList calls;
        const QJsonObject old = before["requests"_L1]["byRoute"_L1].toObject();
        const QJsonObject now = after["requests"_L1]["byRoute"_L1].toObject();
        for (auto route = now.begin(); route != now.end(); ++route) {
            const int more = route.value().toInt() - old.value(route.key()).toInt();
            if (more > 0)
                calls += u"%1 %2"_s.arg(more).arg(route.key());
        }
        return calls;
    }

    DaemonProcess m_daemon{u"tokensmithd"_s};
    JsonClient m_client;
    QString m_accountId;
};

void UpstreamCallsTest::initTestCase()
{
    m_daemon.setEnvironment({{u"MCP_API_KEY"_s, QString::fromLatin1(kKey)}, {u"RATE_LIMIT_PER_MINUTE"_s, u"100"_s}});
    QVERIFY(m_daemon.start({u"--sandbox"_s, u"--sandbox-tokens"_s, u"800"_s, u"--port"_s, u"0"_s, u"--data-dir"_s,
                            m_daemon.home() + u"/d"_s}));
    const QJsonObject accounts = call(u"list_accounts"_s, {});
    m_accountId = accounts["structuredContent"_L1]["accounts"_L1][0]["id"_L1].toString();
    QCOMPARE(m_accountId.size(), 32);
}

void UpstreamCallsTest::aWarmCreationIsOneCall_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("route");
    QTest::newRow("user") << u"user"_s << u"1 POST /user/tokens"_s;
    QTest::newRow("account") << u"account"_s << u"1 POST /accounts/{account_id}/tokens"_s;
}

void UpstreamCallsTest::aWarmCreationIsOneCall()
{
    QFETCH(QString, kind);
    QFETCH(QString, route);
    const QJsonObject arguments{{u"type"_s, kind},
                                {u"accountId"_s, m_accountId},
                                {u"name"_s, u"counted"_s},
                                {u"template"_s, u"workers_deploy"_s},
                                {u"expiresIn"_s, u"1d"_s}};
    QVERIFY(!call(u"preview_token"_s, arguments)["isError"_L1].toBool(true)); // warms up
    const QJsonObject before = state();
    const QJsonObject made = call(u"create_token"_s, arguments);
    QVERIFY2(!made["isError"_L1].toBool(true), QJsonDocument(made).toJson().constData());
    QCOMPARE(asked(before, state()), QStringList{route});
}

void UpstreamCallsTest::aPreviewChangesNothing()
{
    const QJsonObject before = state();
    const QJsonObject arguments{
        {u"name"_s, u"never made"_s}, {u"permissions"_s, QJsonArray{u"DNS Edit"_s}}, {u"accountId"_s, m_accountId}};
    const QJsonObject preview = call(u"preview_token"_s, arguments);
    QVERIFY2(!preview["isError"_L1].toBool(true), QJsonDocument(preview).toJson().constData());
    const QJsonObject after = state();
    for (const QString &one : asked(before, after))
        QVERIFY2(one.contains(u" GET "_s), qPrintable(one));
    QCOMPARE(after["tokens"_L1], before["tokens"_L1]);
}

void UpstreamCallsTest::aListIsOneCallPerPage()
{
    const QJsonObject before = state();
    const int count = before["tokens"_L1]["accounts"_L1][m_accountId].toInt();
    QVERIFY2(count > 2 * kPageSize, "too few tokens to need pages");
    const QJsonObject listed = call(u"list_tokens"_s, {{u"type"_s, u"account"_s}, {u"accountId"_s, m_accountId}});
    const QJsonObject after = state();
    const int total = listed["structuredContent"_L1]["total"_L1].toInt();
    QVERIFY(total > 2 * kPageSize);
    const int pages = (total + kPageSize - 1) / kPageSize;
    QCOMPARE(asked(before, after), QStringList{u"%1 GET /accounts/{account_id}/tokens"_s.arg(pages)});

    static_cast<void>(
        call(u"list_tokens"_s, {{u"type"_s, u"account"_s}, {u"accountId"_s, m_accountId}, {u"page"_s, 2}}));
    QCOMPARE(asked(after, state()), QStringList{u"1 GET /accounts/{account_id}/tokens"_s});
}

void UpstreamCallsTest::aRefusedCreationIsSentOnce()
{
    QUrl faults(m_daemon.member("sandboxApi"));
    faults.setPath(u"/sandbox/faults"_s);
    const QJsonObject fault{{u"status"_s, 503}, {u"method"_s, u"POST"_s}, {u"times"_s, 1}};
    QCOMPARE(m_client.post(faults, fault, {}).status / 100, 2);
    const QJsonObject before = state();
    const QJsonObject refused = call(u"create_token"_s, {{u"type"_s, u"user"_s},
                                                         {u"accountId"_s, m_accountId},
                                                         {u"name"_s, u"lost in a fault"_s},
                                                         {u"template"_s, u"dns_only"_s}});
    QVERIFY(refused["isError"_L1].toBool());
    QVERIFY(asked(before, state()).contains(u"1 POST /user/tokens"_s));
}

QTEST_GUILESS_MAIN(UpstreamCallsTest)
#include "tst_upstreamcalls.moc"
