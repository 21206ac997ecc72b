// SPDX-License-Identifier: GPL-3.0-or-later
// What CallGuard::onEnded is told of each call, and that nothing secret is in it.
#include "core/clients/queueinggate.h"
#include "core/mcp/askedcalls.h"
#include "core/mcp/dispatcher.h"
#include "core/mcp/shownarguments.h"
#include "core/tokens/allowlist.h"
#include "tests/mcp/sampletools.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;
using clients::ApprovalAnswer;
using Outcome = EndedCall::Outcome;
using Verdict = ApprovalAnswer::Verdict;

namespace {

const QString kSecret = u"cfut_0123456789abcdefghijklmnopqrstuvwxyzABCD"_s;

base::Async<QJsonObject> make(CallContext, QJsonObject)
{
    co_return QJsonObject{{u"id"_s, u"new-id"_s}, {u"name"_s, u"made"_s}, {u"secret"_s, kSecret}};
}

base::Async<QJsonObject> fail(CallContext, QJsonObject)
{
    co_return base::fail({.code = base::Error::Code::NotFound, .message = u"Gone."_s, .cfRay = u"ray-SBX"_s});
}

base::Async<QJsonObject> leaveOut(CallContext, QJsonObject)
{
    const QString field = tokens::kAllowListField;
    co_return base::fail({.code = base::Error::Code::PermissionDenied, .message = u"Not here."_s, .field = field});
}

base::Async<QJsonObject> raise(CallContext, QJsonObject)
{
    throw std::runtime_error("cfut_0123456789abcdefghijklmnopqrstuvwxyzABCD");
    co_return QJsonObject();
}

Tool toolOf(const QString &name, ToolClass toolClass, Tool::Handler handler)
{
    Tool tool = test::sampleTool(name, std::move(handler));
    tool.toolClass = toolClass;
    const QJsonObject text{{u"type"_s, u"string"_s}};
    QJsonObject secret = text;
    secret.insert(u"writeOnly"_s, true);
    tool.inputSchema = {{u"type"_s, u"object"_s},
                        {u"properties"_s, QJsonObject{{u"name"_s, text},
                                                      {u"tokenId"_s, text},
                                                      {u"proof"_s, secret},
                                                      {u"password"_s, text},
                                                      {u"list"_s, QJsonObject{{u"type"_s, u"array"_s}}}}},
                        {u"additionalProperties"_s, false}};
    return tool;
}

} // namespace

class CallNoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyEndIsToldOnce_data();
    void everyEndIsToldOnce();
    void saysWhatAPersonSaid_data();
    void saysWhatAPersonSaid();
    void anAnswerAfterTheHandleIsToldToo();
    void knowsTheTokenThatWasMade();
    void hidesSecrets();
    void tellsOfUnknownTools();

private:
    void call(const QByteArray &tool, const QByteArray &arguments = "{}", const QString &client = u"ci"_s) const;

    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<clients::CallLimiter> m_limiter;
    std::unique_ptr<clients::QueueingGate> m_gate;
    std::unique_ptr<AskedCalls> m_asked;
    std::unique_ptr<Dispatcher> m_dispatcher;
    clients::ClientPolicy m_policy;
    AskedCalls::Times m_times;
    std::vector<EndedCall> m_ended;
};

void CallNoteTest::init()
{
    m_ended.clear();
    m_dispatcher.reset();
    m_policy = clients::ClientPolicy::unlimited();
    m_limiter = std::make_unique<clients::CallLimiter>(m_clock, 2);
    m_gate = std::make_unique<clients::QueueingGate>(m_clock, clients::QueueingGate::Limits());
    m_asked = std::make_unique<AskedCalls>(AskedCalls::Parts{.gate = *m_gate, .clock = m_clock, .times = m_times});
    auto registry =
        ToolRegistry::create({toolOf(u"read"_s, ToolClass::Read, test::echo),
                              toolOf(u"create"_s, ToolClass::Create, make), toolOf(u"fail"_s, ToolClass::Read, fail),
                              toolOf(u"out"_s, ToolClass::Read, leaveOut), toolOf(u"raise"_s, ToolClass::Read, raise)});
    QVERIFY(registry.has_value());
    CallGuard guard{.limiter = m_limiter.get(),
                    .onEnded = [this](const EndedCall &ended) { m_ended.push_back(ended); },
                    .policyOf = [this](const QString &) { return m_policy; },
                    .asked = m_asked.get()};
    m_dispatcher = std::make_unique<Dispatcher>(Features{.tools = *std::move(registry), .guard = std::move(guard)});
}

void CallNoteTest::call(const QByteArray &tool, const QByteArray &arguments, const QString &client) const
{
    const QByteArray body = R"({"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":")" + tool
                            + R"(","arguments":)" + arguments + "}}";
    (void)test::await(m_dispatcher->handle(
        {.body = body, .client = clients::ClientIdentity{.name = client}, .correlationId = "ctm-test"}));
}

void CallNoteTest::everyEndIsToldOnce_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<EndedCall::Outcome>("outcome");
    QTest::addColumn<QString>("message");
    QTest::newRow("done") << QByteArray("read") << QByteArray("{}") << Outcome::Done << QString();
    QTest::newRow("failed") << QByteArray("fail") << QByteArray("{}") << Outcome::Failed << u"Gone."_s;
    QTest::newRow("not allowed") << QByteArray("out") << QByteArray("{}") << Outcome::Refused << u"Not here."_s;
    QTest::newRow("bad arguments") << QByteArray("read") << QByteArray(R"({"name":1})") << Outcome::Failed << u"name"_s;
    QTest::newRow("thrown") << QByteArray("raise") << QByteArray("{}") << Outcome::Failed << u"Internal error"_s;
    QTest::newRow("too many") << QByteArray("create") << QByteArray("{}") << Outcome::Refused << u"Rate limit"_s;
    QTest::newRow("denied class") << QByteArray("create") << QByteArray("{}") << Outcome::Refused
                                  << u"may not create"_s;
}

void CallNoteTest::everyEndIsToldOnce()
{
    QFETCH(QByteArray, tool);
    QFETCH(QByteArray, arguments);
    QFETCH(QString, message);
    if (QByteArray(QTest::currentDataTag()) == "too many") {
        call("create");
        call("create");
        m_ended.clear();
    }
    if (QByteArray(QTest::currentDataTag()) == "denied class")
        m_policy.set(ToolClass::Create, clients::Permission::Deny);
    call(tool, arguments);
    QCOMPARE(m_ended.size(), 1U);
    const EndedCall &ended = m_ended.front();
    QTEST(ended.outcome, "outcome");
    QCOMPARE(ended.tool, QString::fromLatin1(tool));
    QCOMPARE(ended.context.client.name, u"ci"_s);
    QCOMPARE(ended.context.correlationId, QByteArray("ctm-test"));
    QCOMPARE(ended.error.has_value(), !message.isEmpty());
    if (ended.error)
        QVERIFY2(ended.error->message.contains(message), qPrintable(ended.error->message));
    QVERIFY(ended.took >= std::chrono::milliseconds(0) && ended.took < std::chrono::seconds(60));
    QVERIFY(!ended.verdict);
}

void CallNoteTest::saysWhatAPersonSaid_data()
{
    QTest::addColumn<ApprovalAnswer::Verdict>("verdict");
    QTest::addColumn<EndedCall::Outcome>("outcome");
    QTest::newRow("yes") << Verdict::Approved << Outcome::Done;
    QTest::newRow("yes, inline") << Verdict::ApprovedInline << Outcome::Done;
    QTest::newRow("no") << Verdict::Denied << Outcome::Refused;
    QTest::newRow("nothing") << Verdict::TimedOut << Outcome::Refused;
}

void CallNoteTest::saysWhatAPersonSaid()
{
    QFETCH(ApprovalAnswer::Verdict, verdict);
    m_policy.set(ToolClass::Create, clients::Permission::Ask);
    const auto answer = [this, verdict](quint64 id) { m_gate->answer(id, {.verdict = verdict}); };
    connect(m_gate.get(), &clients::QueueingGate::added, m_gate.get(),
            [this, answer](quint64 id) { QTimer::singleShot(30, m_gate.get(), [answer, id] { answer(id); }); });
    call("create");
    QCOMPARE(m_ended.size(), 1U);
    const EndedCall &ended = m_ended.front();
    QTEST(ended.outcome, "outcome");
    QCOMPARE(ended.verdict, std::optional(verdict));
    QVERIFY2(ended.waited >= std::chrono::milliseconds(25), qPrintable(QString::number(ended.waited.count())));
    QVERIFY(ended.took < ended.waited + std::chrono::seconds(1));
    QVERIFY(!ended.effect.isEmpty());
}

/** The client has its handle long since; what is told is the end of the call itself. */
void CallNoteTest::anAnswerAfterTheHandleIsToldToo()
{
    m_times.holdFor = std::chrono::seconds(0);
    init();
    m_policy.set(ToolClass::Create, clients::Permission::Ask);
    call("create");
    QVERIFY(m_ended.empty());
    QCOMPARE(m_gate->waiting().size(), 1U);
    m_gate->answer(m_gate->waiting().front().id, {.verdict = Verdict::Approved});
    QTRY_COMPARE(m_ended.size(), 1U);
    QCOMPARE(m_ended.front().outcome, Outcome::Done);
    QCOMPARE(m_ended.front().verdict, std::optional(Verdict::Approved));
    QCOMPARE(m_ended.front().tokenId, u"new-id"_s);
    m_times = {};
}

void CallNoteTest::knowsTheTokenThatWasMade()
{
    call("create", R"({"name":"asked"})");
    QCOMPARE(m_ended.front().tokenId, u"new-id"_s);
    QCOMPARE(m_ended.front().tokenName, u"asked"_s);
    QCOMPARE(m_ended.front().callClass, std::optional(ToolClass::Create));
}

void CallNoteTest::hidesSecrets()
{
    const QByteArray secret = kSecret.toUtf8();
    call("read", R"({"name":"plain","proof":"hunter2","password":"hunter2","list":["a",")" + secret + R"("]})");
    call("read", R"({"proof":["hunter2"],"prof":"hunter2","name":")" + secret + R"("})");
    call("create", R"({"name":")" + secret + R"("})");
    QCOMPARE(m_ended.size(), 3U);
    QCOMPARE(m_ended.front().arguments["name"_L1].toString(), u"plain"_s);
    QCOMPARE(m_ended.front().arguments["list"_L1].toArray().first().toString(), u"a"_s);
    for (const EndedCall &ended : m_ended) {
        const QByteArray told = QJsonDocument(ended.arguments).toJson() + ended.tokenName.toUtf8()
                                + ended.tokenId.toUtf8() + (ended.error ? ended.error->message.toUtf8() : QByteArray());
        QVERIFY2(!told.contains("hunter2") && !told.contains(secret), told.constData());
    }
}

void CallNoteTest::tellsOfUnknownTools()
{
    call("nope", R"({"token":"hunter2"})");
    call(kSecret.toUtf8());
    QCOMPARE(m_ended.size(), 2U);
    QCOMPARE(m_ended.front().tool, u"nope"_s);
    QVERIFY(!m_ended.front().callClass);
    QVERIFY(m_ended.front().arguments.isEmpty());
    QVERIFY(!m_ended.back().tool.contains(kSecret));
    QVERIFY(!m_ended.back().error->message.contains(kSecret));
}

QTEST_GUILESS_MAIN(CallNoteTest)
#include "tst_callnote.moc"
