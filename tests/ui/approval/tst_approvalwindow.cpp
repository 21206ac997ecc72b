// SPDX-License-Identifier: GPL-3.0-or-later
// What the approval window does, over a real queue.
#include "tests/ui/approval/approvalfixture.h"
#include "ui/common/badge.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QScrollArea>
#include <QScrollBar>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using clients::ApprovalAnswer;
using clients::ApprovalRequest;
using clients::QueueingGate;
using Verdict = ApprovalAnswer::Verdict;

class ApprovalWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::ApprovalFixture>(); }
    void cleanup() { m.reset(); }
    void opensByItselfWithDenyFocused();
    void approvesByKeyWhenSettled();
    void aYesBeforeItSettledIsNone();
    void aNextRequestHasToSettleAsWell();
    void hasToBeReadToTheEnd();
    void denies_data();
    void denies();
    void goesOnToTheNext();
    void theSecretGoesWhereThePersonSays();
    void startsWhereThePolicySays();
    void remembers();
    void countsDownAndSaysSoThreeTimes();
    void hidesWhenTheRequestGoes();

private:
    void waitForApprove() { QTRY_VERIFY_WITH_TIMEOUT(m->approve()->isEnabled(), 3000); }

    std::unique_ptr<test::ApprovalFixture> m;
};

void ApprovalWindowTest::opensByItselfWithDenyFocused()
{
    QVERIFY(!m->window->isVisible());
    const auto answer = m->ask(test::dnsToken());
    QVERIFY(m->isUp());
    QVERIFY(m->window->isWindow());
    QCOMPARE(m->window->windowModality(), Qt::NonModal);
    QVERIFY(m->isUp());
    QCOMPARE(QApplication::focusWidget(), m->deny());
    QCOMPARE(m->text("approvalTitle"), u"Claude Desktop wants to create a token"_s);
    QCOMPARE(m->window->windowTitle(), m->text("approvalTitle"));
    QCOMPARE(m->text("approvalTool"), u"create_token, 10:24:06. Denied automatically in"_s);
    QCOMPARE(m->text("approvalLeft"), u"2 min 0 s"_s);
    QCOMPARE(m->text("approvalOwner"), u"Account token of Harbour Labs"_s);
    QCOMPARE(m->text("approvalValid"), u"Until 23 Dec 2026, 10:24 (30 days)"_s);
    QCOMPARE(m->text("approvalAddresses"), u"Any"_s);
    QVERIFY(!m->find<QWidget>("approvalCount")->isVisible());
    QCOMPARE(m->find<QWidget>("approvalPermissions")->findChildren<ui::BadgeLabel *>().size(), 2);
    QVERIFY(!answer->has_value());
}

void ApprovalWindowTest::approvesByKeyWhenSettled()
{
    const auto answer = m->ask(test::dnsToken());
    QVERIFY(m->isUp());
    waitForApprove();
    QTest::keyClick(m->window.get(), Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(answer->has_value());
    QCOMPARE((*answer)->verdict, Verdict::Approved);
    QVERIFY(!m->window->isVisible());
}

void ApprovalWindowTest::aYesBeforeItSettledIsNone()
{
    QElapsedTimer since;
    since.start();
    const auto answer = m->ask(test::dnsToken());
    QVERIFY(m->isUp());
    QVERIFY(!m->approve()->isEnabled());
    QTest::keyClick(m->window.get(), Qt::Key_A, Qt::AltModifier);
    QTest::mouseClick(m->approve(), Qt::LeftButton);
    QVERIFY(!answer->has_value());
    waitForApprove();
    QVERIFY2(since.elapsed() >= 790, qPrintable(QString::number(since.elapsed())));
    QVERIFY(!answer->has_value());
}

void ApprovalWindowTest::aNextRequestHasToSettleAsWell()
{
    const auto first = m->ask(test::dnsToken());
    ApprovalRequest other = test::dnsToken();
    other.tool = u"revoke_token"_s;
    const auto second = m->ask(other);
    QVERIFY(m->isUp());
    waitForApprove();
    m->gate.answer(m->gate.waiting().front().id, {.verdict = Verdict::TimedOut}); // as the person reaches for the key
    QVERIFY(!m->approve()->isEnabled());
    QTest::keyClick(m->window.get(), Qt::Key_A, Qt::AltModifier);
    QTRY_COMPARE(m->text("approvalTitle"), u"Claude Desktop wants to revoke a token"_s);
    QVERIFY(!m->approve()->isEnabled());
    QTest::keyClick(m->window.get(), Qt::Key_A, Qt::AltModifier);
    QCoreApplication::processEvents();
    QVERIFY(!second->has_value());
    waitForApprove();
}

void ApprovalWindowTest::hasToBeReadToTheEnd()
{
    const auto answer = m->ask(test::longOne());
    QVERIFY(m->isUp());
    QTRY_COMPARE_WITH_TIMEOUT(m->text("approvalHint"), u"Read to the end to approve"_s, 3000);
    QVERIFY(!m->approve()->isEnabled());
    QTest::keyClick(m->window.get(), Qt::Key_A, Qt::AltModifier);
    QVERIFY(!answer->has_value());
    auto *scroll = m->find<QScrollArea>("approvalScroll");
    QVERIFY(scroll->verticalScrollBar()->maximum() > 100);
    m->deny()->setFocus();
    for (int page = 0; page < 20; ++page) // by the keyboard
        QTest::keyClick(m->deny(), Qt::Key_PageDown);
    QVERIFY(m->approve()->isEnabled());
    scroll->verticalScrollBar()->setValue(0);
    QVERIFY(m->approve()->isEnabled()); // it was read
}

void ApprovalWindowTest::denies_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("focus");
    QTest::newRow("enter") << int(Qt::Key_Return) << u"approvalDeny"_s;
    QTest::newRow("enter of the keypad") << int(Qt::Key_Enter) << u"approvalDeny"_s;
    QTest::newRow("escape") << int(Qt::Key_Escape) << u"approvalDeny"_s;
    QTest::newRow("space") << int(Qt::Key_Space) << u"approvalDeny"_s;
    QTest::newRow("enter on Approve") << int(Qt::Key_Return) << u"approvalApprove"_s;
    QTest::newRow("enter on the call") << int(Qt::Key_Return) << u"approvalShowCall"_s;
    QTest::newRow("Alt+D") << int(Qt::Key_D) << u"approvalRemember"_s;
    QTest::newRow("closing") << 0 << u"approvalDeny"_s;
}

void ApprovalWindowTest::denies()
{
    QFETCH(int, key);
    QFETCH(QString, focus);
    const auto answer = m->ask(test::dnsToken());
    QVERIFY(m->isUp());
    waitForApprove();
    auto *target = m->window->findChild<QWidget *>(focus);
    target->setFocus();
    if (key == 0)
        m->window->close();
    else
        QTest::keyClick(target, Qt::Key(key), key == Qt::Key_D ? Qt::AltModifier : Qt::NoModifier);
    QTRY_VERIFY(answer->has_value());
    QCOMPARE((*answer)->verdict, Verdict::Denied);
    QVERIFY(!m->window->isVisible());
}

void ApprovalWindowTest::goesOnToTheNext()
{
    const auto first = m->ask(test::dnsToken());
    ApprovalRequest other = test::dnsToken();
    other.tool = u"revoke_token"_s;
    const auto second = m->ask(other);
    QVERIFY(m->isUp());
    QCOMPARE(m->find<ui::BadgeLabel>("approvalCount")->badge().text, u"1 of 2"_s);
    QVERIFY(m->find<QWidget>("approvalCount")->isVisible());
    m->window->close();
    QTRY_VERIFY(first->has_value());
    QCOMPARE((*first)->verdict, Verdict::Denied);
    QTRY_VERIFY(m->window->isVisible());
    QVERIFY(!second->has_value());
    QTRY_COMPARE(m->text("approvalTitle"), u"Claude Desktop wants to revoke a token"_s);
    QVERIFY(!m->find<QWidget>("approvalCount")->isVisible());
    QCOMPARE(QApplication::focusWidget(), m->deny());
}

void ApprovalWindowTest::theSecretGoesWhereThePersonSays()
{
    const auto answer = m->ask(test::dnsToken());
    QVERIFY(m->isUp());
    QCOMPARE(m->text("approvalSecretTitle"), u"The secret stays hidden"_s);
    auto *where = m->find<QComboBox>("approvalSecret");
    where->setFocus();
    QTest::keyClick(where, Qt::Key_Down);
    QCOMPARE(m->text("approvalSecretTitle"), u"The secret goes into the answer"_s);
    waitForApprove();
    QTest::keyClick(m->window.get(), Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(answer->has_value());
    QCOMPARE((*answer)->verdict, Verdict::ApprovedInline);
}

void ApprovalWindowTest::startsWhereThePolicySays()
{
    ApprovalRequest request = test::dnsToken();
    request.delivery = clients::SecretDelivery::Inline;
    const auto answer = m->ask(request);
    QVERIFY(m->isUp());
    QCOMPARE(m->text("approvalSecretTitle"), u"The secret goes into the answer"_s);
    request.secret = ApprovalRequest::Secret::None;
    const auto none = m->ask(request);
    m->window->close();
    QTRY_VERIFY(none->has_value() || m->find<QWidget>("approvalRemember"));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!m->find<QWidget>("approvalSecret"));
}

void ApprovalWindowTest::remembers()
{
    const auto answer = m->ask(test::dnsToken());
    QVERIFY(m->isUp());
    auto *remember = m->find<QCheckBox>("approvalRemember");
    QVERIFY(!remember->isChecked());
    remember->setFocus();
    QTest::keyClick(remember, Qt::Key_Space);
    waitForApprove();
    QTest::keyClick(m->window.get(), Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(answer->has_value());
    QCOMPARE(m->source.remembered, QueueingGate::Remember::TenMinutes);
    const auto again = m->ask(test::dnsToken());
    QTRY_VERIFY(again->has_value());
    QVERIFY(!m->window->isVisible());
    m->clock.advance(601s);
    const auto later = m->ask(test::dnsToken());
    QTRY_VERIFY(m->window->isVisible());
    QVERIFY(!m->find<QCheckBox>("approvalRemember")->isChecked());
}

void ApprovalWindowTest::countsDownAndSaysSoThreeTimes()
{
    const auto answer = m->ask(test::dnsToken());
    QVERIFY(m->isUp());
    m->clock.advance(18s);
    QTRY_COMPARE_WITH_TIMEOUT(m->text("approvalLeft"), u"1 min 42 s"_s, 3000);
    QString said = m->find<QLabel>("approvalLeft")->accessibleName();
    QCOMPARE(said, u"2 min 0 s"_s); // as it was shown
    for (const auto &[step, shown, heard] :
         {std::tuple(41s, u"1 min 1 s"_s, said), std::tuple(1s, u"1 min 0 s"_s, u"Denied automatically in 1 min 0 s"_s),
          std::tuple(20s, u"40 s"_s, u"Denied automatically in 1 min 0 s"_s),
          std::tuple(11s, u"29 s"_s, u"Denied automatically in 29 s"_s),
          std::tuple(19s, u"10 s"_s, u"Denied automatically in 10 s"_s),
          std::tuple(3s, u"7 s"_s, u"Denied automatically in 10 s"_s)}) {
        m->clock.advance(step);
        QTRY_COMPARE_WITH_TIMEOUT(m->text("approvalLeft"), shown, 3000);
        QCOMPARE(m->find<QLabel>("approvalLeft")->accessibleName(), heard);
    }
    m->clock.advance(8s);
    QTRY_VERIFY(answer->has_value());
    QCOMPARE((*answer)->verdict, Verdict::TimedOut);
    QVERIFY(!m->window->isVisible());
}

void ApprovalWindowTest::hidesWhenTheRequestGoes()
{
    base::CancelSource client;
    const auto answer = m->ask(test::dnsToken(), client.token());
    QTRY_VERIFY(m->window->isVisible());
    client.cancel();
    QTRY_VERIFY(!m->window->isVisible());
    const auto locked = m->ask(test::dnsToken());
    QTRY_VERIFY(m->window->isVisible());
    m->gate.closeAll(u"Tokensmith is locked."_s);
    QVERIFY(!m->window->isVisible());
}

QTEST_MAIN(ApprovalWindowTest)
#include "tst_approvalwindow.moc"
