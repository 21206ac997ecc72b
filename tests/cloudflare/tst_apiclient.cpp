// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/apiclient.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedtransport.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using base::Error;
using cloudflare::ApiClient;
using model::Owner;
using test::await;

namespace {

const QString kId = u"0123456789abcdef0123456789abcdef"_s;
const Error kLost{.code = Error::Code::OutcomeUnknown, .message = u"lost"_s};
const Error kDown{.code = Error::Code::Unavailable, .message = u"down"_s};

} // namespace

class ApiClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pathsAndBearer();
    void idsAreChecked_data();
    void idsAreChecked();
    void withoutACredentialNothingGoesOut();
    void listAsksForAPage();
    void creatingIsNeverRepeated_data();
    void creatingIsNeverRepeated();
    void readingIsRepeated();
    void readingGivesUp();
    void refusalsAreNotRepeated();
    void aLongRetryAfterIsReported();
    void aLostDeleteStaysUncertain_data();
    void aLostDeleteStaysUncertain();
    void aThrottledDeleteThatFindsNothingDidNot();
    void aFirstDeleteThatFindsNothingDidNot();
    void cancelEndsThePause();
    void aCreatedTokenNeedsASecret();
    void aFaultWhileCreatingIsNoRefusal();
    void listsThatAreNone_data();
    void listsThatAreNone();
    void aTotalThatIsNone_data();
    void aTotalThatIsNone();
    void groupsOnSeveralPages();
    void backgroundCallsLeaveAReserve();
    void onlyTheBootstrapTokensAnswersCount();
    void anAccidentalRefusalIsAskedOnceMore();
    void aLastingRefusalIsAskedTwice();
    void anAuthenticationErrorOnAChangeIsFinal();

private:
    ApiClient makeClient(std::chrono::milliseconds pause = std::chrono::milliseconds(1))
    {
        ApiClient client(*m_transport, m_clock,
                         {.base = QUrl(u"https://api.example/client/v4"_s), .firstPause = pause});
        client.setCredential(base::Secret("cfut_bootstrap"));
        return client;
    }

    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<test::ScriptedTransport> m_transport;
};

void ApiClientTest::init()
{
    m_transport = std::make_unique<test::ScriptedTransport>();
}

void ApiClientTest::pathsAndBearer()
{
    ApiClient client = makeClient();
    m_transport->succeed(u"GET /client/v4/user/tokens/verify"_s,
                         QJsonObject{{u"id"_s, kId}, {u"status"_s, u"active"_s}});
    m_transport->succeed(u"GET /client/v4/accounts/%1/tokens/verify"_s.arg(kId),
                         QJsonObject{{u"status"_s, u"active"_s}});
    const auto own = await(client.verify(Owner::user()));
    QVERIFY(own);
    QCOMPARE(own->tokenId, kId);
    QVERIFY(await(client.verify(Owner::account(kId), {.bearer = base::Secret("cfat_other")})));
    QCOMPARE(m_transport->calls().at(0).bearer.reveal(), QByteArray("cfut_bootstrap"));
    QCOMPARE(m_transport->calls().at(1).bearer.reveal(), QByteArray("cfat_other"));
}

void ApiClientTest::idsAreChecked_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString();
    QTest::newRow("path") << u"../../../zones/89abcdef012345678"_s;
    QTest::newRow("encoded path") << u"%2e%2e%2f89abcdef0123456789abcd"_s;
    QTest::newRow("capitals") << kId.toUpper();
    QTest::newRow("too long") << kId + u'0';
}

void ApiClientTest::idsAreChecked()
{
    QFETCH(QString, id);
    ApiClient client = makeClient();
    QCOMPARE(await(client.getToken(Owner::user(), id)).error().field, u"tokenId"_s);
    QCOMPARE(await(client.deleteToken(Owner::user(), id)).error().field, u"tokenId"_s);
    QCOMPARE(await(client.listTokens(Owner::account(id), {})).error().field, u"accountId"_s);
    QVERIFY(m_transport->calls().empty());
}

void ApiClientTest::withoutACredentialNothingGoesOut()
{
    ApiClient client(*m_transport, m_clock, {.base = QUrl(u"https://api.example/client/v4"_s)});
    const auto page = await(client.listTokens(Owner::user(), {}));
    QCOMPARE(page.error().code, Error::Code::Unauthenticated);
    QVERIFY(m_transport->calls().empty());
}

void ApiClientTest::listAsksForAPage()
{
    ApiClient client = makeClient();
    m_transport->succeed(u"GET /client/v4/user/tokens"_s, QJsonArray{QJsonObject{{u"id"_s, kId}}},
                         {{u"total_count"_s, 121}});
    const auto page = await(client.listTokens(Owner::user(), {.page = 3, .perPage = 999}));
    QVERIFY(page);
    QCOMPARE(page->items.size(), size_t(1));
    QCOMPARE(page->total.value_or(0), 121);
    QCOMPARE(m_transport->calls().front().url.query(), u"page=3&per_page=50&include_expired=true"_s);
}

void ApiClientTest::creatingIsNeverRepeated_data()
{
    QTest::addColumn<int>("status"); // 0: the answer is lost
    QTest::newRow("lost") << 0;
    QTest::newRow("rate limit") << 429;
    QTest::newRow("fault") << 503;
}

void ApiClientTest::creatingIsNeverRepeated()
{
    QFETCH(int, status);
    ApiClient client = makeClient();
    if (status == 0)
        m_transport->script(u"POST /client/v4/user/tokens"_s, kLost);
    else
        m_transport->refuse(u"POST /client/v4/user/tokens"_s, status, 1, u"no"_s);
    QVERIFY(!await(client.createToken(Owner::user(), {.name = u"ci"_s})));
    QCOMPARE(m_transport->calls().size(), size_t(1));
}

void ApiClientTest::readingIsRepeated()
{
    ApiClient client = makeClient();
    m_transport->script(u"GET /client/v4/user/tokens"_s, kDown);
    m_transport->refuse(u"GET /client/v4/user/tokens"_s, 503, 1, u"fault"_s);
    m_transport->succeed(u"GET /client/v4/user/tokens"_s, QJsonArray());
    QVERIFY(await(client.listTokens(Owner::user(), {})));
    QCOMPARE(m_transport->calls().size(), size_t(3));
}

void ApiClientTest::readingGivesUp()
{
    ApiClient client = makeClient();
    m_transport->script(u"GET /client/v4/user/tokens"_s, kDown);
    QCOMPARE(await(client.listTokens(Owner::user(), {})).error().code, Error::Code::Unavailable);
    QCOMPARE(m_transport->calls().size(), size_t(3));
}

void ApiClientTest::refusalsAreNotRepeated()
{
    ApiClient client = makeClient();
    m_transport->refuse(u"GET /client/v4/user/tokens"_s, 403, 9109, u"Unauthorized to access requested resource"_s);
    const auto page = await(client.listTokens(Owner::user(), {}));
    QCOMPARE(page.error().code, Error::Code::PermissionDenied);
    QCOMPARE(page.error().cfRay, u"8f00ba4-TST"_s);
    QCOMPARE(m_transport->calls().size(), size_t(1));
}

void ApiClientTest::aLongRetryAfterIsReported()
{
    ApiClient client = makeClient();
    m_transport->script(u"GET /client/v4/user/tokens"_s,
                        cloudflare::HttpAnswer{.status = 429,
                                               .body = R"({"success":false,"errors":[]})",
                                               .headers = {{"retry-after", "300"}}});
    const auto page = await(client.listTokens(Owner::user(), {}));
    QCOMPARE(page.error().code, Error::Code::RateLimited);
    QCOMPARE(page.error().retryAfter->count(), 300);
    QCOMPARE(m_transport->calls().size(), size_t(1));
}

void ApiClientTest::aLostDeleteStaysUncertain_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("nothing found") << 404;
    QTest::newRow("refused") << 403;
    QTest::newRow("unreachable") << 503;
}

void ApiClientTest::aLostDeleteStaysUncertain()
{
    QFETCH(int, status);
    ApiClient client = makeClient();
    m_transport->script(u"DELETE /client/v4/user/tokens/"_s + kId, kLost);
    m_transport->refuse(u"DELETE /client/v4/user/tokens/"_s + kId, status, 4242, u"no"_s);
    const auto deleted = await(client.deleteToken(Owner::user(), kId));
    QVERIFY(!deleted);
    QCOMPARE(deleted.error().code, Error::Code::OutcomeUnknown);
    QVERIFY(m_transport->calls().size() >= 2);
}

void ApiClientTest::aThrottledDeleteThatFindsNothingDidNot()
{
    ApiClient client = makeClient();
    m_transport->refuse(u"DELETE /client/v4/user/tokens/"_s + kId, 429, 971, u"slow down"_s);
    m_transport->refuse(u"DELETE /client/v4/user/tokens/"_s + kId, 404, 1003, u"token not found"_s);
    const auto deleted = await(client.deleteToken(Owner::user(), kId));
    QVERIFY(!deleted);
    QCOMPARE(deleted.error().code, Error::Code::NotFound);
}

void ApiClientTest::aFirstDeleteThatFindsNothingDidNot()
{
    ApiClient client = makeClient();
    m_transport->refuse(u"DELETE /client/v4/user/tokens/"_s + kId, 404, 1003, u"token not found"_s);
    QCOMPARE(await(client.deleteToken(Owner::user(), kId)).error().code, Error::Code::NotFound);
}

void ApiClientTest::cancelEndsThePause()
{
    ApiClient client = makeClient(std::chrono::milliseconds(4000));
    m_transport->script(u"GET /client/v4/user/tokens"_s, kDown);
    base::CancelSource stop;
    QTimer::singleShot(20, this, [&stop] { stop.cancel(); });
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!await(client.listTokens(Owner::user(), {}, {.cancel = stop.token()})));
    QVERIFY2(timer.elapsed() < 1500, "the pause went on");
    QCOMPARE(m_transport->calls().size(), size_t(2));
}

void ApiClientTest::aCreatedTokenNeedsASecret()
{
    ApiClient client = makeClient();
    m_transport->succeed(u"POST /client/v4/user/tokens"_s, QJsonObject{{u"id"_s, kId}});
    QCOMPARE(await(client.createToken(Owner::user(), {.name = u"ci"_s})).error().code, Error::Code::OutcomeUnknown);
}

void ApiClientTest::aFaultWhileCreatingIsNoRefusal()
{
    ApiClient client = makeClient();
    m_transport->script(u"POST /client/v4/user/tokens"_s,
                        cloudflare::HttpAnswer{.status = 504, .body = "<html>Gateway timeout</html>"});
    QCOMPARE(await(client.createToken(Owner::user(), {.name = u"ci"_s})).error().code, Error::Code::OutcomeUnknown);
}

void ApiClientTest::listsThatAreNone_data()
{
    QTest::addColumn<QJsonValue>("result");
    QTest::addColumn<bool>("isList");
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << true;
    QTest::newRow("empty") << QJsonValue(QJsonArray()) << true;
    QTest::newRow("an object") << QJsonValue(QJsonObject()) << false;
    QTest::newRow("a text") << QJsonValue(u"none"_s) << false;
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined) << false;
}

void ApiClientTest::listsThatAreNone()
{
    QFETCH(QJsonValue, result);
    QFETCH(bool, isList);
    ApiClient client = makeClient();
    m_transport->succeed(u"GET /client/v4/user/tokens"_s, result);
    const auto page = await(client.listTokens(Owner::user(), {}));
    QCOMPARE(page.has_value(), isList);
    if (isList)
        QVERIFY(page->items.empty());
    else
        QCOMPARE(page.error().code, Error::Code::ProtocolError);
}

void ApiClientTest::aTotalThatIsNone_data()
{
    QTest::addColumn<QJsonValue>("total");
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("negative") << QJsonValue(-1);
    QTest::newRow("beyond int") << QJsonValue(1e12);
    QTest::newRow("text") << QJsonValue(u"50"_s);
}

void ApiClientTest::aTotalThatIsNone()
{
    QFETCH(QJsonValue, total);
    ApiClient client = makeClient();
    m_transport->succeed(u"GET /client/v4/user/tokens"_s, QJsonArray(), {{u"page"_s, 1}, {u"total_count"_s, total}});
    const auto page = await(client.listTokens(Owner::user(), {}));
    QVERIFY(page);
    QVERIFY(!page->total);
}

void ApiClientTest::groupsOnSeveralPages()
{
    ApiClient client = makeClient();
    const QString call = u"GET /client/v4/user/tokens/permission_groups"_s;
    for (const QString &name : {u"one"_s, u"two"_s})
        m_transport->succeed(call, QJsonArray{QJsonObject{{u"name"_s, name}}}, {{u"total_count"_s, 2}});
    const auto groups = await(client.listPermissionGroups(Owner::user()));
    QCOMPARE(groups->size(), size_t(2));
    QCOMPARE(groups->back().name, u"two"_s);
    QVERIFY(m_transport->calls().front().url.query().isEmpty());
    QCOMPARE(m_transport->calls().back().url.query(), u"page=2"_s);
}

void ApiClientTest::backgroundCallsLeaveAReserve()
{
    ApiClient client = makeClient();
    m_transport->script(u"GET /client/v4/user/tokens"_s,
                        cloudflare::HttpAnswer{.status = 200,
                                               .body = R"({"success":true,"result":[]})",
                                               .headers = {{"ratelimit", R"("default";r=10;t=100)"}}});
    QVERIFY(await(client.listTokens(Owner::user(), {})));
    const auto refused = await(client.listTokens(Owner::user(), {}, {.priority = cloudflare::Priority::Background}));
    QCOMPARE(refused.error().code, Error::Code::RateLimited);
    QCOMPARE(refused.error().retryAfter->count(), 100);
    QVERIFY(await(client.listTokens(Owner::user(), {})));
    QCOMPARE(m_transport->calls().size(), size_t(2));
}

void ApiClientTest::onlyTheBootstrapTokensAnswersCount()
{
    ApiClient client = makeClient();
    m_transport->script(u"GET /client/v4/user/tokens"_s,
                        cloudflare::HttpAnswer{.status = 200,
                                               .body = R"({"success":true,"result":[]})",
                                               .headers = {{"ratelimit", R"("default";r=0;t=100)"}}});
    QVERIFY(await(client.listTokens(Owner::user(), {}, {.bearer = base::Secret("cfut_other")})));
    QCOMPARE(client.budget().remaining(), -1);
    QVERIFY(await(client.listTokens(Owner::user(), {})));
    QCOMPARE(client.budget().remaining(), 0);
    // Another bearer's calls are not held back by what the bootstrap token has used up.
    QVERIFY(await(client.listTokens(
        Owner::user(), {}, {.priority = cloudflare::Priority::Background, .bearer = base::Secret("cfut_other")})));
    client.setCredential(base::Secret("cfut_next"));
    QCOMPARE(client.budget().remaining(), -1);
}

void ApiClientTest::anAccidentalRefusalIsAskedOnceMore()
{
    ApiClient client = makeClient();
    m_transport->refuse(u"GET /client/v4/user/tokens"_s, 403, 10000, u"Authentication error"_s);
    m_transport->succeed(u"GET /client/v4/user/tokens"_s, QJsonArray());
    QVERIFY(await(client.listTokens(Owner::user(), {})));
    QCOMPARE(m_transport->calls().size(), size_t(2));
}

void ApiClientTest::aLastingRefusalIsAskedTwice()
{
    ApiClient client = makeClient();
    m_transport->refuse(u"GET /client/v4/user/tokens"_s, 403, 10000, u"Authentication error"_s);
    QCOMPARE(await(client.listTokens(Owner::user(), {})).error().code, Error::Code::PermissionDenied);
    QCOMPARE(m_transport->calls().size(), size_t(2));
}

void ApiClientTest::anAuthenticationErrorOnAChangeIsFinal()
{
    ApiClient client = makeClient();
    m_transport->refuse(u"POST /client/v4/user/tokens"_s, 403, 10000, u"Authentication error"_s);
    m_transport->refuse(u"DELETE /client/v4/user/tokens/"_s + kId, 403, 10000, u"Authentication error"_s);
    QVERIFY(!await(client.createToken(Owner::user(), {.name = u"ci"_s})));
    QVERIFY(!await(client.deleteToken(Owner::user(), kId)));
    QCOMPARE(m_transport->calls().size(), size_t(2));
}

QTEST_GUILESS_MAIN(ApiClientTest)
#include "tst_apiclient.moc"
