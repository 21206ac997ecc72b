// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/queueinggate.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using namespace tokensmith;
using namespace tokensmith::clients;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Verdict = ApprovalAnswer::Verdict;

namespace {

/** A question under way, and its answer once there is one. */
class Question
{
public:
    Question(ApprovalGate &gate, const QString &client = u"a"_s, const QString &tool = u"create_token"_s)
    {
        ApprovalRequest request{.client = client, .tool = tool, .callClass = CallClass::Create};
        m_task = gate.ask(std::move(request), m_client.token()).then([state = m_answer](const ApprovalAnswer &given) {
            *state = given;
        });
    }

    void hangUp() { m_client.cancel(); }
    /** Answers travel through the event loop. */
    [[nodiscard]] bool isOpen() const
    {
        QCoreApplication::processEvents();
        return !m_answer->has_value();
    }
    [[nodiscard]] Verdict verdict() const { return isOpen() ? Verdict{-1} : (*m_answer)->verdict; }

private:
    base::CancelSource m_client;
    std::shared_ptr<std::optional<ApprovalAnswer>> m_answer = std::make_shared<std::optional<ApprovalAnswer>>();
    QCoro::Task<> m_task;
};

qint64 residentBytes()
{
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace

class QueueingGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_gate = std::make_unique<QueueingGate>(m_clock, QueueingGate::Limits{.lookEvery = 1ms}); }
    void cleanup();
    void waitsForAPerson();
    void deniesWhatNobodyAnswers();
    void aClientThatHangsUpClosesItsRequest();
    void lockingClosesAll();
    void closesOneClientOnly();
    void capsEachClientAndAll();
    void remembersForTenMinutes();
    void neverRemembersASecretInTheAnswer();
    void refusalsAreNotRemembered();
    void tenThousandLeaveNothingBehind();
    void withoutAWindowNobodyIsAsked();
    void everyRefusalHasWords();

private:
    [[nodiscard]] quint64 onlyId() const { return m_gate->waiting().front().id; }

    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<QueueingGate> m_gate;
};

void QueueingGateTest::cleanup()
{
    m_gate->closeAll({});
    QCoreApplication::processEvents(); // tasks end before what they use
}

void QueueingGateTest::waitsForAPerson()
{
    QSignalSpy added(m_gate.get(), &QueueingGate::added);
    QSignalSpy removed(m_gate.get(), &QueueingGate::removed);
    const Question question(*m_gate);
    QVERIFY(question.isOpen());
    QCOMPARE(added.size(), 1);
    const WaitingApproval waiting = m_gate->waiting().front();
    QCOMPARE(waiting.request.client, u"a"_s);
    QCOMPARE(waiting.until, m_clock.now().addSecs(120));
    m_gate->answer(waiting.id + 1, {.verdict = Verdict::Approved}); // another's answer
    QVERIFY(question.isOpen());
    m_gate->answer(waiting.id, {.verdict = Verdict::Approved});
    QCOMPARE(question.verdict(), Verdict::Approved);
    QVERIFY(!question.isOpen());
    QCOMPARE(removed.size(), 1);
    m_gate->answer(waiting.id, {.verdict = Verdict::Denied}); // too late
    QCOMPARE(question.verdict(), Verdict::Approved);
    const Question again(*m_gate); // one yes is for one call
    QVERIFY(again.isOpen());
}

void QueueingGateTest::deniesWhatNobodyAnswers()
{
    const Question first(*m_gate);
    m_clock.advance(60s);
    m_gate->setPatience(30s);
    const Question second(*m_gate);
    m_clock.advance(29s);
    QCoreApplication::processEvents();
    QVERIFY(first.isOpen());
    QVERIFY(second.isOpen());
    m_clock.advance(1s);
    QTRY_VERIFY(!second.isOpen());
    QCOMPARE(second.verdict(), Verdict::TimedOut);
    QVERIFY(first.isOpen());
    m_clock.advance(30s);
    QTRY_COMPARE(first.verdict(), Verdict::TimedOut);
}

void QueueingGateTest::aClientThatHangsUpClosesItsRequest()
{
    Question question(*m_gate);
    const Question other(*m_gate);
    question.hangUp();
    QCOMPARE(question.verdict(), Verdict::Closed);
    QVERIFY(other.isOpen());
    QCOMPARE(m_gate->waiting().size(), 1U);
}

void QueueingGateTest::lockingClosesAll()
{
    const Question first(*m_gate);
    m_gate->answer(onlyId(), {.verdict = Verdict::Approved}, QueueingGate::Remember::TenMinutes);
    const Question second(*m_gate, u"a"_s, u"roll_token"_s);
    const Question third(*m_gate, u"b"_s);
    m_gate->closeAll(u"Locked."_s);
    QCOMPARE(second.verdict(), Verdict::Closed);
    QCOMPARE(third.verdict(), Verdict::Closed);
    const Question after(*m_gate);
    QVERIFY(after.isOpen()); // what was remembered is forgotten
}

void QueueingGateTest::closesOneClientOnly()
{
    const Question first(*m_gate);
    m_gate->answer(onlyId(), {.verdict = Verdict::Approved}, QueueingGate::Remember::TenMinutes);
    const Question mine(*m_gate, u"a"_s, u"roll_token"_s);
    const Question others(*m_gate, u"b"_s);
    m_gate->closeOf(u"a"_s, u"Paused."_s);
    QCOMPARE(mine.verdict(), Verdict::Closed);
    QVERIFY(others.isOpen());
    const Question after(*m_gate);
    QVERIFY(after.isOpen());
}

void QueueingGateTest::capsEachClientAndAll()
{
    QueueingGate gate(m_clock, {.mostPerClient = 2, .most = 3});
    const Question a1(gate);
    const Question a2(gate);
    const Question a3(gate);
    QVERIFY(a2.isOpen());
    QCOMPARE(a3.verdict(), Verdict::TooMany);
    const Question b1(gate, u"b"_s);
    const Question b2(gate, u"b"_s);
    QVERIFY(b1.isOpen());
    QCOMPARE(b2.verdict(), Verdict::TooMany);
    gate.closeAll({});
    QVERIFY(!a2.isOpen());
    QVERIFY(!b1.isOpen());
}

void QueueingGateTest::remembersForTenMinutes()
{
    const Question first(*m_gate);
    m_gate->answer(onlyId(), {.verdict = Verdict::Approved}, QueueingGate::Remember::TenMinutes);
    m_clock.advance(599s);
    const Question second(*m_gate);
    QCOMPARE(second.verdict(), Verdict::Approved);
    QVERIFY(!second.isOpen());
    const Question otherTool(*m_gate, u"a"_s, u"revoke_token"_s);
    const Question otherClient(*m_gate, u"b"_s);
    QVERIFY(otherTool.isOpen());
    QVERIFY(otherClient.isOpen());
    m_clock.advance(1s);
    const Question third(*m_gate);
    QVERIFY(third.isOpen());
    m_clock.advance(-3600s);
    const Question fourth(*m_gate);
    QVERIFY(fourth.isOpen());
}

void QueueingGateTest::neverRemembersASecretInTheAnswer()
{
    const Question first(*m_gate);
    m_gate->answer(onlyId(), {.verdict = Verdict::ApprovedInline}, QueueingGate::Remember::TenMinutes);
    QCOMPARE(first.verdict(), Verdict::ApprovedInline);
    const Question second(*m_gate);
    QVERIFY(!second.isOpen());
    QCOMPARE(second.verdict(), Verdict::Approved);
}

void QueueingGateTest::refusalsAreNotRemembered()
{
    const Question first(*m_gate);
    m_gate->answer(onlyId(), {.verdict = Verdict::Denied}, QueueingGate::Remember::TenMinutes);
    QCOMPARE(first.verdict(), Verdict::Denied);
    const Question second(*m_gate);
    QVERIFY(second.isOpen());
}

void QueueingGateTest::tenThousandLeaveNothingBehind()
{
    const auto flood = [this](int rounds) {
        for (int i = 0; i < rounds; ++i) {
            std::list<Question> questions;
            for (int q = 0; q < 20; ++q)
                questions.emplace_back(*m_gate, u"client %1"_s.arg(q % 3), u"tool %1"_s.arg(i));
            QVERIFY(m_gate->waiting().size() <= 20U);
            questions.front().hangUp();
            m_gate->answer(m_gate->waiting().back().id, {.verdict = Verdict::Denied});
            m_gate->closeAll({});
            for (const Question &one : questions)
                QVERIFY(!one.isOpen());
        }
    };
    flood(50); // the allocator warms up
    const qint64 before = residentBytes();
    flood(500);
    const qint64 grown = residentBytes() - before;
    QVERIFY(m_gate->waiting().empty());
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed
    QVERIFY2(grown < 512 * 1024, qPrintable(QString::number(grown)));
#else
    Q_UNUSED(grown)
#endif
}

void QueueingGateTest::withoutAWindowNobodyIsAsked()
{
    DenyingGate gate;
    const Question question(gate);
    QCOMPARE(question.verdict(), Verdict::Unavailable);
}

void QueueingGateTest::everyRefusalHasWords()
{
    const ApprovalRequest request{.client = u"ci"_s, .tool = u"create_token"_s, .callClass = CallClass::Create};
    for (const Verdict verdict :
         {Verdict::Denied, Verdict::TimedOut, Verdict::TooMany, Verdict::Closed, Verdict::Unavailable}) {
        const ApprovalAnswer answer{.verdict = verdict, .reason = u"Because."_s};
        QVERIFY(!isApproved(answer));
        QVERIFY(errorFor(answer, request).message.endsWith(u"Because."_s));
        QVERIFY(errorFor(answer, request).code != base::Error::Code::Internal);
    }
    QVERIFY(isApproved({.verdict = Verdict::Approved}));
    QVERIFY(isApproved({.verdict = Verdict::ApprovedInline}));
    DenyingGate gate;
    const ApprovalAnswer none = test::await(gate.ask(request, {}));
    QVERIFY(errorFor(none, request).message.contains(u"MCP_API_KEY"_s)); // how to allow it
}

QTEST_GUILESS_MAIN(QueueingGateTest)
#include "tst_queueinggate.moc"
