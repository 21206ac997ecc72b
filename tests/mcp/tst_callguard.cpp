// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/callguard.h"
#include "core/mcp/dispatcher.h"
#include "core/tokens/allowlist.h"
#include "tests/mcp/sampletools.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QJsonDocument>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;

/** Regressions D1 and D2 of the original: the limit is the configured one, and a refusal is HTTP 429 with headers. */
class CallGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void limitsWhatChanges_data();
    void limitsWhatChanges();
    void readingIsNeverLimited();
    void badArgumentsCostNothing();
    void unknownToolsCostNothing();
    void keysAreApart();
    void tellsWhoWasRefused();
    void tellsWhatTheAllowListRefused();

private:
    [[nodiscard]] Answer call(const QByteArray &tool, const QByteArray &arguments = "{}",
                              const QString &client = u"ci"_s) const;

    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0, 0, 500), Qt::UTC)};
    std::unique_ptr<clients::CallLimiter> m_limiter;
    std::unique_ptr<Dispatcher> m_dispatcher;
    std::vector<RefusedCall> m_refused;
};

void CallGuardTest::init()
{
    m_refused.clear();
    m_limiter = std::make_unique<clients::CallLimiter>(m_clock, 2);
    std::vector<Tool> tools{test::sampleTool(u"read"_s, test::echo), test::sampleTool(u"create"_s, test::echo),
                            test::sampleTool(u"change"_s, test::echo), test::sampleTool(u"revoke"_s, test::echo)};
    tools[1].toolClass = ToolClass::Create;
    tools[2].toolClass = ToolClass::Change;
    tools[3].toolClass = ToolClass::Revoke;
    auto registry = ToolRegistry::create(std::move(tools));
    QVERIFY(registry.has_value());
    CallGuard guard{.limiter = m_limiter.get(), .onRefused = [this](const RefusedCall &r) { m_refused.push_back(r); }};
    m_dispatcher = std::make_unique<Dispatcher>(Features{.tools = *std::move(registry), .guard = std::move(guard)});
}

Answer CallGuardTest::call(const QByteArray &tool, const QByteArray &arguments, const QString &client) const
{
    const QByteArray body = R"({"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":")" + tool
                            + R"(","arguments":)" + arguments + "}}";
    return test::await(m_dispatcher->handle(
        {.body = body, .client = clients::ClientIdentity{.name = client}, .correlationId = "ctm-test"}));
}

void CallGuardTest::limitsWhatChanges_data()
{
    QTest::addColumn<QByteArray>("tool");
    for (const char *tool : {"create", "change", "revoke"})
        QTest::newRow(tool) << QByteArray(tool);
}

void CallGuardTest::limitsWhatChanges()
{
    QFETCH(QByteArray, tool);
    QCOMPARE(call("create").httpStatus, 200);
    QCOMPARE(call("revoke").httpStatus, 200);
    const Answer answer = call(tool);
    QCOMPARE(answer.httpStatus, 429);
    const qint64 reset = m_clock.now().addSecs(60).toSecsSinceEpoch() + 1; // half a second, rounded up
    const Headers expected{
        {"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", QByteArray::number(reset)}, {"Retry-After", "60"}};
    QCOMPARE(answer.headers, expected);
    const QJsonObject reply = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(reply["id"_L1].toInt(), 7);
    QVERIFY(!reply.contains("result"_L1));
    QCOMPARE(reply["error"_L1]["code"_L1].toInt(), -32000);
    QCOMPARE(reply["error"_L1]["message"_L1].toString(), u"Rate limit exceeded. Try again in 60s"_s);
    const QJsonObject data = reply["error"_L1]["data"_L1].toObject();
    QCOMPARE(data["correlationId"_L1].toString(), u"ctm-test"_s);
    QCOMPARE(data["retryAfter"_L1].toInt(), 60);
    QVERIFY(data["explanation"_L1].toString().contains(u"2 times"_s));

    m_clock.advance(std::chrono::seconds(60));
    QCOMPARE(call(tool).httpStatus, 200);
}

void CallGuardTest::readingIsNeverLimited()
{
    for (int i = 0; i < 50; ++i)
        QCOMPARE(call("read").httpStatus, 200);
    QCOMPARE(call("create").httpStatus, 200);
    QCOMPARE(call("create").httpStatus, 200);
    QCOMPARE(call("create").httpStatus, 429);
    QCOMPARE(call("read").httpStatus, 200);
}

void CallGuardTest::badArgumentsCostNothing()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(call("create", R"({"nope":1})").body.contains("Invalid arguments"));
    QCOMPARE(call("create").httpStatus, 200);
}

void CallGuardTest::unknownToolsCostNothing()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(call("nope").body.contains("Unknown tool"));
    QCOMPARE(call("create").httpStatus, 200);
}

void CallGuardTest::keysAreApart()
{
    QCOMPARE(call("create").httpStatus, 200);
    QCOMPARE(call("create").httpStatus, 200);
    QCOMPARE(call("create").httpStatus, 429);
    QCOMPARE(call("create", "{}", u"laptop"_s).httpStatus, 200);
}

void CallGuardTest::tellsWhoWasRefused()
{
    QCOMPARE(call("create").httpStatus, 200);
    QCOMPARE(call("create").httpStatus, 200);
    QVERIFY(m_refused.empty());
    QCOMPARE(call("change", R"({"text":"t"})").httpStatus, 429);
    QCOMPARE(m_refused.size(), size_t(1));
    QCOMPARE(m_refused.front().tool, u"change"_s);
    QCOMPARE(m_refused.front().context.client.name, u"ci"_s);
    QCOMPARE(m_refused.front().context.correlationId, QByteArray("ctm-test"));
    QCOMPARE(m_refused.front().arguments["text"_L1].toString(), u"t"_s);
    QCOMPARE(m_refused.front().error.code, base::Error::Code::RateLimited);
}

void CallGuardTest::tellsWhatTheAllowListRefused()
{
    const mcp::Tool reader = test::sampleTool(u"read"_s, test::echo);
    const CallGuard guard{.onRefused = [this](const RefusedCall &refused) { m_refused.push_back(refused); }};
    base::Error error{.code = base::Error::Code::PermissionDenied, .message = u"no"_s, .field = u"accountId"_s};
    reportDenial(guard, reader, {.tool = reader.name, .error = error});
    QVERIFY(m_refused.empty()); // a bootstrap token of another account, say
    error.field = tokens::kAllowListField;
    reportDenial(guard, reader, {.tool = reader.name, .error = error});
    QCOMPARE(m_refused.size(), size_t(1));
}

QTEST_GUILESS_MAIN(CallGuardTest)
#include "tst_callguard.moc"
