// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/requestframer.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace tokensmith;
using http::RequestFramer;

namespace {

const http::HttpLimits kLimits{.headerBytes = 512, .headerFields = 8, .bodyBytes = 64};

QByteArray describe(const http::HttpRequest &request)
{
    QByteArray text = request.method + ' ' + request.path;
    if (!request.query.isEmpty())
        text += '?' + request.query;
    return text + " [" + request.body + ']';
}

/** What a framer makes of `bytes` given to it in slices: one line per event, the last one its state at the end. */
QByteArrayList frame(const QByteArray &bytes, const std::function<qsizetype()> &nextSlice)
{
    RequestFramer framer(kLimits);
    QByteArrayList events;
    qsizetype at = 0;
    for (;;) {
        switch (framer.advance()) {
        case RequestFramer::Step::NeedMore: {
            if (at == bytes.size())
                return events << (framer.isBetweenRequests() ? "between" : "within");
            const qsizetype count = std::min(nextSlice(), bytes.size() - at);
            framer.append(QByteArrayView(bytes).sliced(at, count));
            at += count;
            break;
        }
        case RequestFramer::Step::HeaderDone:
            events << (framer.hasBody() ? "head+" : "head");
            break;
        case RequestFramer::Step::Complete:
            events << describe(framer.take());
            break;
        case RequestFramer::Step::Failed:
            return events << QByteArray::number(framer.errorStatus());
        }
    }
}

QByteArrayList frame(const QByteArray &bytes, qsizetype slice)
{
    return frame(bytes, [slice] { return slice; });
}

QByteArray head(const QByteArray &fields, const QByteArray &line = "POST /mcp HTTP/1.1")
{
    return line + "\r\nHost: a\r\n" + fields + "\r\n";
}

} // namespace

class RequestFramerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void collectsTheHead();
    void knowsHowTheConnectionGoesOn_data();
    void knowsHowTheConnectionGoesOn();
    void slicingNeverMatters();
};

void RequestFramerTest::accepts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("events");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &events) {
        QTest::newRow(name) << bytes << events;
    };
    row("nothing", "", {"between"});
    row("half a line", "GET / HT", {"within"});
    row("no body", head("", "GET /a?b=c HTTP/1.1"), {"head", "GET /a?b=c []", "between"});
    row("empty body", head("Content-Length: 0\r\n"), {"head", "POST /mcp []", "between"});
    row("body", head("Content-Length: 3\r\n") + "abc", {"head+", "POST /mcp [abc]", "between"});
    row("body that looks like a request", head("Content-Length: 18\r\n") + "GET / HTTP/1.1\r\n\r\n",
        {"head+", "POST /mcp [GET / HTTP/1.1\r\n\r\n]", "between"});
    row("largest body", head("Content-Length: 64\r\n") + QByteArray(64, 'x'),
        {"head+", "POST /mcp [" + QByteArray(64, 'x') + "]", "between"});
    row("body unfinished", head("Content-Length: 3\r\n") + "ab", {"head+", "within"});
    row("pipelined", head("", "GET /1 HTTP/1.1") + head("Content-Length: 1\r\n") + "x" + head("", "GET /3 HTTP/1.1"),
        {"head", "GET /1 []", "head+", "POST /mcp [x]", "head", "GET /3 []", "between"});
    row("blank line before", "\r\n" + head("", "GET / HTTP/1.1"), {"head", "GET / []", "between"});
    row("chunked", head("Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n2;x=\"y\"\r\nde\r\n0\r\n\r\n",
        {"head+", "POST /mcp [abcde]", "between"});
    row("chunked, other case", head("transfer-encoding: Chunked\r\n") + "A\r\n0123456789\r\n000\r\n\r\n",
        {"head+", "POST /mcp [0123456789]", "between"});
    row("chunked, then another", head("Transfer-Encoding: chunked\r\n") + "0\r\n\r\n" + head("", "GET /2 HTTP/1.1"),
        {"head+", "POST /mcp []", "head", "GET /2 []", "between"});
    row("trailers decide nothing",
        head("Transfer-Encoding: chunked\r\n") + "1\r\na\r\n0\r\nHost: b\r\nX-API-Key: k\r\n\r\n",
        {"head+", "POST /mcp [a]", "between"});
    row("good, then bad", head("", "GET /1 HTTP/1.1") + "rubbish\n", {"head", "GET /1 []", "400"});
    row("HTTP/1.0", head("", "GET / HTTP/1.0"), {"head", "GET / []", "between"});
    row("awaits 100", head("Expect: 100-continue\r\nContent-Length: 1\r\n") + "x",
        {"head+", "POST /mcp [x]", "between"});
    row("eight fields", head("B: 1\r\nC: 1\r\nD: 1\r\nE: 1\r\nF: 1\r\nG: 1\r\nH: 1\r\n"),
        {"head", "POST /mcp []", "between"});
    row("upgrade offered", head("Connection: Upgrade\r\nUpgrade: h2c\r\n"), {"head", "POST /mcp []", "between"});
}

void RequestFramerTest::accepts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, events);
    for (const qsizetype slice : {qsizetype(100'000), qsizetype(1), qsizetype(3), qsizetype(17)})
        QCOMPARE(frame(bytes, slice), events);
}

void RequestFramerTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    const QByteArray chunked = head("Transfer-Encoding: chunked\r\n");

    row("bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("bare LF in a field", head("A: b\nC: d\r\n"), 400);
    row("bare CR", head("A: b\rC: d\r\n"), 400);
    row("NUL", head(QByteArray("A: b\0c\r\n", 8)), 400);
    row("escape character", head("A: \x1b[31m\r\n"), 400);
    row("DEL", head("A: \x7f\r\n"), 400);
    row("folded field", head("A: b\r\n c\r\n"), 400);
    row("folded by a tab", head("A: b\r\n\tc\r\n"), 400);
    row("space before the colon", head("A : b\r\n"), 400);
    row("field without a name", head(": b\r\n"), 400);
    row("field without a colon", head("AB\r\n"), 400);
    row("two blank lines before", "\r\n\r\n" + head(""), 400);
    row("space before the method", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
    row("HTTP/0.9", "GET /\r\n\r\n", 400);
    row("HTTP/1.2", head("", "GET / HTTP/1.2"), 400);
    row("lower-case protocol", head("", "GET / http/1.1"), 400);
    row("absolute form", head("", "GET http://a/ HTTP/1.1"), 400);
    row("authority form", head("", "CONNECT a:443 HTTP/1.1"), 400);
    row("asterisk form", head("", "OPTIONS * HTTP/1.1"), 400);
    row("fragment", head("", "GET /a#b HTTP/1.1"), 400);
    row("space in the target", head("", "GET /a b HTTP/1.1"), 400);
    row("bytes beyond ASCII in the target", head("", "GET /\xc3\xa4 HTTP/1.1"), 400);
    row("method is no token", head("", "GE(T / HTTP/1.1"), 400);

    row("no Host", "GET / HTTP/1.1\r\nA: b\r\n\r\n", 400);
    row("no Host, HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400);
    row("empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400);
    row("two Hosts", head("Host: b\r\n"), 400);
    row("two equal Hosts", head("host: a\r\n"), 400);
    row("two Origins", head("Origin: a\r\nOrigin: a\r\n"), 400);
    row("two keys", head("X-API-Key: a\r\nx-api-key: b\r\n"), 400);
    row("two empty keys", head("X-API-Key:\r\nX-API-Key: b\r\n"), 400);
    row("two Authorizations", head("Authorization: a\r\nAuthorization: b\r\n"), 400);
    row("two content types", head("Content-Type: a/b\r\nContent-Type: a/c\r\n"), 400);

    row("negative length", head("Content-Length: -5\r\n"), 400);
    row("signed length", head("Content-Length: +5\r\n"), 400);
    row("hexadecimal length", head("Content-Length: 0x5\r\n"), 400);
    row("empty length", head("Content-Length:\r\n"), 400);
    row("length list", head("Content-Length: 5, 5\r\n"), 400);
    row("two lengths", head("Content-Length: 5\r\nContent-Length: 6\r\n"), 400);
    row("two equal lengths", head("Content-Length: 5\r\nContent-Length: 5\r\n"), 400);
    row("length of 2^64", head("Content-Length: 18446744073709551616\r\n"), 400);
    row("length and chunked", head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("chunked and length", head("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), 400);
    row("chunked twice", head("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("chunked in HTTP/1.0", head("Transfer-Encoding: chunked\r\n", "POST / HTTP/1.0"), 400);
    row("unknown coding", head("Transfer-Encoding: gzip\r\n"), 501);
    row("identity", head("Transfer-Encoding: identity\r\n"), 501);
    row("two codings", head("Transfer-Encoding: gzip, chunked\r\n"), 501);
    row("chunked, not last", head("Transfer-Encoding: chunked, gzip\r\n"), 501);
    row("other expectation", head("Expect: the-best\r\n"), 417);

    row("nine fields", head("B: 1\r\nC: 1\r\nD: 1\r\nE: 1\r\nF: 1\r\nG: 1\r\nH: 1\r\nI: 1\r\n"), 431);
    row("long field", head("A: " + QByteArray(600, 'x') + "\r\n"), 431);
    row("endless line", "GET /" + QByteArray(600, 'x'), 431);

    row("chunk size is no number", chunked + "xyz\r\n\r\n", 400);
    row("negative chunk size", chunked + "-1\r\nabc\r\n", 400);
    row("chunk size of 2^64", chunked + "10000000000000000\r\n", 400);
    row("chunk without its end", chunked + "1\r\nab\r\n0\r\n\r\n", 400);
    row("chunk size with a bare LF", chunked + "1\na\r\n0\r\n\r\n", 400);
    row("endless chunk line", chunked + "1;" + QByteArray(600, 'x'), 400);
    row("endless trailers", chunked + "0\r\nA: " + QByteArray(600, 'x'), 400);
}

void RequestFramerTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    for (const qsizetype slice : {qsizetype(100'000), qsizetype(1), qsizetype(3), qsizetype(17)})
        QCOMPARE(frame(bytes, slice).last(), QByteArray::number(status));
}

void RequestFramerTest::collectsTheHead()
{
    RequestFramer framer(kLimits);
    framer.append(head("X-Mixed-Case:  two words \t\r\nEmpty:\r\n", "GET /p%2e?q=1?2 HTTP/1.1"));
    QCOMPARE(framer.advance(), RequestFramer::Step::HeaderDone);
    const http::HttpRequest &request = framer.request();
    QCOMPARE(request.path, "/p%2e");
    QCOMPARE(request.query, "q=1?2");
    QCOMPARE(request.header("x-mixed-case"), "two words");
    QVERIFY(!request.header("Empty").isNull());
    QVERIFY(request.header("Empty").isEmpty());
    QVERIFY(request.header("Absent").isNull());

    // A body that is too big is refused only after the head was shown, so that its sender can be told apart.
    RequestFramer big(kLimits);
    big.append(head("Content-Length: 65\r\n"));
    QCOMPARE(big.advance(), RequestFramer::Step::HeaderDone);
    QCOMPARE(big.advance(), RequestFramer::Step::Failed);
    QCOMPARE(big.errorStatus(), 413);
    for (const qsizetype slice : {qsizetype(100'000), qsizetype(1), qsizetype(3), qsizetype(17)}) {
        const QByteArray chunked = head("Transfer-Encoding: chunked\r\n");
        const QByteArrayList tooBig{"head+", "413"};
        QCOMPARE(frame(head("Content-Length: 18446744073709551615\r\n"), slice), tooBig);
        QCOMPARE(frame(chunked + "20\r\n" + QByteArray(32, 'x') + "\r\n21\r\n" + QByteArray(33, 'x'), slice), tooBig);
        QCOMPARE(frame(chunked + "fffffffffffffff0\r\n", slice), tooBig);
        QCOMPARE(frame(chunked + QByteArray("1;aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\nx\r\n").repeated(40), slice), tooBig);
    }
}

void RequestFramerTest::knowsHowTheConnectionGoesOn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keeps");
    QTest::newRow("1.1") << head("") << true;
    QTest::newRow("1.1 close") << head("Connection: close\r\n") << false;
    QTest::newRow("1.1 close among others") << head("Connection: x, Close\r\n") << false;
    QTest::newRow("1.0") << head("", "GET / HTTP/1.0") << false;
    QTest::newRow("1.0 keep-alive") << head("Connection: Keep-Alive\r\n", "GET / HTTP/1.0") << true;
}

void RequestFramerTest::knowsHowTheConnectionGoesOn()
{
    QFETCH(QByteArray, bytes);
    RequestFramer framer(kLimits);
    framer.append(bytes);
    QCOMPARE(framer.advance(), RequestFramer::Step::HeaderDone);
    QTEST(framer.keepsAlive(), "keeps");
}

void RequestFramerTest::slicingNeverMatters()
{
    const QByteArray seed = head("Content-Length: 5\r\nExpect: 100-continue\r\n") + "hello"
                            + head("Transfer-Encoding: chunked\r\n") + "3;a=b\r\nabc\r\n5\r\n12345\r\n0\r\nT: 1\r\n\r\n"
                            + head("Connection: keep-alive\r\n", "GET /x?y HTTP/1.1");
    const QByteArray alphabet("\r\n\t :;,0159af-xG/\x7f\xff\0#", 22);
    std::mt19937 random(20'260'101); // NOLINT(cert-msc51-cpp): the same inputs on every run
    const auto below = [&random](qsizetype n) { return static_cast<qsizetype>(random() % static_cast<quint64>(n)); };
    QSet<QByteArray> endings;
    for (int i = 0; i < 30'000; ++i) {
        QByteArray bytes = seed;
        for (qsizetype k = below(4); k >= 0; --k) {
            const qsizetype at = below(bytes.size());
            switch (below(3)) {
            case 0:
                bytes[at] = alphabet.at(below(alphabet.size()));
                break;
            case 1:
                bytes.remove(at, below(6));
                break;
            default:
                bytes.insert(at, bytes.mid(below(bytes.size()), below(12)));
            }
        }
        const QByteArrayList whole = frame(bytes, bytes.size());
        const QByteArrayList sliced = frame(bytes, [&below] { return 1 + below(9); });
        endings.insert(whole.last());
        if (whole != sliced)
            qWarning() << bytes;
        QCOMPARE(sliced, whole);
    }
    for (const auto *ending : {"between", "within", "400", "417", "501", "413"})
        QVERIFY2(endings.contains(ending), ending);
}

QTEST_GUILESS_MAIN(RequestFramerTest)
#include "tst_requestframer.moc"
