// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using sandbox::SandboxServer;

/** The whole server over loopback, through Qt's own HTTP client. */
class SandboxServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void createsAndVerifies();
    void droppedBeforeAndAfter();
    void truncatedAndHtml();
    void closesWhileRequestsWait();
    void stateSurvives();
    void portTaken();
    void damagedStateIsRefused();

private:
    struct Fetched
    {
        int status = 0;
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
        QByteArray body = {};
        QJsonObject json = {};
        [[nodiscard]] QJsonObject result() const { return json.value(u"result"_s).toObject(); }
    };
    QNetworkRequest request(const QString &path, const QByteArray &secret = {}) const;
    static Fetched finish(QNetworkReply *reply);
    Fetched get(const QString &path, const QByteArray &secret = {})
    {
        return finish(m_network.get(request(path, secret)));
    }
    Fetched create() { return finish(m_network.post(request(u"/user/tokens"_s), R"({"name":"n","policies":[]})")); }
    void fault(const QByteArray &json);
    void clearFaults();
    int requestsSeen(const QString &route);

    base::SystemClock m_clock;
    std::unique_ptr<SandboxServer> m_server;
    QNetworkAccessManager m_network;
};

void SandboxServerTest::init()
{
    m_server = std::make_unique<SandboxServer>(SandboxServer::Options{}, m_clock);
    QVERIFY(m_server->listen(0));
}

QNetworkRequest SandboxServerTest::request(const QString &path, const QByteArray &secret) const
{
    QNetworkRequest request(QUrl(m_server->apiBase().toString() + path));
    request.setRawHeader("Authorization",
                         "Bearer " + (secret.isEmpty() ? m_server->bootstrapToken().reveal() : secret));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return request;
}

SandboxServerTest::Fetched SandboxServerTest::finish(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owned(reply);
    if (!reply->isFinished())
        QSignalSpy(reply, &QNetworkReply::finished).wait(10'000);
    Fetched fetched{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                    .error = reply->error(),
                    .body = reply->readAll()};
    fetched.json = QJsonDocument::fromJson(fetched.body).object();
    return fetched;
}

void SandboxServerTest::fault(const QByteArray &json)
{
    QNetworkRequest post(QUrl(m_server->url().toString() + "/sandbox/faults"_L1));
    post.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QCOMPARE(finish(m_network.post(post, json)).status, 200);
}

void SandboxServerTest::clearFaults()
{
    const QUrl faults(m_server->url().toString() + "/sandbox/faults"_L1);
    QCOMPARE(finish(m_network.deleteResource(QNetworkRequest(faults))).status, 200);
}

int SandboxServerTest::requestsSeen(const QString &route)
{
    const QUrl state(m_server->url().toString() + "/sandbox/state"_L1);
    const QJsonObject requests = finish(m_network.get(QNetworkRequest(state))).json.value(u"requests"_s).toObject();
    return requests.value(u"byRoute"_s).toObject().value(route).toInt();
}

void SandboxServerTest::createsAndVerifies()
{
    QVERIFY(m_server->apiBase().toString().startsWith("http://127.0.0.1:"_L1));
    QVERIFY(m_server->apiBase().path() == "/client/v4"_L1);
    const Fetched made = create();
    QCOMPARE(made.status, 200);
    const QByteArray secret = made.result().value(u"value"_s).toString().toLatin1();
    QCOMPARE(get(u"/user/tokens/verify"_s, secret).result().value(u"id"_s), made.result().value(u"id"_s));
    const QString path = "/user/tokens/"_L1 + made.result().value(u"id"_s).toString();
    QCOMPARE(finish(m_network.put(request(path + "/value"_L1), "{}")).status, 200);
    QCOMPARE(get(u"/user/tokens/verify"_s, secret).status, 401);
    QCOMPARE(finish(m_network.deleteResource(request(path))).status, 200);
    QCOMPARE(get(path).status, 404);
}

void SandboxServerTest::droppedBeforeAndAfter()
{
    // Qt's client by itself sends a request once more when the connection is closed without an answer, also a POST: so
    // the faults stay on, and what was made is compared with what was asked for.
    const qsizetype before = m_server->world().tokenCount();
    fault(R"({"kind":"drop-before","method":"POST"})");
    QVERIFY(create().error != QNetworkReply::NoError);
    QCOMPARE(m_server->world().tokenCount(), before);
    const int asked = requestsSeen(u"POST /user/tokens"_s);
    QVERIFY(asked >= 1);
    clearFaults();
    fault(R"({"kind":"drop-after","method":"POST"})");
    const Fetched lost = create();
    QVERIFY(lost.error != QNetworkReply::NoError);
    QCOMPARE(lost.status, 0);
    QCOMPARE(m_server->world().tokenCount() - before, requestsSeen(u"POST /user/tokens"_s) - asked);
    QVERIFY(m_server->world().tokenCount() > before);
    clearFaults();
    QCOMPARE(create().status, 200);
}

void SandboxServerTest::truncatedAndHtml()
{
    fault(R"({"kind":"truncate","times":1})");
    const Fetched cut = get(u"/accounts"_s);
    QCOMPARE(cut.status, 200);
    QVERIFY(cut.json.isEmpty() && cut.body.startsWith('{'));
    fault(R"({"kind":"html","times":1})");
    const Fetched page = get(u"/accounts"_s);
    QCOMPARE(page.status, 502);
    QVERIFY(page.body.startsWith("<!DOCTYPE html>"));
}

void SandboxServerTest::closesWhileRequestsWait()
{
    fault(R"({"latencyMs":600000})");
    QNetworkReply *waiting = m_network.get(request(u"/accounts"_s));
    QTRY_COMPARE(requestsSeen(u"GET /accounts"_s), 1);
    m_server.reset();
    QVERIFY(finish(waiting).error != QNetworkReply::NoError);
}

void SandboxServerTest::stateSurvives()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"world.json"_s);
    m_server =
        std::make_unique<SandboxServer>(SandboxServer::Options{.world = {.tokens = 5}, .stateFile = path}, m_clock);
    QVERIFY(m_server->listen(0));
    const QByteArray secret = create().result().value(u"value"_s).toString().toLatin1();
    const QByteArray bootstrap = m_server->bootstrapToken().reveal();
    QVERIFY(QFile::copy(path, path + ".copy"_L1)); // what is there before a clean stop is enough
    m_server = std::make_unique<SandboxServer>(
        SandboxServer::Options{.world = {.tokens = 90}, .stateFile = path + ".copy"_L1}, m_clock);
    QVERIFY(m_server->listen(0));
    QCOMPARE(m_server->bootstrapToken().reveal(), bootstrap);
    QCOMPARE(m_server->world().tokenCount(), 10);
    QCOMPARE(get(u"/user/tokens/verify"_s, secret).status, 200);
    m_server.reset(); // before its directory
}

void SandboxServerTest::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    SandboxServer second({}, m_clock);
    const auto port = second.listen(other.serverPort());
    QVERIFY(!port);
    QCOMPARE(port.error().field, u"port"_s);
}

void SandboxServerTest::damagedStateIsRefused()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"world.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not ours") == 8);
    file.close();
    {
        SandboxServer server({.stateFile = path}, m_clock);
        const auto port = server.listen(0);
        QVERIFY(!port);
        QCOMPARE(port.error().field, u"state"_s);
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("not ours")); // left as it was
}

QTEST_GUILESS_MAIN(SandboxServerTest)
#include "tst_sandboxserver.moc"
