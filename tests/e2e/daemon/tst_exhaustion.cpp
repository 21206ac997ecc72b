// SPDX-License-Identifier: GPL-3.0-or-later
// What clients may take up, and when they may leave: after each of these the running server answers the next client,
// its memory has hardly grown and no descriptor is left open.
#include "tests/e2e/daemon/target.h"
#include "tests/support/jsonclient.h"

#include <QTest>

#include <sys/resource.h>
#include <vector>

using namespace tokensmith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kConnections = 192; // http::HttpLimits
constexpr qsizetype kUpstream = 12;     // both ends of six connections to the sandbox come and go

using Sockets = std::vector<PlainSocket>;

Sockets connectMany(quint16 port, int count)
{
    Sockets sockets;
    sockets.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        sockets.emplace_back(port);
    return sockets;
}

void leave(PlainSocket &socket, int how)
{
    if (how % 2 == 0)
        socket.close();
    else
        socket.reset();
}

const QByteArray kList = R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})";
const QByteArray kCall =
    R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_tokens","arguments":{"type":"user"}}})";

const QByteArray kListen =
    R"({"jsonrpc":"2.0","id":"l","method":"subscriptions/listen","params":{"notifications":{"toolsListChanged":true},)"
    R"("_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}})";
const QByteArray kModern = "Accept: application/json, text/event-stream\r\nMCP-Protocol-Version: 2026-07-28\r\n"
                           "Mcp-Method: subscriptions/listen\r\n";
const QByteArray kEventEnd = "\n\n\r\n"; // of an event in a chunk of its own
constexpr int kListens = 32;             // mcp::Subscriptions, for one key

} // namespace

class ExhaustionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void twoThousandConnections();
    void twoThousandHalfSentHeaders();
    void leavingAtEveryByteOfARequest();
    void leavingAtEveryByteOfAnAnswer();
    void leavingWhileACallRuns();
    void takingNoAnswers();
    void endlessSmallRequests();
    void twoHundredListens();
    void leavingAtEveryByteOfAStream();
    void sendingBehindAStream();

private:
    [[nodiscard]] QByteArray listen() const { return m_target.post(kListen, kModern); }

    Target m_target;
    qsizetype m_descriptors = 0;
    qint64 m_memory = 0;
};

void ExhaustionTest::initTestCase()
{
    rlimit files{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &files), 0);
    QVERIFY(m_target.start()); // with the usual limit
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &files), 0);
    for (int i = 0; i < 50; ++i) { // what is only made once is made now
        const PlainSocket client(m_target.port());
        client.send(m_target.post(i % 2 == 0 ? kList : kCall, "Connection: close\r\n"));
        QCOMPARE(statusOf(client.readAll()), 200);
    }
    m_descriptors = m_target.descriptors();
}

// Whoever listens is told of the end.
void ExhaustionTest::cleanupTestCase()
{
    const Sockets sockets = connectMany(m_target.port(), 5);
    for (const PlainSocket &socket : sockets) {
        socket.send(listen());
        QVERIFY(socket.readUntil(kEventEnd).contains("acknowledged"));
    }
    QVERIFY2(m_target.stop(), m_target.process().standardError().constData());
    for (const PlainSocket &socket : sockets) {
        const QByteArray rest = socket.readAll();
        QVERIFY2(rest.contains("\"result\"") && rest.endsWith("\r\n0\r\n\r\n"), rest.constData());
    }
}

void ExhaustionTest::init()
{
    m_memory = m_target.residentMemory();
}

void ExhaustionTest::cleanup()
{
    QVERIFY2(m_target.stillServes(), m_target.process().standardError().constData());
    QTRY_VERIFY(m_target.descriptors() <= m_descriptors + kUpstream);
    const qint64 grown = m_target.residentMemory() - m_memory;
    QVERIFY2(grown < Target::kGrowth, QByteArray::number(grown).constData());
}

void ExhaustionTest::twoThousandConnections()
{
    Sockets sockets = connectMany(m_target.port(), 2000);
    QVERIFY(m_target.stillServes());
    QVERIFY(m_target.descriptors() <= m_descriptors + kConnections + kUpstream);
    const PlainSocket &newest = sockets.back();
    newest.send(m_target.ping("newest", "Connection: close\r\n"));
    QVERIFY(newest.readAll().contains("\"newest\""));
    QCOMPARE(sockets.front().readAll(), QByteArray()); // had to go
}

void ExhaustionTest::twoThousandHalfSentHeaders()
{
    const QByteArray request = m_target.ping("1");
    Sockets sockets;
    for (int i = 0; i < 2000; ++i) {
        sockets.emplace_back(m_target.port());
        sockets.back().send(request.first(1 + i % 100));
        if (i % 100 == 99)
            QVERIFY(m_target.stillServes());
    }
    QVERIFY(m_target.descriptors() <= m_descriptors + kConnections + kUpstream);
}

void ExhaustionTest::leavingAtEveryByteOfARequest()
{
    const QByteArray request = m_target.post(kCall);
    for (qsizetype size = 0; size <= request.size(); ++size) {
        for (int how = 0; how < 2; ++how) {
            PlainSocket client(m_target.port());
            client.send(request.first(size));
            leave(client, how);
        }
        if (size % 50 == 0)
            QVERIFY(m_target.stillServes());
    }
}

void ExhaustionTest::leavingAtEveryByteOfAnAnswer()
{
    const QByteArray request = m_target.ping("1");
    const PlainSocket model(m_target.port());
    model.send(m_target.ping("1", "Connection: close\r\n"));
    const qsizetype whole = model.readAll().size();
    QVERIFY(whole > 200);
    for (qsizetype size = 0; size < whole; ++size) {
        PlainSocket client(m_target.port());
        client.send(request + request + m_target.post(kList)); // more waits behind it
        QCOMPARE(client.read(size).size(), size);
        leave(client, static_cast<int>(size));
    }
}

void ExhaustionTest::leavingWhileACallRuns()
{
    QUrl control(m_target.process().member("sandboxApi"));
    control.setPath(u"/sandbox/faults"_s);
    JsonClient sandbox;
    QCOMPARE(sandbox.post(control, {{u"latencyMs"_s, 300}, {u"times"_s, 1000}}, {}).status / 100, 2);
    for (int round = 0; round < 3; ++round) {
        Sockets sockets = connectMany(m_target.port(), 60);
        for (std::size_t i = 0; i < sockets.size(); ++i)
            sockets[i].send(m_target.post(kCall, i % 3 == 0 ? "Accept: application/json, text/event-stream\r\n" : ""));
        QVERIFY(m_target.stillServes());
        for (std::size_t i = 0; i < sockets.size(); ++i)
            leave(sockets[i], static_cast<int>(i));
    }
    QCOMPARE(sandbox.post(control, {{u"latencyMs"_s, 0}, {u"times"_s, 1000}}, {}).status / 100, 2);
}

// Many long answers asked for, none taken: the server must not make them all and keep them.
void ExhaustionTest::takingNoAnswers()
{
    Sockets sockets;
    for (int i = 0; i < 60; ++i) {
        sockets.emplace_back(m_target.port()).takeLittle();
        const QByteArray requests = m_target.post(kList).repeated(2000);
        qsizetype sent = 0;
        while (const qsizetype taken = sockets.back().sendWhatFits(requests.sliced(sent)))
            sent += taken;
    }
    QVERIFY(m_target.stillServes());
    const qint64 grown = m_target.residentMemory() - m_memory;
    QVERIFY2(grown < 60 * 512 + Target::kGrowth, QByteArray::number(grown).constData());
}

void ExhaustionTest::endlessSmallRequests()
{
    for (int i = 0; i < 3000; ++i) {
        const PlainSocket client(m_target.port());
        client.send(i % 2 == 0 ? m_target.ping("1", "Connection: close\r\n") : "GET / HTTP/1.1\r\n\r\n"_ba);
        QCOMPARE(statusOf(client.readAll()), i % 2 == 0 ? 200 : 400);
    }
}

void ExhaustionTest::twoHundredListens()
{
    for (int round = 0; round < 3; ++round) {
        Sockets sockets = connectMany(m_target.port(), 200);
        int open = 0;
        int refused = 0;
        for (const PlainSocket &socket : sockets) {
            socket.send(listen()); // by now the oldest that said nothing may have had to go
            const int status = statusOf(socket.readUntil("\r\n\r\n"));
            open += status == 200 ? 1 : 0;
            refused += status == 429 ? 1 : 0;
        }
        QCOMPARE(open, kListens);
        QVERIFY2(refused >= 200 - kListens - 128, QByteArray::number(refused).constData());
        QVERIFY(m_target.stillServes());
        QVERIFY(m_target.descriptors() <= m_descriptors + kConnections + kUpstream);
        for (std::size_t i = 0; i < sockets.size(); ++i)
            leave(sockets[i], static_cast<int>(i));
        sockets.clear();
        QTRY_VERIFY(m_target.descriptors() <= m_descriptors + kUpstream); // all 32 can be had again
    }
}

void ExhaustionTest::leavingAtEveryByteOfAStream()
{
    const PlainSocket model(m_target.port());
    model.send(listen());
    const qsizetype whole = model.readUntil(kEventEnd).size();
    QVERIFY(whole > 300);
    for (qsizetype size = 0; size <= whole; ++size) {
        PlainSocket client(m_target.port());
        client.send(listen());
        QCOMPARE(client.read(size).size(), size);
        leave(client, static_cast<int>(size));
        if (size % 50 == 0)
            QVERIFY(m_target.stillServes());
    }
}

// A little may wait behind a stream; too much would hide that the client has left.
void ExhaustionTest::sendingBehindAStream()
{
    Sockets sockets = connectMany(m_target.port(), 20);
    const QByteArray more = m_target.ping("behind").repeated(20'000);
    for (const PlainSocket &socket : sockets) {
        socket.send(listen());
        QVERIFY(socket.readUntil(kEventEnd).contains("acknowledged"));
        qsizetype sent = 0;
        while (const qsizetype taken = socket.sendWhatFits(more.sliced(sent)))
            sent += taken;
        QVERIFY(!socket.readAll().contains("behind"));
    }
    QVERIFY(m_target.stillServes());
    const qint64 grown = m_target.residentMemory() - m_memory;
    QVERIFY2(grown < 20 * 256 + Target::kGrowth, QByteArray::number(grown).constData());
}

QTEST_GUILESS_MAIN(ExhaustionTest)
#include "tst_exhaustion.moc"
