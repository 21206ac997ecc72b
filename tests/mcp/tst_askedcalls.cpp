// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/queueinggate.h"
#include "core/mcp/askedcalls.h"
#include "core/mcp/tools/approvaltools.h"
#include "tests/mcp/protocolbench.h"
#include "tests/support/fakeclock.h"

#include <QJsonDocument>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::mcp;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using clients::ApprovalAnswer;
using clients::ClientPolicy;
using clients::Permission;
using clients::QueueingGate;
using Bench = test::ProtocolBench;
using Verdict = ApprovalAnswer::Verdict;

namespace {

enum class Speaks { Legacy, Modern };

Call callOf(Speaks era, const QByteArray &tool, const QByteArray &arguments = "{}", const QString &client = u"a"_s)
{
    const QByteArray params = R"("name":")" + tool + R"(","arguments":)" + arguments;
    Call call{.body = {}, .client = {.name = client}, .correlationId = "ctm-test"};
    switch (era) {
    case Speaks::Legacy:
        call.body = Bench::legacy("tools/call", '{' + params + R"(,"_meta":{"progressToken":0}})");
        break;
    case Speaks::Modern:
        call.body = Bench::modern("tools/call", params, R"("progressToken":0)");
        call.headers = Bench::modernHeaders("tools/call", tool);
        break;
    }
    return call;
}

QJsonObject resultIn(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body)["result"_L1].toObject();
}

} // namespace

/** Policies and approvals around tools that count how often they ran. */
class AskedCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eachClassByEachPolicy_data();
    void eachClassByEachPolicy();
    void aRefusedCallDoesNotRun_data();
    void aRefusedCallDoesNotRun();
    void nothingInTheCallApproves();
    void reportsProgressWhileItWaits();
    void hangingUpClosesTheRequest();
    void afterAWhileThereIsAHandle();
    void aHandleIsForItsKeyAndForOnce();
    void aHandleOutlivesTheCallAndIsForgottenInTheEnd();
    void aPolicyChangedMeanwhileCounts();
    void limitsAreChecked_data();
    void limitsAreChecked();
    void pendingFitsTheSchema();

private:
    [[nodiscard]] Tool tool(const QString &name, ToolClass toolClass);
    void answer(Verdict verdict);
    [[nodiscard]] QString handleFor(const QByteArray &tool);
    [[nodiscard]] QJsonObject approvalOf(const QString &handle, const QString &client = u"a"_s);

    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC)};
    ClientPolicy m_policy;
    int m_runs = 0;
    std::vector<Verdict> m_answers;
    std::optional<CallContext::Secrets> m_secrets;
    std::unique_ptr<QueueingGate> m_gate;
    std::unique_ptr<AskedCalls> m_asked;
    std::unique_ptr<Dispatcher> m_dispatcher;
};

namespace {

base::Async<QJsonObject> count(int *runs, std::optional<CallContext::Secrets> *secrets, CallContext context)
{
    ++*runs;
    *secrets = context.secrets;
    co_return QJsonObject{{u"text"_s, u"ran"_s}};
}

} // namespace

Tool AskedCallsTest::tool(const QString &name, ToolClass toolClass)
{
    Tool one = test::sampleTool(
        name, [this](const CallContext &context, const QJsonObject &) { return count(&m_runs, &m_secrets, context); });
    one.toolClass = toolClass;
    const QJsonObject text{{u"type"_s, u"string"_s}};
    one.inputSchema = {{u"type"_s, u"object"_s},
                       {u"properties"_s, QJsonObject{{u"accountId"_s, text},
                                                     {u"type"_s, text},
                                                     {u"template"_s, text},
                                                     {u"permissions"_s, QJsonObject()},
                                                     {u"expiresIn"_s, text},
                                                     {u"approved"_s, QJsonObject()},
                                                     {u"preview"_s, QJsonObject{{u"type"_s, u"boolean"_s}}}}}};
    one.outputSchema = {{u"type"_s, u"object"_s},
                        {u"properties"_s, QJsonObject{{u"text"_s, text}}},
                        {u"required"_s, QJsonArray{u"text"_s}}};
    return withPending(one);
}

void AskedCallsTest::init()
{
    m_runs = 0;
    m_answers.clear();
    m_secrets.reset();
    m_policy = {};
    m_gate = std::make_unique<QueueingGate>(m_clock, QueueingGate::Limits{.lookEvery = 1ms});
    m_asked = std::make_unique<AskedCalls>(
        AskedCalls::Parts{.gate = *m_gate,
                          .clock = m_clock,
                          .times = {.reportEvery = 1ms},
                          .onAnswer = [this](const clients::ApprovalRequest &, const ApprovalAnswer &given) {
                              m_answers.push_back(given.verdict);
                          }});
    std::vector<Tool> tools{tool(u"read"_s, ToolClass::Read), tool(u"create"_s, ToolClass::Create),
                            tool(u"change"_s, ToolClass::Change), tool(u"revoke"_s, ToolClass::Revoke),
                            getApprovalTool(*m_asked)};
    CallGuard guard{.policyOf = [this](const QString &) { return m_policy; }, .asked = m_asked.get()};
    m_dispatcher = std::make_unique<Dispatcher>(
        Features{.tools = ToolRegistry::create(std::move(tools)).value(), .guard = std::move(guard)});
}

void AskedCallsTest::cleanup()
{
    m_gate->closeAll({});
    QTRY_COMPARE(m_asked->underWay(), 0); // tasks end before what they use
}

void AskedCallsTest::answer(Verdict verdict)
{
    QTRY_COMPARE(m_gate->waiting().size(), 1U);
    m_gate->answer(m_gate->waiting().front().id, {.verdict = verdict});
}

void AskedCallsTest::eachClassByEachPolicy_data()
{
    QTest::addColumn<int>("toolClass");
    QTest::addColumn<int>("permission");
    QTest::addColumn<int>("era");
    for (const ToolClass toolClass : clients::kCallClasses) {
        for (const Permission permission : {Permission::Allow, Permission::Ask, Permission::Deny}) {
            for (const Speaks era : {Speaks::Legacy, Speaks::Modern}) {
                QTest::addRow("%s %d %d", qPrintable(clients::wordFor(toolClass)), static_cast<int>(permission),
                              static_cast<int>(era))
                    << static_cast<int>(toolClass) << static_cast<int>(permission) << static_cast<int>(era);
            }
        }
    }
}

void AskedCallsTest::eachClassByEachPolicy()
{
    QFETCH(int, toolClass);
    QFETCH(int, permission);
    QFETCH(int, era);
    m_policy = ClientPolicy::unlimited();
    m_policy.set(ToolClass{toolClass}, Permission{permission});
    const QByteArray name = clients::wordFor(ToolClass{toolClass}).toUtf8();

    Call list{.body = Bench::legacy("tools/list"), .client = {.name = u"a"_s}};
    if (Speaks{era} == Speaks::Modern) {
        list.body = Bench::modern("tools/list");
        list.headers = Bench::modernHeaders("tools/list");
    }
    const Answer listed = test::await(m_dispatcher->handle(list));
    QCOMPARE(listed.body.contains("\"name\":\"" + name + '"'), Permission{permission} != Permission::Deny);
    QCOMPARE(resultIn(listed)["tools"_L1].toArray().size(), Permission{permission} == Permission::Deny ? 4 : 5);

    const test::OpenCall call(*m_dispatcher, callOf(Speaks{era}, name));
    if (Permission{permission} == Permission::Ask) {
        QTRY_COMPARE(m_gate->waiting().size(), 1U);
        QCOMPARE(m_runs, 0);
        answer(Verdict::Approved);
    }
    QTRY_VERIFY(call.answer());
    QVERIFY(m_gate->waiting().empty());
    const bool runs = Permission{permission} != Permission::Deny;
    QCOMPARE(m_runs, runs ? 1 : 0);
    QCOMPARE(resultIn(*call.answer())["isError"_L1].toBool(), !runs);
}

void AskedCallsTest::aRefusedCallDoesNotRun_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("says");
    QTest::newRow("denied") << static_cast<int>(Verdict::Denied) << u"said no"_s;
    QTest::newRow("timed out") << static_cast<int>(Verdict::TimedOut) << u"in time"_s;
    QTest::newRow("closed") << static_cast<int>(Verdict::Closed) << u"closed"_s;
}

void AskedCallsTest::aRefusedCallDoesNotRun()
{
    QFETCH(int, verdict);
    QFETCH(QString, says);
    const test::OpenCall call(*m_dispatcher, callOf(Speaks::Legacy, "create"));
    answer(Verdict{verdict});
    QTRY_VERIFY(call.answer());
    QCOMPARE(m_runs, 0);
    QVERIFY(resultIn(*call.answer())["isError"_L1].toBool());
    QVERIFY(call.answer()->body.contains(says.toUtf8()));
    QCOMPARE(m_answers, std::vector<Verdict>{Verdict{verdict}});
}

void AskedCallsTest::nothingInTheCallApproves()
{
    Call call = callOf(Speaks::Modern, "create",
                       R"({"approved":true,"preview":false,"permissions":"approve","type":"Approved"})");
    call.body.replace(R"("_meta":{)", R"("_meta":{"tokensmith/approved":true,"approval":"Approved",)");
    call.headers.emplaceBack("X-Approved", "true");
    const test::OpenCall open(*m_dispatcher, call);
    QTRY_COMPARE(m_gate->waiting().size(), 1U);
    // Not by answering, by id or by handle either.
    const QByteArray id = QByteArray::number(m_gate->waiting().front().id);
    const QByteArrayList tries{
        R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":{"action":"accept","approved":true}})",
        Bench::legacy("notifications/approved", R"({"id":)" + id + '}'),
        Bench::legacy("approvals/answer", R"({"id":)" + id + R"(,"verdict":"approved"})"),
        callOf(Speaks::Legacy, "get_approval", R"({"handle":"00000000000000000000000000000000"})").body};
    for (const QByteArray &body : tries)
        QVERIFY(
            !test::await(m_dispatcher->handle({.body = body, .client = {.name = u"a"_s}})).body.contains("\"ran\""));
    QCOMPARE(m_runs, 0);
    QCOMPARE(m_gate->waiting().size(), 1U);
    answer(Verdict::Denied);
    QTRY_VERIFY(open.answer());
    QCOMPARE(m_runs, 0);
}

void AskedCallsTest::reportsProgressWhileItWaits()
{
    Call call = callOf(Speaks::Legacy, "create");
    const auto stream = std::make_shared<test::RecordedStream>();
    call.stream = stream;
    const test::OpenCall open(*m_dispatcher, call);
    QTRY_VERIFY(stream->methods().count(u"notifications/progress"_s) >= 3);
    answer(Verdict::ApprovedInline);
    QTRY_VERIFY(open.answer());
    QCOMPARE(m_secrets, CallContext::Secrets::InlineAndHeld);
}

void AskedCallsTest::hangingUpClosesTheRequest()
{
    test::OpenCall call(*m_dispatcher, callOf(Speaks::Modern, "create"));
    QTRY_COMPARE(m_gate->waiting().size(), 1U);
    call.hangUp();
    QTRY_VERIFY(call.answer());
    QVERIFY(m_gate->waiting().empty());
    QCOMPARE(m_runs, 0);
    QCOMPARE(m_asked->count(), 0);
}

QString AskedCallsTest::handleFor(const QByteArray &tool)
{
    const test::OpenCall call(*m_dispatcher, callOf(Speaks::Legacy, tool));
    if (!QTest::qWaitFor([this] { return m_gate->waiting().size() == 1; }))
        return {};
    m_clock.advance(44s);
    QCoreApplication::processEvents();
    if (call.answer())
        return {};
    m_clock.advance(1s);
    if (!QTest::qWaitFor([&call] { return call.answer().has_value(); }))
        return {};
    return resultIn(*call.answer())["structuredContent"_L1]["approval"_L1]["handle"_L1].toString();
}

QJsonObject AskedCallsTest::approvalOf(const QString &handle, const QString &client)
{
    const QByteArray arguments = R"({"handle":")" + handle.toUtf8() + R"("})";
    const test::OpenCall call(*m_dispatcher, callOf(Speaks::Legacy, "get_approval", arguments, client));
    QCoreApplication::processEvents();
    if (!call.answer())
        m_clock.advance(45s);
    if (!QTest::qWaitFor([&call] { return call.answer().has_value(); }))
        return {};
    return resultIn(*call.answer());
}

void AskedCallsTest::afterAWhileThereIsAHandle()
{
    const QString handle = handleFor("create");
    QCOMPARE(handle.size(), 32);
    QCOMPARE(m_gate->waiting().size(), 1U); // it still waits
    QCOMPARE(approvalOf(handle)["structuredContent"_L1]["status"_L1].toString(), u"pending"_s);
    QCOMPARE(m_runs, 0);
    answer(Verdict::Approved);
    QTRY_COMPARE(m_runs, 1);
    QCOMPARE(m_secrets, CallContext::Secrets::Held);
    const QJsonObject done = approvalOf(handle);
    QCOMPARE(done["structuredContent"_L1]["status"_L1].toString(), u"finished"_s);
    QCOMPARE(done["structuredContent"_L1]["result"_L1]["text"_L1].toString(), u"ran"_s);
    QCOMPARE(m_runs, 1);

    const QString denied = handleFor("revoke");
    answer(Verdict::Denied);
    QVERIFY(approvalOf(denied)["isError"_L1].toBool());
    QCOMPARE(m_runs, 1);
}

void AskedCallsTest::aHandleIsForItsKeyAndForOnce()
{
    const QString handle = handleFor("create");
    answer(Verdict::Approved);
    QTRY_COMPARE(m_runs, 1);
    QVERIFY(approvalOf(handle, u"b"_s)["isError"_L1].toBool());
    QVERIFY(!approvalOf(handle)["isError"_L1].toBool());
    QVERIFY(approvalOf(handle)["isError"_L1].toBool());
    QCOMPARE(m_asked->count(), 0);
    const QString other = handleFor("change");
    m_asked->forget(u"a"_s);
    QVERIFY(approvalOf(other)["isError"_L1].toBool());
    answer(Verdict::Denied);
}

void AskedCallsTest::aHandleOutlivesTheCallAndIsForgottenInTheEnd()
{
    const QString handle = handleFor("create");
    QCOMPARE(m_asked->count(), 1);
    answer(Verdict::Approved);
    QTRY_COMPARE(m_runs, 1);
    m_clock.advance(900s);
    QVERIFY(approvalOf(handle)["isError"_L1].toBool());
    QCOMPARE(m_asked->count(), 0);
}

void AskedCallsTest::aPolicyChangedMeanwhileCounts()
{
    const test::OpenCall call(*m_dispatcher, callOf(Speaks::Legacy, "create"));
    QTRY_COMPARE(m_gate->waiting().size(), 1U);
    m_policy.set(ToolClass::Create, Permission::Deny);
    answer(Verdict::Approved);
    QTRY_VERIFY(call.answer());
    QCOMPARE(m_runs, 0);
    QVERIFY(resultIn(*call.answer())["isError"_L1].toBool());
}

void AskedCallsTest::limitsAreChecked_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("about"); // empty: it runs
    const QByteArray mine(32, 'a');
    const QByteArray good = R"("accountId":")" + mine + R"(","type":"account","template":"dns","expiresIn":"30d")";
    const auto with = [&good](const QByteArray &what, const QByteArray &other) {
        return '{' + QByteArray(good).replace(what, other) + '}';
    };
    QTest::newRow("inside") << '{' + good + '}' << QByteArray();
    QTest::newRow("no account") << QByteArray("{}") << QByteArray("accountId");
    QTest::newRow("another account") << with(mine, QByteArray(32, 'b')) << QByteArray("accountId");
    QTest::newRow("the user's") << with("\"account\"", "\"user\"") << QByteArray("type");
    QTest::newRow("another template") << with("\"dns\"", "\"all\"") << QByteArray("template");
    QTest::newRow("more permissions") << '{' + good + R"(,"permissions":["All"]})" << QByteArray("template");
    QTest::newRow("longer") << with("30d", "31d") << QByteArray("expiresIn");
    QTest::newRow("never") << with("30d", "never") << QByteArray("expiresIn");
    QTest::newRow("left open") << with("30d", "") << QByteArray("expiresIn");
}

void AskedCallsTest::limitsAreChecked()
{
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, about);
    m_policy = ClientPolicy::unlimited();
    m_policy.limits = {.accounts = {QString(32, u'a')}, .templates = {u"dns"_s}, .longestLifetime = u"30d"_s};
    const Answer given = test::await(m_dispatcher->handle(callOf(Speaks::Modern, "create", arguments)));
    QCOMPARE(m_runs, about.isEmpty() ? 1 : 0);
    QCOMPARE(resultIn(given)["isError"_L1].toBool(), !about.isEmpty());
    QVERIFY(given.body.contains(about));
}

void AskedCallsTest::pendingFitsTheSchema()
{
    const QJsonObject output = tool(u"create"_s, ToolClass::Create).outputSchema;
    const auto schema = Schema::compile(output);
    QVERIFY(schema.has_value());
    QVERIFY(schema->validate(QJsonObject{{u"text"_s, u"x"_s}}).has_value());
    QVERIFY(schema->validate(QJsonObject{{u"approval"_s, pendingJson(u"h"_s)}}).has_value());
    QVERIFY(!schema->validate(QJsonObject{}).has_value());
    QCOMPARE(output["type"_L1].toString(), u"object"_s);
}

QTEST_GUILESS_MAIN(AskedCallsTest)
#include "tst_askedcalls.moc"
