// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mcp/protocolbench.h"

#include <QTest>

#include <list>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using mcp::Change;
using test::OpenCall;
using test::ProtocolBench;

class SubscriptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledges_data();
    void acknowledges();
    void tellsWhatWasAskedFor();
    void tellsOneClient();
    void endsWithTheServer();
    void endsForAKeyThatIsShutOut();
    void endsWithTheClient();
    void endsWhileItTells();
    void refuses_data();
    void refuses();
    void needsAStream();
    void hasALimit();
    void agreesToNothingWithoutAFeed();

private:
    [[nodiscard]] static mcp::Call listen(const ProtocolBench &bench, const QByteArray &filter,
                                          const QByteArray &id = "0")
    {
        return bench.call(ProtocolBench::modern("subscriptions/listen", R"("notifications":)" + filter, {}, id),
                          ProtocolBench::modernHeaders("subscriptions/listen"));
    }
};

namespace {

const QByteArray kEverything =
    R"({"toolsListChanged":true,"promptsListChanged":true,"resourcesListChanged":true,"resourceSubscriptions":["a:b"]})";

QJsonObject tagged(const QJsonValue &id)
{
    return {{u"io.modelcontextprotocol/subscriptionId"_s, id}};
}

/** Hangs up at the first message after the acknowledgement, as a connection that breaks does. */
class BrokenStream final : public mcp::MessageStream
{
public:
    void send(const QByteArray &) override
    {
        if (++m_sent == 2)
            client.cancel();
    }

    base::CancelSource client;

private:
    int m_sent = 0;
};

} // namespace

void SubscriptionsTest::acknowledges_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("agreed");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("everything") << kEverything << kEverything << QByteArray("0");
    QTest::newRow("nothing") << QByteArray("{}") << QByteArray("{}") << QByteArray(R"("listen:0")");
    QTest::newRow("false") << QByteArray(R"({"toolsListChanged":false})") << QByteArray("{}") << QByteArray("-1");
    QTest::newRow("unknown") << QByteArray(R"({"weather":true,"toolsListChanged":true})")
                             << QByteArray(R"({"toolsListChanged":true})") << QByteArray("1");
}

void SubscriptionsTest::acknowledges()
{
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, agreed);
    QFETCH(QByteArray, id);
    ProtocolBench bench;
    OpenCall open(bench.dispatcher, listen(bench, asked, id));
    QVERIFY(!open.answer());
    QCOMPARE(bench.stream->methods(), QStringList{u"notifications/subscriptions/acknowledged"_s});
    const QJsonObject expected{{u"_meta"_s, tagged(QJsonDocument::fromJson('[' + id + ']').array().at(0))},
                               {u"notifications"_s, QJsonDocument::fromJson(agreed).object()}};
    QCOMPARE(bench.stream->messages.at(0)["params"_L1].toObject(), expected);
    open.hangUp();
    QTRY_VERIFY(open.answer());
}

void SubscriptionsTest::tellsWhatWasAskedFor()
{
    ProtocolBench bench;
    OpenCall open(bench.dispatcher,
                  listen(bench, R"({"toolsListChanged":true,"resourceSubscriptions":["a:b"]})", R"("L")"));
    bench.stream->messages.clear();
    bench.changes.announce({.kind = Change::Kind::Prompts});
    bench.changes.announce({.kind = Change::Kind::Resources});
    bench.changes.announce({.kind = Change::Kind::Resource, .uri = u"a:c"_s});
    QVERIFY(bench.stream->messages.isEmpty());
    bench.changes.announce({.kind = Change::Kind::Tools});
    bench.changes.announce({.kind = Change::Kind::Resource, .uri = u"a:b"_s});
    QCOMPARE(bench.stream->methods(),
             (QStringList{u"notifications/tools/list_changed"_s, u"notifications/resources/updated"_s}));
    QCOMPARE(bench.stream->messages.at(0)["params"_L1].toObject(), (QJsonObject{{u"_meta"_s, tagged(u"L"_s)}}));
    QCOMPARE(bench.stream->messages.at(1)["params"_L1].toObject(),
             (QJsonObject{{u"_meta"_s, tagged(u"L"_s)}, {u"uri"_s, u"a:b"_s}}));
    open.hangUp();
    QTRY_VERIFY(open.answer());
}

void SubscriptionsTest::tellsOneClient()
{
    ProtocolBench bench;
    OpenCall open(bench.dispatcher, listen(bench, kEverything));
    bench.stream->messages.clear();
    bench.changes.announce({.kind = Change::Kind::Tools, .client = u"other"_s});
    QVERIFY(bench.stream->messages.isEmpty());
    bench.changes.announce({.kind = Change::Kind::Tools, .client = u"tester"_s});
    QCOMPARE(bench.stream->messages.size(), 1);
    open.hangUp();
    QTRY_VERIFY(open.answer());
}

void SubscriptionsTest::endsWithTheServer()
{
    ProtocolBench bench;
    const OpenCall first(bench.dispatcher, listen(bench, kEverything, "1"));
    const OpenCall second(bench.dispatcher, listen(bench, kEverything, "2"));
    bench.dispatcher.closeSubscriptions();
    QTRY_VERIFY(first.answer() && second.answer());
    const QJsonDocument answer = QJsonDocument::fromJson(second.answer()->body);
    QCOMPARE(answer["id"_L1].toInt(), 2);
    QCOMPARE(answer["result"_L1]["resultType"_L1].toString(), u"complete"_s);
    QCOMPARE(answer["result"_L1]["_meta"_L1]["io.modelcontextprotocol/subscriptionId"_L1].toInt(), 2);
    QVERIFY(!answer["result"_L1].toObject().contains("ttlMs"_L1));
    QCOMPARE(test::await(bench.dispatcher.handle(listen(bench, kEverything))).httpStatus, 503);
}

void SubscriptionsTest::endsForAKeyThatIsShutOut()
{
    ProtocolBench bench;
    const OpenCall mine(bench.dispatcher, listen(bench, kEverything));
    mcp::Call call = listen(bench, kEverything, "2");
    call.client = {.name = u"other"_s};
    const OpenCall others(bench.dispatcher, call);
    bench.dispatcher.closeSubscriptionsOf(u"other"_s);
    QTRY_VERIFY(others.answer());
    QVERIFY(!mine.answer());
    bench.dispatcher.closeSubscriptions();
    QTRY_VERIFY(mine.answer());
}

void SubscriptionsTest::endsWithTheClient()
{
    ProtocolBench bench;
    OpenCall open(bench.dispatcher, listen(bench, kEverything));
    open.hangUp();
    QTRY_VERIFY(open.answer());
    QVERIFY(open.answer()->body.isEmpty());
    bench.stream->messages.clear();
    bench.changes.announce({.kind = Change::Kind::Tools});
    QVERIFY(bench.stream->messages.isEmpty());
}

void SubscriptionsTest::endsWhileItTells()
{
    ProtocolBench bench;
    const auto broken = std::make_shared<BrokenStream>();
    mcp::Call call = listen(bench, kEverything);
    call.stream = broken;
    call.cancel = broken->client.token();
    bool ended = false;
    const QCoro::Task<> task = bench.dispatcher.handle(call).then([&ended](const mcp::Answer &) { ended = true; });
    OpenCall whole(bench.dispatcher, listen(bench, kEverything));
    bench.stream->messages.clear();
    bench.changes.announce({.kind = Change::Kind::Tools});
    QTRY_VERIFY(ended);
    QCOMPARE(bench.stream->messages.size(), 1);
    whole.hangUp();
    QTRY_VERIFY(whole.answer());
}

void SubscriptionsTest::refuses_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("flag a number") << QByteArray(R"({"toolsListChanged":1})");
    QTest::newRow("URIs a string") << QByteArray(R"({"resourceSubscriptions":"a:b"})");
    QTest::newRow("a URI a number") << QByteArray(R"({"resourceSubscriptions":[1]})");
    QTest::newRow("many URIs") << R"({"resourceSubscriptions":["a:b")" + QByteArray(R"(,"a:b")").repeated(256) + "]}";
}

void SubscriptionsTest::refuses()
{
    QFETCH(QByteArray, filter);
    ProtocolBench bench;
    const mcp::Answer answer = test::await(bench.dispatcher.handle(listen(bench, filter)));
    QCOMPARE(QJsonDocument::fromJson(answer.body)["error"_L1]["code"_L1].toInt(), -32602);
    QVERIFY(bench.stream->messages.isEmpty());
}

void SubscriptionsTest::needsAStream()
{
    ProtocolBench bench;
    bench.stream.reset();
    const mcp::Answer answer = test::await(bench.dispatcher.handle(listen(bench, "{}")));
    QCOMPARE(answer.httpStatus, 406);
    QVERIFY(QJsonDocument::fromJson(answer.body)["error"_L1]["message"_L1].toString().contains("text/event-stream"_L1));
}

void SubscriptionsTest::hasALimit()
{
    ProtocolBench bench;
    std::list<OpenCall> open;
    const auto listenAs = [&bench](const QString &client) {
        mcp::Call call = listen(bench, "{}");
        call.client.name = client;
        return call;
    };
    for (const QString &client : {u"a"_s, u"b"_s}) {
        for (int one = 0; one < 32; ++one)
            QVERIFY(!open.emplace_back(bench.dispatcher, listenAs(client)).answer());
        QCOMPARE(test::await(bench.dispatcher.handle(listenAs(client))).httpStatus, 429);
    }
    QCOMPARE(test::await(bench.dispatcher.handle(listenAs(u"c"_s))).httpStatus, 429);
    open.front().hangUp();
    QTRY_VERIFY(open.front().answer());
    QVERIFY(!open.emplace_back(bench.dispatcher, listenAs(u"c"_s)).answer());
    bench.dispatcher.closeSubscriptions();
    QTRY_VERIFY(open.back().answer());
}

void SubscriptionsTest::agreesToNothingWithoutAFeed()
{
    ProtocolBench bench;
    mcp::Dispatcher fixed({.tools = mcp::ToolRegistry::create(test::sampleTools()).value()});
    OpenCall open(fixed, listen(bench, kEverything));
    QCOMPARE(bench.stream->messages.at(0)["params"_L1]["notifications"_L1].toObject(), QJsonObject());
    open.hangUp();
    QTRY_VERIFY(open.answer());
}

QTEST_GUILESS_MAIN(SubscriptionsTest)
#include "tst_subscriptions.moc"
