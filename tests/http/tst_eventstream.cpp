// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that are answered with events, through the endpoint.
#include "core/http/eventstream.h"
#include "core/http/mcpendpoint.h"
#include "tests/support/gate.h"
#include "tests/support/rawclient.h"

#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace tokensmith;
using namespace tokensmith::http;
using namespace tokensmith::test;
using namespace std::chrono_literals;

namespace {

const QByteArray kKey = "the-key-of-the-tester";

/** An endpoint whose calls wait at the gate and answer `answer`. */
struct Fixture
{
    explicit Fixture(HttpLimits limits = {})
        : endpoint({.keys = keys,
                    .mcp = [this](McpExchange exchange) { return call(this, std::move(exchange)); },
                    .health = {},
                    .templates = {}},
                   limits)
    {
        isReady = keys.add(QStringLiteral("tester"), base::Secret(kKey));
        port = endpoint.listen(0).value_or(0);
    }

    static QCoro::Task<McpAnswer> call(Fixture *fixture, McpExchange exchange)
    {
        fixture->seen = exchange;
        co_await fixture->gate.opened();
        co_return std::as_const(fixture->answer);
    }

    QByteArray request(const QByteArray &accept) const
    {
        return "POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\nX-API-Key: " + kKey
               + "\r\nContent-Type: application/json\r\n" + accept + "Content-Length: 2\r\n\r\n{}";
    }

    clients::ClientKeys keys;
    Gate gate;
    std::optional<McpExchange> seen;
    McpAnswer answer{.body = "{\"ok\":true}"};
    McpEndpoint endpoint;
    quint16 port = 0;
    bool isReady = false;
};

/** As QTRY_VERIFY, without its pauses. */
template <typename Condition>
bool soon(const Condition &isMet)
{
    QDeadlineTimer patience(5000);
    while (!isMet() && !patience.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    return isMet();
}

const QByteArray kBoth = "Accept: application/json, text/event-stream\r\n";

} // namespace

class EventStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void accept_data();
    void accept();
    void sendsEventsThenTheAnswer();
    void manyLinesAreOneEvent();
    void answersWholeIfNothingWasSent();
    void mayEndWithoutALastEvent();
    void keepsALongCallAlive();
    void staysQuietWithoutEvents();
    void hangingUpCancels();
    void leavingAtEveryByte();
};

void EventStreamTest::accept_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("both") << kBoth << true;
    QTest::newRow("events only, any case") << QByteArray("accept: Text/Event-Stream\r\n") << true;
    QTest::newRow("with a weight") << QByteArray("Accept: application/json;q=1,text/event-stream ;q=0.5\r\n") << true;
    QTest::newRow("in a second header") << QByteArray("Accept: application/json\r\nAccept: text/event-stream\r\n")
                                        << true;
    QTest::newRow("JSON only") << QByteArray("Accept: application/json\r\n") << false;
    QTest::newRow("anything") << QByteArray("Accept: */*\r\n") << false;
    QTest::newRow("any text") << QByteArray("Accept: text/*\r\n") << false;
    QTest::newRow("nothing said") << QByteArray() << false;
    QTest::newRow("empty") << QByteArray("Accept: \r\n") << false;
    QTest::newRow("commas") << QByteArray("Accept: ,,\r\n") << false;
    QTest::newRow("a longer name") << QByteArray("Accept: text/event-streams\r\n") << false;
}

void EventStreamTest::accept()
{
    QFETCH(QByteArray, accept);
    QFETCH(bool, isAccepted);
    Fixture f;
    QVERIFY(f.isReady);
    f.gate.open();
    RawClient client(f.port);
    const auto reply = client.ask(f.request(accept));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(f.seen->events != nullptr, isAccepted);
}

void EventStreamTest::sendsEventsThenTheAnswer()
{
    Fixture f;
    RawClient client(f.port);
    client.send(f.request(kBoth));
    QTRY_COMPARE(f.gate.waitingCount(), 1);
    QVERIFY(!f.seen->events->hasBegun());
    QVERIFY(client.unread().isEmpty());
    f.seen->events->send("{\"n\":1}");
    const QByteArray one = "event: message\ndata: {\"n\":1}\n\n";
    QTRY_VERIFY(client.unread().endsWith("\r\n\r\n1e\r\n" + one + "\r\n"));
    QVERIFY(client.unread().startsWith("HTTP/1.1 200 OK\r\n"));
    for (const char *header : {"\r\nContent-Type: text/event-stream\r\n", "\r\nX-Accel-Buffering: no\r\n",
                               "\r\nCache-Control: no-store, no-transform\r\n", "\r\nX-Correlation-ID: "})
        QVERIFY2(client.unread().contains(header), header);
    f.gate.open();
    QTRY_VERIFY(client.unread().endsWith("event: message\ndata: {\"ok\":true}\n\n\r\n0\r\n\r\n"));
    f.seen->events->send("too late");
    const qsizetype before = client.unread().size();
    client.send(f.request(kBoth));
    QTRY_VERIFY(client.unread().mid(before).endsWith("\r\n\r\n{\"ok\":true}"));
    QVERIFY(!client.unread().contains("too late"));
}

void EventStreamTest::manyLinesAreOneEvent()
{
    Fixture f;
    RawClient client(f.port);
    client.send(f.request(kBoth));
    QTRY_COMPARE(f.gate.waitingCount(), 1);
    f.seen->events->send("a\nb\r\nc\rd");
    QTRY_VERIFY(client.unread().contains("event: message\ndata: a\ndata: b\ndata: c\ndata: d\n\n"));
    f.gate.open();
}

void EventStreamTest::answersWholeIfNothingWasSent()
{
    Fixture f;
    RawClient client(f.port);
    client.send(f.request(kBoth));
    QTRY_COMPARE(f.gate.waitingCount(), 1);
    f.gate.open();
    const auto reply = client.read();
    QVERIFY(reply);
    QCOMPARE(reply->header("Content-Type"), "application/json");
    QCOMPARE(reply->body, "{\"ok\":true}");
}

void EventStreamTest::mayEndWithoutALastEvent()
{
    Fixture f;
    f.answer = {.status = 202};
    RawClient client(f.port);
    client.send(f.request(kBoth));
    QTRY_COMPARE(f.gate.waitingCount(), 1);
    f.seen->events->send("1");
    f.gate.open();
    QTRY_VERIFY(client.unread().endsWith("data: 1\n\n\r\n0\r\n\r\n"));
}

void EventStreamTest::keepsALongCallAlive()
{
    Fixture f({.streamAfter = 200ms, .commentEvery = 100ms});
    RawClient client(f.port);
    client.send(f.request(kBoth));
    QTRY_VERIFY(client.unread().count(": keep-alive\n\n") >= 3);
    QVERIFY(client.unread().startsWith("HTTP/1.1 200 OK\r\n"));
    f.gate.open();
    QTRY_VERIFY(client.unread().endsWith("data: {\"ok\":true}\n\n\r\n0\r\n\r\n"));
}

void EventStreamTest::staysQuietWithoutEvents()
{
    StreamKeeper keeper({.first = 100ms, .every = 100ms});
    QVERIFY(keeper.isAtRest());

    Fixture f({.streamAfter = 50ms, .commentEvery = 50ms});
    RawClient json(f.port);
    json.send(f.request("Accept: application/json\r\n"));
    RawClient events(f.port);
    events.send(f.request(kBoth));
    QTRY_VERIFY(events.unread().count(": keep-alive\n\n") >= 2);
    QVERIFY(json.unread().isEmpty());
    auto stream = f.seen->events;
    f.gate.open();
    QVERIFY(json.read());

    f.seen.reset();
    keeper.watch(stream);
    QVERIFY(!keeper.isAtRest());
    stream.reset();
    QTRY_VERIFY(keeper.isAtRest());
}

void EventStreamTest::hangingUpCancels()
{
    Fixture f;
    RawClient client(f.port);
    client.send(f.request(kBoth));
    QTRY_COMPARE(f.gate.waitingCount(), 1);
    f.seen->events->send("1");
    QTRY_VERIFY(client.unread().contains("data: 1\n\n"));
    client.hangUp();
    QTRY_VERIFY(f.seen->cancel.isCancelled());
    f.seen->events->send("2");
    f.gate.open();
    QTRY_COMPARE(f.endpoint.inFlightCount(), 0);
}

void EventStreamTest::leavingAtEveryByte()
{
    Fixture f;
    for (qsizetype taken = 0; taken < 500; ++taken) {
        f.seen.reset();
        RawClient client(f.port);
        client.send(f.request(kBoth));
        QVERIFY(soon([&] { return f.seen.has_value(); }));
        const base::CancelToken cancel = f.seen->cancel;
        while (client.socket().bytesAvailable() < taken) {
            const qsizetype before = client.socket().bytesAvailable();
            f.seen->events->send("{\"n\":1}");
            QVERIFY(soon([&] { return client.socket().bytesAvailable() > before; }));
        }
        QCOMPARE(client.socket().read(taken).size(), taken);
        f.seen->events->send("on its way while the client leaves");
        client.hangUp();
        QVERIFY(soon([&] { return cancel.isCancelled(); }));
        f.seen->events->keepAlive();
    }
    f.gate.open();
    QCOMPARE(f.endpoint.inFlightCount(), 0);
    RawClient client(f.port);
    const auto reply = client.ask(f.request(kBoth));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
}

QTEST_GUILESS_MAIN(EventStreamTest)
#include "tst_eventstream.moc"
