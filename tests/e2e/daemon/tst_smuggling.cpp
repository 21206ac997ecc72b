// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes on which two readers could disagree about where a request ends: the running server answers each once, with the
// right status, closes the connection and never carries out what was hidden behind.
#include "tests/e2e/daemon/target.h"

#include <QTest>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

class SmugglingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_target.start()); }
    void cleanup() { QVERIFY2(m_target.stillServes(), m_target.process().standardError().constData()); }
    void cleanupTestCase() { QVERIFY2(m_target.stop(), m_target.process().standardError().constData()); }
    void refusedOnce_data();
    void refusedOnce();
    void sliced_data() { refusedOnce_data(); }
    void sliced();
    void chunksAreUnderstood();
    void trailersDecideNothing();
    void pipelinedInOrder();
    void nothingAfterTheLast();
    void goodThenBad();

private:
    [[nodiscard]] QByteArray hidden() const { return m_target.ping("hidden"); }
    /** The head of a proper request but for its length. */
    [[nodiscard]] QByteArray head() const
    {
        return "POST /mcp HTTP/1.1\r\n" + m_target.host() + Target::kKey + Target::kJson;
    }

    Target m_target;
};

void SmugglingTest::refusedOnce_data()
{
    QTest::addColumn<QByteArray>("lines"); // in place of the length, up to where the hidden request begins
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, int status, const QByteArray &lines) {
        QTest::newRow(name) << lines << status;
    };
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    row("length and chunks", 400, "Content-Length: 5\r\n" + chunked + "\r\n0\r\n\r\n");
    row("chunks and length", 400, chunked + "Content-Length: 5\r\n\r\n0\r\n\r\n");
    row("two lengths", 400, "Content-Length: 0\r\nContent-Length: 500\r\n\r\n");
    row("the same length twice", 400, "Content-Length: 0\r\nContent-Length: 0\r\n\r\n");
    row("a list of lengths", 400, "Content-Length: 0, 0\r\n\r\n");
    row("negative length", 400, "Content-Length: -1\r\n\r\n");
    row("signed length", 400, "Content-Length: +0\r\n\r\n");
    row("hexadecimal length", 400, "Content-Length: 0x0\r\n\r\n");
    row("length with a space", 400, "Content-Length: 0 0\r\n\r\n");
    row("empty length", 400, "Content-Length: \r\n\r\n");
    row("length beyond 64 bits", 400, "Content-Length: 18446744073709551616\r\n\r\n");
    row("huge length", 413, "Content-Length: 18446744073709551615\r\n\r\n");
    row("coding in two headers", 400, chunked + chunked + "\r\n0\r\n\r\n");
    row("identity", 501, "Transfer-Encoding: identity\r\n\r\n");
    row("chunked and identity", 501, "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n");
    row("gzip, chunked", 501, "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
    row("almost chunked", 501, "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n");
    row("quoted chunked", 501, "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n");
    row("space before the colon", 400, "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n");
    row("space before the name", 400, " Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("vertical tab", 400,
        "Transfer-Encoding:\x0b"
        "chunked\r\n\r\n0\r\n\r\n");
    row("folded line", 400, "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n");
    row("folded with a tab", 400, "X-A: b\r\n\tTransfer-Encoding: chunked\r\n\r\n");
    row("bare line feed", 400, "X-A: b\nTransfer-Encoding: chunked\r\n\r\n");
    row("bare carriage return", 400, "X-A: b\rTransfer-Encoding: chunked\r\n\r\n");
    row("line feeds only", 400, "X-A: b\n\n");
    row("a zero byte", 400, "X-A: b\0c\r\n\r\n"_ba);
    row("no colon", 400, "X-A\r\n\r\n");
    row("no name", 400, ": b\r\n\r\n");
    row("a name with a space", 400, "X A: b\r\n\r\n");
    row("chunk of negative size", 400, chunked + "\r\n-1\r\n\r\n");
    row("chunk size with 0x", 400, chunked + "\r\n0x0\r\n\r\n");
    row("chunk size with a plus", 400, chunked + "\r\n+0\r\n\r\n");
    row("no chunk size", 400, chunked + "\r\n\r\n\r\n");
    row("chunk size of no number", 400, chunked + "\r\nzz\r\n\r\n");
    row("chunk size beyond 64 bits", 400, chunked + "\r\n10000000000000000\r\n\r\n");
    row("huge chunk", 413, chunked + "\r\nffffffffffffffff\r\n\r\n");
    row("chunk longer than said", 400, chunked + "\r\n2\r\n{} \r\n0\r\n\r\n");
    row("chunk ended by a line feed", 400, chunked + "\r\n2\n{}\n0\n\n");
    row("endless chunk extension", 400, chunked + "\r\n2;" + QByteArray(20'000, 'x') + "\r\n{}\r\n0\r\n\r\n");
}

void SmugglingTest::refusedOnce()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, status);
    const PlainSocket client(m_target.port());
    client.send(head() + lines + hidden());
    const QByteArray received = client.readAll();
    QCOMPARE(statusOf(received), status);
    QCOMPARE(answersIn(received), 1);
    QVERIFY(received.contains("\r\nConnection: close\r\n"));
    QVERIFY(!received.contains("hidden"));
}

// The same a byte at a time: what comes out must not depend on how the bytes arrive.
void SmugglingTest::sliced()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, status);
    const PlainSocket client(m_target.port());
    client.send(head());
    for (const char byte : lines)
        client.send(QByteArray(1, byte));
    client.send(hidden());
    const QByteArray received = client.readAll();
    QCOMPARE(statusOf(received), status);
    QCOMPARE(answersIn(received), 1);
    QVERIFY(!received.contains("hidden"));
}

void SmugglingTest::chunksAreUnderstood()
{
    const PlainSocket client(m_target.port());
    const QByteArray body = R"({"jsonrpc":"2.0","id":"chunks","method":"ping"})";
    client.send(head() + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (const char byte : body)
        client.send("1;ext=x\r\n"_ba + byte + "\r\n");
    client.send("0\r\n\r\n");
    const QByteArray received = client.readAll();
    QCOMPARE(statusOf(received), 200);
    QVERIFY(received.contains("\"chunks\""));
}

void SmugglingTest::trailersDecideNothing()
{
    const PlainSocket client(m_target.port());
    client.send("POST /mcp HTTP/1.1\r\n" + m_target.host() + Target::kJson + "Transfer-Encoding: chunked\r\n\r\n0\r\n"
                + Target::kKey + "Content-Length: 500\r\n\r\n" + hidden());
    const QByteArray received = client.readAll();
    QCOMPARE(statusOf(received), 401);
    QCOMPARE(answersIn(received), 1);
}

void SmugglingTest::pipelinedInOrder()
{
    constexpr int kCount = 300;
    QByteArray requests;
    for (int i = 0; i < kCount; ++i)
        requests += m_target.ping("p" + QByteArray::number(i) + 'q', i == kCount - 1 ? "Connection: close\r\n" : "");
    const PlainSocket client(m_target.port());
    client.send(requests);
    const QByteArray received = client.readAll();
    QCOMPARE(answersIn(received), kCount);
    qsizetype at = 0;
    for (int i = 0; i < kCount; ++i) {
        at = received.indexOf("\"p" + QByteArray::number(i) + "q\"", at);
        QVERIFY2(at > 0, QByteArray::number(i).constData());
    }
}

void SmugglingTest::nothingAfterTheLast()
{
    const PlainSocket client(m_target.port());
    client.send(m_target.ping("last", "Connection: close\r\n") + hidden());
    const QByteArray received = client.readAll();
    QCOMPARE(answersIn(received), 1);
    QVERIFY(received.contains("\"last\""));
}

void SmugglingTest::goodThenBad()
{
    for (const QByteArray &bad :
         {"GET /\r\n\r\n"_ba, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba, "\x16\x03\x01\x02\0"_ba,
          "GET http://evil.com/ HTTP/1.1\r\nHost: x\r\n\r\n"_ba, "CONNECT a:1 HTTP/1.1\r\n\r\n"_ba,
          "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"_ba, "GET / HTTP/1.2\r\nHost: x\r\n\r\n"_ba,
          "GET  / HTTP/1.1\r\nHost: x\r\n\r\n"_ba, " GET / HTTP/1.1\r\nHost: x\r\n\r\n"_ba,
          "GET /#a HTTP/1.1\r\nHost: x\r\n\r\n"_ba, "GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n"_ba,
          "G\xc3\x89T / HTTP/1.1\r\nHost: x\r\n\r\n"_ba}) {
        const PlainSocket client(m_target.port());
        client.send(m_target.ping("good") + bad + hidden());
        const QByteArray received = client.readAll();
        QCOMPARE(statusOf(received), 200);
        QVERIFY2(answersIn(received) == 2 && received.contains("\r\nConnection: close\r\n"), bad.constData());
        QVERIFY2(received.contains("HTTP/1.1 400 "), bad.constData());
        QVERIFY(!received.contains("hidden"));
    }
}

QTEST_GUILESS_MAIN(SmugglingTest)
#include "tst_smuggling.moc"
