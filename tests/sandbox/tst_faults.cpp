// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxfixture.h"
#include "tests/support/await.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using http::HttpReply;
using test::Answer;
using test::SandboxFixture;

class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void effects_data();
    void effects();
    void matching_data();
    void matching();
    void timesRunOut();
    void latency();
    void waitingRequestsEndWithTheRouter();
    void bootstrapIsRevokedAndComesBack();
    void refusesNonsense_data();
    void refusesNonsense();
    void controlRoutesAreForThisMachine();
    void stateCounts();
};

void FaultsTest::effects_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<bool>("created");
    QTest::addColumn<bool>("dropped");
    const auto row = [](const char *name, const QByteArray &fault, int status, int code, const QByteArray &retryAfter,
                        bool created, bool dropped) {
        QTest::newRow(name) << fault << status << code << retryAfter << created << dropped;
    };
    row("429", R"({"status":429,"retryAfter":2})", 429, 971, "2", false, false);
    row("503", R"({"status":503})", 503, 10001, "", false, false);
    row("502 after the effect", R"({"status":502,"after":true})", 502, 10001, "", true, false);
    row("own code", R"({"status":403,"code":10000,"message":"Authentication error"})", 403, 10000, "", false, false);
    row("page", R"({"kind":"html"})", 502, 0, "", false, false);
    row("page of an edge", R"({"kind":"html","status":429,"retryAfter":30})", 429, 0, "30", false, false);
    row("page after the effect", R"({"kind":"html","status":524,"after":true})", 524, 0, "", true, false);
    row("cut off", R"({"kind":"truncate"})", 200, 0, "", true, false);
    row("dropped before", R"({"kind":"drop-before"})", 200, 0, "", false, true);
    row("dropped after", R"({"kind":"drop-after"})", 200, 0, "", true, true);
    row("throttle", R"({"kind":"throttle"})", 200, 971, "", false, false);
    row("by name", R"({"name":"9109-location"})", 403, 9109, "", false, false);
    row("by name, throttled", R"({"name":"971","retryAfter":3})", 200, 971, "3", false, false);
    row("by name after the effect", R"({"name":"1000-internal","after":true})", 500, 1000, "", true, false);
    row("page by name", R"({"name":"1010-html"})", 403, 0, "", false, false);
}

void FaultsTest::effects()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, status);
    QFETCH(int, code);
    QFETCH(QByteArray, retryAfter);
    QFETCH(bool, created);
    QFETCH(bool, dropped);
    SandboxFixture cloudflare;
    const qsizetype before = cloudflare.world().tokenCount();
    QCOMPARE(cloudflare.control("POST", "/sandbox/faults", fault).status(), 200);
    const Answer answer = cloudflare.post("/user/tokens", cloudflare.body(u"n"_s));
    QCOMPARE(answer.reply.connection == HttpReply::Connection::Drop, dropped);
    QCOMPARE(cloudflare.world().tokenCount() - before, created ? 1 : 0);
    if (!dropped) {
        QCOMPARE(answer.status(), status);
        QCOMPARE(answer.code(), code);
        QCOMPARE(answer.header("Retry-After"), retryAfter);
        QCOMPARE(answer.header("cf-ray").size(), 20);
        QVERIFY(!answer.reply.body.isEmpty());
        QVERIFY(answer.json.value(u"success"_s) != QJsonValue(true));
    }
    QCOMPARE(answer.reply.contentType.startsWith("text/html"), fault.contains("html"));

    QCOMPARE(cloudflare.control("DELETE", "/sandbox/faults").status(), 200);
    QCOMPARE(cloudflare.post("/user/tokens", cloudflare.body(u"n"_s)).status(), 200);
}

void FaultsTest::matching_data()
{
    QTest::addColumn<QByteArray>("match");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("hit");
    const auto row = [](const char *name, const QByteArray &match, const QByteArray &method, const QByteArray &path,
                        bool hit) { QTest::newRow(name) << match << method << path << hit; };
    const QByteArray id = "0123456789abcdef0123456789abcdef";
    row("everything", "", "GET", "/zones", true);
    row("method", R"(,"method":"get")", "GET", "/zones", true);
    row("other method", R"(,"method":"POST")", "GET", "/zones", false);
    row("path", R"(,"path":"/user/tokens")", "GET", "/user/tokens?page=1", true);
    row("longer path", R"(,"path":"/user/tokens")", "GET", "/user/tokens/verify", false);
    row("one segment", R"(,"path":"/user/tokens/*")", "GET", "/user/tokens/verify", true);
    row("not two segments", R"(,"path":"/user/tokens/*")", "GET", "/user/tokens/" + id + "/value", false);
    row("two stars", R"(,"path":"/accounts/*/tokens/*")", "GET", "/accounts/" + id + "/tokens/verify", true);
}

void FaultsTest::matching()
{
    QFETCH(QByteArray, match);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(bool, hit);
    SandboxFixture cloudflare;
    QCOMPARE(cloudflare.control("POST", "/sandbox/faults", R"({"status":599)" + match + '}').status(), 200);
    QCOMPARE(cloudflare.send({.method = method, .path = path}).status() == 599, hit);
}

void FaultsTest::timesRunOut()
{
    SandboxFixture cloudflare;
    QCOMPARE(cloudflare.control("POST", "/sandbox/faults", R"({"status":500,"times":2})").status(), 200);
    QCOMPARE(cloudflare.control("POST", "/sandbox/faults", R"({"status":501,"times":1})").status(), 200);
    QList<int> statuses;
    for (int i = 0; i < 4; ++i)
        statuses.append(cloudflare.get("/zones").status());
    QCOMPARE(statuses, QList<int>({500, 500, 501, 200}));
    QVERIFY(cloudflare.control("GET", "/sandbox/faults").json.value(u"faults"_s).toArray().isEmpty());
}

void FaultsTest::latency()
{
    SandboxFixture cloudflare({.latency = std::chrono::milliseconds(20)});
    QCOMPARE(cloudflare.control("POST", "/sandbox/faults", R"({"latencyMs":30,"times":1})").status(), 200);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(cloudflare.get("/zones").status(), 200);
    QVERIFY(timer.elapsed() >= 49);
    QCOMPARE(cloudflare.control("GET", "/sandbox/state").status(), 200); // answered at once
}

void FaultsTest::waitingRequestsEndWithTheRouter()
{
    std::optional<QCoro::Task<HttpReply>> task;
    {
        SandboxFixture cloudflare({.latency = std::chrono::minutes(10)});
        const qsizetype before = cloudflare.world().tokenCount();
        task.emplace(cloudflare.router.handle(
            cloudflare.requestFor({.method = "POST", .path = "/user/tokens", .body = cloudflare.body(u"n"_s)})));
        QVERIFY(!task->isReady());
        QCOMPARE(cloudflare.world().tokenCount(), before);
    }
    QVERIFY(task->isReady());
    QVERIFY(test::await(std::move(*task)).connection == HttpReply::Connection::Drop);
}

void FaultsTest::bootstrapIsRevokedAndComesBack()
{
    SandboxFixture cloudflare;
    const QByteArray other = cloudflare.accountBootstrap();
    QCOMPARE(cloudflare.control("POST", "/sandbox/faults", R"({"kind":"revoke-bootstrap"})").status(), 200);
    COMPARE_REFUSAL(cloudflare.get("/user/tokens/verify"), 401, 1000);
    COMPARE_REFUSAL(cloudflare.get("/user/tokens"), 403, 9109);
    QCOMPARE(cloudflare.get(cloudflare.accountTokens(), other).status(), 200);
    QCOMPARE(cloudflare.control("DELETE", "/sandbox/faults").status(), 200);
    QCOMPARE(cloudflare.get("/user/tokens/verify").status(), 200);
}

void FaultsTest::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("names");
    const auto row = [](const QByteArray &body, const QByteArray &names) {
        QTest::newRow(body.constData()) << body << names;
    };
    row("[]", "JSON object");
    row("{", "JSON object");
    row("{}", "kind");
    row(R"({"kind":"flood"})", "kind");
    row(R"({"name":"4711"})", "name");
    row(R"({"name":"9109","status":500})", "name");
    row(R"({"status":99})", "status");
    row(R"({"status":"503"})", "status");
    row(R"({"latencyMs":-1})", "latencyMs");
    row(R"({"status":503,"times":0})", "times");
    row(R"({"status":503,"paht":"/zones"})", "paht");
}

void FaultsTest::refusesNonsense()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, names);
    SandboxFixture cloudflare;
    const Answer answer = cloudflare.control("POST", "/sandbox/faults", body);
    QCOMPARE(answer.status(), 400);
    QVERIFY2(answer.reply.body.contains(names), answer.reply.body.constData());
    QVERIFY(cloudflare.control("GET", "/sandbox/faults").json.value(u"faults"_s).toArray().isEmpty());
    QCOMPARE(cloudflare.get("/zones").status(), 200);
}

void FaultsTest::controlRoutesAreForThisMachine()
{
    SandboxFixture cloudflare;
    http::HttpRequest request = SandboxFixture::fromHere("GET", "/sandbox/state");
    request.peer = QHostAddress(u"192.0.2.1"_s);
    QCOMPARE(cloudflare.raw(request).status(), 403);
    request.peer = QHostAddress(QHostAddress::LocalHostIPv6);
    QCOMPARE(cloudflare.raw(request).status(), 200);
    request.headers = {{"Origin", "https://page.example"}};
    QCOMPARE(cloudflare.raw(request).status(), 403);
    QCOMPARE(cloudflare.control("PUT", "/sandbox/faults").status(), 405);
    QCOMPARE(cloudflare.control("POST", "/sandbox/state").status(), 405);
    QCOMPARE(cloudflare.control("GET", "/sandbox/secrets").status(), 404);
}

void FaultsTest::stateCounts()
{
    SandboxFixture cloudflare;
    const QByteArray id = cloudflare.world().bootstrapId().toLatin1();
    (void)cloudflare.get("/user/tokens/" + id);
    (void)cloudflare.get("/user/tokens/0123456789abcdef0123456789abcdef");
    (void)cloudflare.get("/nowhere");
    (void)cloudflare.control("POST", "/sandbox/faults", R"({"kind":"drop-before","times":1})");
    (void)cloudflare.post("/user/tokens", cloudflare.body(u"n"_s));
    const QJsonObject state = cloudflare.control("GET", "/sandbox/state").json;
    const QJsonObject requests = state.value(u"requests"_s).toObject();
    QCOMPARE(requests.value(u"total"_s).toInt(), 4);
    QCOMPARE(requests.value(u"mostAtOnce"_s).toInt(), 1);
    const QJsonObject byRoute = requests.value(u"byRoute"_s).toObject();
    QCOMPARE(
        byRoute,
        QJsonObject({{u"GET /user/tokens/{token_id}"_s, 2}, {u"GET (no route)"_s, 1}, {u"POST /user/tokens"_s, 1}}));
    QCOMPARE(state.value(u"tokens"_s).toObject().value(u"total"_s).toInt(), 44);
    QCOMPARE(state.value(u"now"_s), QJsonValue(u"2026-11-23T12:00:00Z"_s));
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
