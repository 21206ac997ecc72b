// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpserver.h"
#include "tests/support/rawclient.h"

#include <QCoroTimer>
#include <QTest>

#include <stdexcept>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using test::RawClient;

namespace {

/** "METHOD target body", at once. */
QCoro::Task<http::HttpReply> echo(http::HttpRequest request)
{
    QByteArray target = request.path;
    if (!request.query.isEmpty())
        target += '?' + request.query;
    const QByteArray text = request.method + ' ' + target + ' ' + request.body;
    co_return http::HttpReply{.contentType = "text/plain", .body = text};
}

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

QByteArray post(const QByteArray &target, const QByteArray &body)
{
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
           + body;
}

} // namespace

class HttpServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers();
    void keepsTheConnection();
};

void HttpServerTest::answers()
{
    http::HttpServer server({.handler = echo});
    const auto port = server.listen(0);
    QVERIFY(port);
    QCOMPARE(server.port(), *port);
    RawClient client(*port);
    const auto reply = client.ask(get("/a/b?c=d"));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->body, "GET /a/b?c=d "_ba);
    QCOMPARE(reply->header("Connection"), "keep-alive"_ba);
    QVERIFY(reply->header("Date").endsWith(" GMT"));
}

void HttpServerTest::keepsTheConnection()
{
    http::HttpServer server({.handler = echo});
    const auto port = server.listen(0);
    QVERIFY(port);
    RawClient client(*port);
    for (int i = 0; i < 300; ++i) {
        const QByteArray body = QByteArray::number(i);
        const auto reply = client.ask(post("/n", body));
        QVERIFY(reply);
        QCOMPARE(reply->body, "POST /n " + body);
    }
    QCOMPARE(server.connectionCount(), 1);
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "tst_httpserver.moc"
