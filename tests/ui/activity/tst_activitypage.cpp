// SPDX-License-Identifier: GPL-3.0-or-later
// The list and the details of the Activity page.
#include "tests/ui/activity/activityfixture.h"
#include "ui/activity/activitymodel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>

using audit::Activity;

class ActivityPageTest : public ActivityFixture
{
    Q_OBJECT

private Q_SLOTS:
    void listsByDay();
    void saysWhoWhatAndHowItEnded();
    void chipsFilterAndCount();
    void searchesAfterAPause();
    void choosesThePeriod();
    void showsOneInFull();
    void onlyOneWithoutACall();
    void theTokenIsALink();
    void copiesTheArguments();
    void whatArrivesIsAtTheTop();
    void whatIsKnownChanges();
    void readsOnAtTheEnd();
    void namesArePlainText();
    void keysDoEverything();
};

void ActivityPageTest::listsByDay()
{
    QAbstractItemModelTester tester(table().model());
    QCOMPARE(rows(), 13); // with three days
    QCOMPARE(cell(0, 0), u"Today"_s);
    QCOMPARE(cell(7, 0), u"Yesterday"_s);
    QVERIFY2(cell(11, 0).contains(u"2026"_s), qPrintable(cell(11, 0)));
    QVERIFY(!(table().model()->flags(table().model()->index(0, 0)) & Qt::ItemIsSelectable));
    QCOMPARE(table().columnSpan(0, 0), ui::kActivityColumns);
    QCOMPARE(table().columnSpan(1, 0), 1);
    QVERIFY(table().rowHeight(0) < table().rowHeight(1));
    QCOMPARE(text(u"activityCount"_s), u"10 entries"_s);
    QCOMPARE(m_source->checks, 1); // shown for the first time
}

void ActivityPageTest::saysWhoWhatAndHowItEnded()
{
    const QList<QStringList> expected{
        {u"10:19:31"_s, u"Claude Desktop"_s, u"Asked to create a token"_s, u"–"_s, u"Denied"_s},
        {u"10:12:06"_s, u"Claude Desktop"_s, u"Asked to revoke a token"_s, u"terraform-main"_s, u"Refused"_s},
        {u"10:02:14"_s, u"You"_s, u"Rotated a token"_s, u"deploy-workers-prod"_s, u"Done"_s},
        {u"09:51:40"_s, u"Claude Code"_s, u"Created a token"_s, u"claude-dns-trial"_s, u"Approved"_s},
        {u"09:51:02"_s, u"Claude Code"_s, u"Previewed a token"_s, u"–"_s, u"Done"_s},
        {u"08:00:19"_s, u"Claude Code"_s, u"Tried to roll a secret"_s, u"ci-dns-preview"_s, u"Failed"_s}};
    for (int row = 0; row < expected.size(); ++row) {
        for (int column = 0; column < ui::kActivityColumns; ++column)
            QCOMPARE(cell(row + 1, column), expected.at(row).at(column));
    }
    QCOMPARE(cell(9, 2), u"Too many changes in one minute"_s);
}

void ActivityPageTest::chipsFilterAndCount()
{
    QVERIFY(child<QToolButton>(u"activityChip-changes"_s)->text().contains(u"Changes"_s));
    click(u"activityChip-refused"_s);
    QCOMPARE(m_source->filters.back().kind, std::optional(audit::ActivityKind::Refusal));
    QCOMPARE(rows(), 4);
    QCOMPARE(text(u"activityCount"_s), u"2 entries"_s);
    QTest::keyClick(child<QToolButton>(u"activityChip-refused"_s), Qt::Key_Left);
    QVERIFY(child<QToolButton>(u"activityChip-approvals"_s)->hasFocus());
    QTest::keyClick(child<QToolButton>(u"activityChip-approvals"_s), Qt::Key_Space);
    QCOMPARE(rows(), 3);
    click(u"activityChip-approvals"_s); // once more: all
    QVERIFY(!m_source->filters.back().kind);
    QCOMPARE(rows(), 13);
}

void ActivityPageTest::searchesAfterAPause()
{
    const std::size_t before = m_source->filters.size();
    QTest::keyClicks(child<QLineEdit>(u"activitySearch"_s), u"terra"_s);
    QCOMPARE(m_source->filters.size(), before);
    QTRY_COMPARE(m_source->filters.size(), before + 1);
    QCOMPARE(m_source->filters.back().search, u"terra"_s);
    QCOMPARE(rows(), 2);
    QTest::keyClick(&table(), Qt::Key_Escape);
    QTRY_COMPARE(rows(), 13);
}

void ActivityPageTest::choosesThePeriod()
{
    QCOMPARE(m_source->filters.back().days, 7);
    child<QComboBox>(u"activityPeriod"_s)->setCurrentIndex(3);
    QCOMPARE(m_source->filters.back().days, 0);
}

void ActivityPageTest::showsOneInFull()
{
    show(4);
    QCOMPARE(text(u"activityTitle"_s), u"Created a token"_s);
    QCOMPARE(child<ui::BadgeLabel>(u"activityBadge"_s)->badge().text, u"Approved by you"_s);
    QCOMPARE(text(u"activityTime"_s), u"Today, 09:51:40"_s);
    QCOMPARE(text(u"activityWho"_s), u"Claude Code"_s);
    QCOMPARE(text(u"mono-activityTool"_s), u"create_token"_s);
    QCOMPARE(child<QPushButton>(u"activityToken"_s)->text(), u"claude-dns-trial"_s);
    QCOMPARE(text(u"activityTook"_s), u"312 ms, after 14 s of waiting"_s);
    QVERIFY(text(u"activityChange"_s).contains(u"lantern.example"_s));
    const QString json = child<QPlainTextEdit>(u"activityArguments"_s)->toPlainText();
    QVERIFY2(json.startsWith(u"{\n  \"expiresIn\": \"6h\",\n"_s), qPrintable(json));
    QCOMPARE(text(u"mono-correlation"_s), u"0b7f4d2e-91c8-4c2a"_s);
    QCOMPARE(text(u"mono-ray"_s), u"8f1d22c07a4be3b1-HAM"_s);
    QCOMPARE(text(u"activityApproval"_s), u"Window on this computer"_s);
    QCOMPARE(child<ui::BadgeLabel>(u"entryBadge"_s)->badge().text, u"Matches"_s);
    QCOMPARE(text(u"mono-hash"_s), u"9c9c 9c9c … 9c9c"_s);
    m_source->brokenEntry = 2314;
    show(6);
    show(5);
    QVERIFY(!m_window->findChild<ui::BadgeLabel *>(u"entryBadge"_s)); // a read leaves no entry
    m_source->brokenEntry = 2317;
    show(2);
    QCOMPARE(child<ui::BadgeLabel>(u"entryBadge"_s)->badge().text, u"Doesn't match"_s);
    QVERIFY(text(u"activityChange"_s).contains(u"may not revoke"_s));
    QCOMPARE(text(u"partTitle"_s), u"Why not"_s);
}

void ActivityPageTest::onlyOneWithoutACall()
{
    show(3);
    QCOMPARE(text(u"activityWho"_s), u"You"_s);
    QVERIFY(!child<QWidget>(u"activityArguments"_s)->isVisible());
    QVERIFY(!m_window->findChild<QLabel *>(u"activityTook"_s));
    QVERIFY(!m_window->findChild<QLabel *>(u"activityApproval"_s));
}

void ActivityPageTest::theTokenIsALink()
{
    QSignalSpy wanted(m_page, &ui::ActivityPage::tokenRequested);
    show(4);
    click(u"activityToken"_s);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toString(), u"ed17574386854bf78a67040be0a770b0"_s);
}

void ActivityPageTest::copiesTheArguments()
{
    show(4);
    click(u"activityCopy"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"\"DNS Write\""_s));
}

void ActivityPageTest::whatArrivesIsAtTheTop()
{
    QAbstractItemModelTester tester(table().model());
    show(4);
    Activity fresh = test::activityFrom({0, {10, 29, 59}, u"new"_s, u"list_tokens"_s}, 9000);
    Q_EMIT m_source->arrived(fresh);
    QCOMPARE(cell(0, 0), u"Today"_s);
    QCOMPARE(cell(1, 1), u"new"_s);
    QCOMPARE(table().columnSpan(8, 0), ui::kActivityColumns); // yesterday moved with its row
    QCOMPARE(table().columnSpan(7, 0), 1);
    QCOMPARE(text(u"activityTitle"_s), u"Created a token"_s); // what was chosen stays
    m_clock.set(test::activityNow().addDays(1));
    fresh.key = u"tomorrow"_s;
    fresh.call->ended = m_clock.now();
    Q_EMIT m_source->arrived(fresh);
    QCOMPARE(rows(), 16);
    QCOMPARE(cell(0, 0), u"Today"_s);
    QCOMPARE(cell(2, 0), u"Yesterday"_s);
}

void ActivityPageTest::whatIsKnownChanges()
{
    QAbstractItemModelTester tester(table().model());
    show(5);
    Activity known = m_source->all.at(4);
    known.call->outcome = audit::CallRow::Outcome::Failed;
    Q_EMIT m_source->changed(known);
    QCOMPARE(cell(5, 4), u"Failed"_s);
    QCOMPARE(child<ui::BadgeLabel>(u"activityBadge"_s)->badge().text, u"Failed"_s);
    Q_EMIT m_source->left(m_source->all.back().key);
    QCOMPARE(rows(), 11); // with its day
}

void ActivityPageTest::readsOnAtTheEnd()
{
    m_window.reset();
    m_source->all.clear();
    for (int i = 0; i < 1000; ++i)
        m_source->all.push_back(test::activityFrom({0, QTime(9, 0), u"ci"_s, u"list_tokens"_s}, 5000 - i));
    m_source->autoDeliver = false;
    make();
    for (int turn = 0; turn < 20; ++turn) { // what the view asks for by itself
        m_source->deliver();
        QCoreApplication::processEvents();
    }
    const int before = rows();
    QVERIFY2(before > 100 && before < 500, qPrintable(QString::number(before))); // a screen's worth and some
    table().verticalScrollBar()->setValue(table().verticalScrollBar()->maximum());
    QVERIFY(m_source->isReading());
    m_source->deliver();
    QVERIFY(rows() > before);
}

void ActivityPageTest::namesArePlainText()
{
    Activity odd =
        test::activityFrom({0, {10, 29, 59}, u"<b>bold</b>\n\u202Eevil"_s, u"<i>tool</i>"_s, u"<u>x</u>&y"_s}, 9001);
    Q_EMIT m_source->arrived(odd);
    show(1);
    QCOMPARE(cell(1, 1), u"<b>bold</b> evil"_s);
    QVERIFY(text(u"activityWho"_s).contains(u"<b>bold</b>"_s));
    const auto labels = m_window->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->objectName()));
}

void ActivityPageTest::keysDoEverything()
{
    QVERIFY(table().hasFocus());
    QTest::keyClick(&table(), Qt::Key_Down);
    QTest::keyClick(&table(), Qt::Key_Down);
    QVERIFY(table().chosenRow() > 0);
    for (int i = 0; i < 12; ++i) // over the titles of days
        QTest::keyClick(&table(), Qt::Key_Down);
    QCOMPARE(table().chosenRow(), 12);
    QTest::keyClick(&table(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(child<QLineEdit>(u"activitySearch"_s)->hasFocus());
    const int before = m_source->checks;
    QTest::keyClick(&table(), Qt::Key_F5);
    QCOMPARE(m_source->checks, before + 1);
    make({1000, 700});
    auto *pane = child<QWidget>(u"activityDetails"_s);
    QVERIFY(!pane->isVisible());
    table().selectRow(2);
    QTest::keyClick(&table(), Qt::Key_Return);
    QVERIFY(pane->isVisible());
    QTest::keyClick(&table(), Qt::Key_Escape);
    QVERIFY(!pane->isVisible());
}

QTEST_MAIN(ActivityPageTest)
#include "tst_activitypage.moc"
