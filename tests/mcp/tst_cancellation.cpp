// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/runningcalls.h"
#include "tests/mcp/protocolbench.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using test::OpenCall;
using test::ProtocolBench;

class CancellationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byNotification_data();
    void byNotification();
    void byHangingUp();
    void modernNotificationDoesNothing();
    void endsAStreamWithoutAnAnswer();
    void keepsASuccess();
    void batchesStopAtAHangUp();
    void findsOneCall();

private:
    [[nodiscard]] static QByteArray wait(const QByteArray &id, const QByteArray &meta = "{}")
    {
        return ProtocolBench::legacy("tools/call", R"({"name":"wait","_meta":)" + meta + '}', id);
    }
    [[nodiscard]] static QByteArray cancelled(const QByteArray &id)
    {
        return R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":)" + id + "}}";
    }
};

namespace {

base::Async<QJsonObject> makeAtGate(mcp::CallContext, test::Gate *gate)
{
    co_await gate->opened();
    co_return QJsonObject{{u"made"_s, true}};
}

} // namespace

void CancellationTest::byNotification_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("named");
    QTest::addColumn<QString>("client");
    QTest::addColumn<bool>("stops");
    const QString tester = u"tester"_s;
    QTest::newRow("number") << QByteArray("7") << QByteArray("7") << tester << true;
    QTest::newRow("zero") << QByteArray("0") << QByteArray("0") << tester << true;
    QTest::newRow("string") << QByteArray(R"("7")") << QByteArray(R"("7")") << tester << true;
    QTest::newRow("number for a string") << QByteArray(R"("7")") << QByteArray("7") << tester << false;
    QTest::newRow("another") << QByteArray("7") << QByteArray("8") << tester << false;
    QTest::newRow("null") << QByteArray("7") << QByteArray("null") << tester << false;
    QTest::newRow("another key's") << QByteArray("7") << QByteArray("7") << u"other"_s << false;
}

void CancellationTest::byNotification()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, named);
    QFETCH(QString, client);
    QFETCH(bool, stops);
    ProtocolBench bench;
    const OpenCall open(bench.dispatcher, bench.call(wait(id)));
    mcp::Call notice = bench.call(cancelled(named));
    notice.client.name = client;
    QCOMPARE(test::await(bench.dispatcher.handle(notice)).httpStatus, 202);
    QCOMPARE(open.answer().has_value(), stops);
    bench.gate.open();
    QVERIFY(open.answer());
    QCOMPARE(bench.wasCancelled, stops);
    QCOMPARE(QJsonDocument::fromJson(open.answer()->body)["error"_L1]["code"_L1].toInt(), stops ? -32000 : 0);
}

void CancellationTest::byHangingUp()
{
    ProtocolBench bench;
    OpenCall legacy(bench.dispatcher, bench.call(wait("1")));
    legacy.hangUp();
    QVERIFY(legacy.answer());
    QVERIFY(bench.wasCancelled);

    ProtocolBench other;
    const QByteArray body = ProtocolBench::modern("tools/call", R"("name":"wait")");
    OpenCall modern(other.dispatcher, other.call(body, ProtocolBench::modernHeaders("tools/call", "wait")));
    QVERIFY(!modern.answer());
    modern.hangUp();
    QVERIFY(modern.answer());
    QVERIFY(other.wasCancelled);
}

void CancellationTest::modernNotificationDoesNothing()
{
    ProtocolBench bench;
    const QByteArray body = ProtocolBench::modern("tools/call", R"("name":"wait")");
    const OpenCall open(bench.dispatcher, bench.call(body, ProtocolBench::modernHeaders("tools/call", "wait")));
    const mcp::Answer answer = bench.send(cancelled("1"), ProtocolBench::modernHeaders("notifications/cancelled"));
    QCOMPARE(answer.httpStatus, 202);
    QVERIFY(!open.answer());
    bench.gate.open();
    QVERIFY(!bench.wasCancelled);
}

void CancellationTest::endsAStreamWithoutAnAnswer()
{
    ProtocolBench bench;
    const OpenCall open(bench.dispatcher, bench.call(wait("1", R"({"progressToken":0})")));
    QCOMPARE(bench.stream->messages.size(), 1);
    QCOMPARE(bench.send(cancelled("1")).httpStatus, 202);
    QVERIFY(open.answer());
    QCOMPARE(open.answer()->httpStatus, 200);
    QVERIFY(open.answer()->body.isEmpty());
}

void CancellationTest::keepsASuccess()
{
    // What was done in spite of it is told: a secret is given only once.
    test::Gate gate;
    std::vector<mcp::Tool> tools{test::sampleTool(
        u"make"_s, [&gate](mcp::CallContext context, QJsonObject) { return makeAtGate(std::move(context), &gate); })};
    mcp::Dispatcher dispatcher({.tools = mcp::ToolRegistry::create(std::move(tools)).value()});
    const QByteArray body = ProtocolBench::legacy("tools/call", R"({"name":"make"})");
    OpenCall open(dispatcher, {.body = body});
    open.hangUp();
    QVERIFY(!open.answer());
    gate.open();
    QVERIFY(open.answer());
    QVERIFY(open.answer()->body.contains(R"("made":true)"));
}

void CancellationTest::batchesStopAtAHangUp()
{
    ProtocolBench bench;
    OpenCall open(bench.dispatcher, bench.call('[' + wait("1") + ',' + wait("2") + ']'));
    QVERIFY(!open.answer());
    open.hangUp();
    QVERIFY(open.answer());
    QCOMPARE(QJsonDocument::fromJson(open.answer()->body).array().size(), 1);
}

void CancellationTest::findsOneCall()
{
    mcp::RunningCalls calls;
    base::CancelSource client;
    const auto first = calls.enter(u"a"_s, 1, client.token());
    {
        const auto twin = calls.enter(u"a"_s, 1, {});
        calls.cancel(u"a"_s, 1);
        QVERIFY(!first->token().isCancelled());
        QVERIFY(!twin->token().isCancelled());
        QCOMPARE(calls.count(), 2);
    }
    QCOMPARE(calls.count(), 1);
    calls.cancel(u"a"_s, 1);
    QVERIFY(first->token().isCancelled());

    const auto gone = calls.enter(u"a"_s, 2, client.token());
    client.cancel();
    QVERIFY(gone->token().isCancelled());
    QVERIFY(calls.enter(u"a"_s, 3, client.token())->token().isCancelled());
}

QTEST_GUILESS_MAIN(CancellationTest)
#include "tst_cancellation.moc"
