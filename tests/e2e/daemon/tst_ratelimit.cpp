// SPDX-License-Identifier: GPL-3.0-or-later
// The rate limit on the wire: what a client that changes too much reads, byte by byte.
#include "tests/support/daemonprocess.h"
#include "tests/support/rawclient.h"

#include <QDateTime>
#include <QTest>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

bool start(DaemonProcess &daemon, const QString &limit)
{
    DaemonProcess::Environment environment{{u"MCP_API_KEY"_s, u"test-key"_s}};
    if (!limit.isNull())
        environment.append({u"RATE_LIMIT_PER_MINUTE"_s, limit});
    daemon.setEnvironment(environment);
    return daemon.start({u"--sandbox"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, daemon.home() + u"/d"_s});
}

RawReply call(const DaemonProcess &daemon, const QByteArray &tool, const QByteArray &arguments)
{
    const QByteArray body = R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":")" + tool
                            + R"(","arguments":)" + arguments + "}}";
    RawClient client(daemon.port());
    return client
        .ask("POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(daemon.port())
             + "\r\nX-API-Key: test-key\r\nX-Correlation-ID: mine-1\r\nContent-Type: application/json\r\n"
               "Content-Length: "
             + QByteArray::number(body.size()) + "\r\n\r\n" + body)
        .value_or(RawReply{});
}

RawReply create(const DaemonProcess &daemon)
{
    return call(daemon, "create_token", R"({"type":"user","name":"one of many","template":"dns_read"})");
}

} // namespace

class RateLimitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEleventhCreateIsRefused();
    void theLimitIsTheConfiguredOne();
    void badLimitsEndTheStart_data();
    void badLimitsEndTheStart();
};

void RateLimitTest::theEleventhCreateIsRefused()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(start(daemon, {}));
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    for (int i = 0; i < 10; ++i) {
        const RawReply made = create(daemon);
        QCOMPARE(made.status, 200);
        QVERIFY2(made.body.contains("\"isError\":false"), made.body.constData());
    }
    const RawReply refused = create(daemon);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("X-RateLimit-Remaining"), QByteArray("0"));
    const qint64 reset = refused.header("X-RateLimit-Reset").toLongLong();
    QVERIFY2(reset >= before + 60 && reset <= QDateTime::currentSecsSinceEpoch() + 61, refused.head.constData());
    const int wait = refused.header("Retry-After").toInt();
    QVERIFY2(wait >= 1 && wait <= 60, refused.head.constData());
    QCOMPARE(refused.header("X-Correlation-ID"), QByteArray("mine-1"));
    QCOMPARE(refused.header("Content-Type"), QByteArray("application/json"));
    QVERIFY2(refused.body.contains("\"code\":-32000"), refused.body.constData());
    QVERIFY2(refused.body.contains("\"correlationId\":\"mine-1\""), refused.body.constData());
    QVERIFY2(refused.body.contains("\"retryAfter\":" + QByteArray::number(wait)), refused.body.constData());

    const RawReply read = call(daemon, "list_accounts", "{}");
    QCOMPARE(read.status, 200);
    QVERIFY(read.body.contains("\"isError\":false"));
    QCOMPARE(daemon.stop(), 0);
}

void RateLimitTest::theLimitIsTheConfiguredOne()
{
    DaemonProcess daemon(u"tokensmithd"_s);
    QVERIFY(start(daemon, u"2"_s));
    QCOMPARE(create(daemon).status, 200);
    QCOMPARE(create(daemon).status, 200);
    QCOMPARE(create(daemon).status, 429);
}

void RateLimitTest::badLimitsEndTheStart_data()
{
    QTest::addColumn<QString>("limit");
    for (const char *limit : {"ten", "0", "-1", "1.5", "1000000", "99999999999999999999"})
        QTest::newRow(limit) << QString::fromLatin1(limit);
}

void RateLimitTest::badLimitsEndTheStart()
{
    QFETCH(QString, limit);
    DaemonProcess daemon(u"tokensmithd"_s);
    daemon.setEnvironment({{u"RATE_LIMIT_PER_MINUTE"_s, limit}});
    QCOMPARE(daemon.run({u"--sandbox"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, daemon.home() + u"/d"_s}), 2);
    QVERIFY2(daemon.standardError().contains("RATE_LIMIT_PER_MINUTE takes a number"),
             daemon.standardError().constData());
}

QTEST_GUILESS_MAIN(RateLimitTest)
#include "tst_ratelimit.moc"
