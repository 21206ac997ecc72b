// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"
#include "tests/support/widgetwalk.h"
#include "tests/ui/activity/fakeactivity.h"
#include "tests/ui/activity/sampleactivity.h"
#include "ui/activity/activityexport.h"
#include "ui/activity/activitymodel.h"
#include "ui/activity/activitypage.h"
#include "ui/activity/activitytable.h"
#include "ui/common/badge.h"
#include "ui/common/message.h"
#include "ui/common/themecontroller.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using audit::Activity;
using audit::ChainReport;
using State = ui::ChainState::State;

class ActivityPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir().mkpath(u"pictures"_s)); }
    void init();
    void cleanup() { m_window.reset(); }
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
    void theChain_data();
    void theChain();
    void emptyStates();
    void aFailureCanBeTriedAgain();
    void exports();
    void exportFailures();
    void namesArePlainText();
    void keysDoEverything();
    void pictures_data();
    void pictures();

private:
    template <typename T>
    T *child(const QString &name) const
    {
        T *found = m_window->findChild<T *>(name);
        return found ? found : (qFatal("no child %s", qPrintable(name)), nullptr);
    }
    [[nodiscard]] ui::ActivityTable &table() const { return *child<ui::ActivityTable>(u"activityTable"_s); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table().model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    [[nodiscard]] QString text(const QString &label) const { return child<QLabel>(label)->text(); }
    void make(const QSize &size = {1280, 800});
    void show(int row) const { table().selectRow(row); }
    void click(const QString &name) const { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }

    ui::ThemeController m_theme{*qApp};
    test::FakeClock m_clock{test::activityNow()};
    std::unique_ptr<test::FakeActivity> m_source;
    std::unique_ptr<QWidget> m_window;
    ui::ActivityPage *m_page = nullptr;
};

void ActivityPageTest::init()
{
    m_clock.set(test::activityNow());
    m_window.reset();
    m_source = std::make_unique<test::FakeActivity>();
    m_source->all = test::sampleActivity();
    m_source->chainState = {.state = State::Checked, .report = {.checked = 2318}};
    make();
}

void ActivityPageTest::make(const QSize &size)
{
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    m_page = new ui::ActivityPage({.theme = m_theme.theme(), .clock = m_clock, .source = *m_source}, m_window.get());
    column->addWidget(m_page);
    m_window->resize(size);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_page->setFocus();
}

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
    QAbstractItemModelTester tester(table().model());
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

void ActivityPageTest::theChain_data()
{
    QTest::addColumn<ui::ChainState>("chain");
    QTest::addColumn<QString>("badge");
    QTest::addColumn<QString>("message");
    const auto broken = [](ChainReport::Fault fault, qint64 at) {
        return ui::ChainState{.state = State::Checked,
                              .report = {.state = ChainReport::State::Broken, .fault = fault, .firstBad = at}};
    };
    QTest::newRow("whole") << ui::ChainState{.state = State::Checked, .report = {.checked = 2318}}
                           << u"Chain verified, 2,318 entries"_s << QString();
    QTest::newRow("one") << ui::ChainState{.state = State::Checked, .report = {.checked = 1}}
                         << u"Chain verified, 1 entry"_s << QString();
    QTest::newRow("being checked") << ui::ChainState{.state = State::Checking, .done = 500, .all = 2318}
                                   << u"Checking: 500 of 2,318"_s << QString();
    QTest::newRow("changed") << broken(ChainReport::Fault::Changed, 1204) << u"Chain broken at entry 1,204"_s
                             << u"changed or replaced"_s;
    QTest::newRow("removed") << broken(ChainReport::Fault::Missing, 5) << u"Chain broken at entry 5"_s
                             << u"It was removed"_s;
    QTest::newRow("moved") << broken(ChainReport::Fault::Moved, 5) << u"Chain broken at entry 5"_s
                           << u"another order"_s;
    QTest::newRow("unreadable") << ui::ChainState{.state = State::Failed,
                                                  .error = base::Error{.message = u"The disk is gone."_s}}
                                << u"Chain can't be checked"_s << u"The disk is gone."_s;
}

void ActivityPageTest::theChain()
{
    QFETCH(ui::ChainState, chain);
    QFETCH(QString, message);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_source->setChain(chain);
    const auto *badge = child<ui::BadgeLabel>(u"chainBadge"_s);
    QTEST(badge->badge().text, "badge");
    QCOMPARE(child<QWidget>(u"chainMessage"_s)->isVisible(), !message.isEmpty());
    QVERIFY(message.isEmpty() || text(u"chainMessageText"_s).contains(message));
    QCOMPARE(badge->badge().tone == ui::Tone::Danger, chain.report.state == ChainReport::State::Broken);
    QCOMPARE(child<QPushButton>(u"chainCheck"_s)->isEnabled(), chain.state != State::Checking);
    const int before = m_source->checks;
    click(u"chainCheck"_s);
    QCOMPARE(m_source->checks, before + (chain.state == State::Checking ? 0 : 1));
}

void ActivityPageTest::emptyStates()
{
    QTest::keyClicks(child<QLineEdit>(u"activitySearch"_s), u"nowhere"_s);
    QTRY_VERIFY(child<QWidget>(u"activityEmpty"_s)->isVisible());
    QVERIFY(child<QWidget>(u"activityShowAll"_s)->isVisible());
    QVERIFY(!child<QWidget>(u"activityRetry"_s)->isVisible());
    click(u"activityShowAll"_s);
    QTRY_COMPARE(rows(), 13);
    QCOMPARE(m_source->filters.back().days, 0);
    m_source->all.clear();
    click(u"activityAll"_s);
    QVERIFY(child<QWidget>(u"activityEmpty"_s)->isVisible());
    QVERIFY(!child<QWidget>(u"activityShowAll"_s)->isVisible()); // there is nothing else
}

void ActivityPageTest::aFailureCanBeTriedAgain()
{
    m_source->all.clear();
    click(u"activityAll"_s);
    m_source->fail({.message = u"The database is damaged."_s});
    QVERIFY(child<QWidget>(u"activityRetry"_s)->isVisible());
    m_source->error.reset();
    m_source->all = test::sampleActivity();
    click(u"activityRetry"_s);
    QCOMPARE(rows(), 13);
}

void ActivityPageTest::exports()
{
    QSignalSpy wanted(m_page, &ui::ActivityPage::exportRequested);
    click(u"activityExport"_s);
    QTest::keyClick(&table(), Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 2);
    const QPointer dialog = new ui::ActivityExportDialog(
        {.theme = m_theme.theme(), .clock = m_clock, .source = *m_source, .folder = QDir::tempPath()}, m_window.get());
    QString said;
    connect(dialog, &ui::ActivityExportDialog::written, this,
            [&said](const ui::MessageContent &result, const QString &) { said = result.title; });
    dialog->open();
    dialog->findChild<QRadioButton *>(u"exportCsv"_s)->setChecked(true);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"exportSave"_s), Qt::LeftButton);
    auto *chooser = dialog->findChild<QFileDialog *>(u"exportChooser"_s);
    QVERIFY(chooser);
    chooser->reject();
    dialog->writeTo(u"/tmp/a.csv"_s);
    QCOMPARE(m_source->exported, std::optional(ui::ActivityFormat::Csv));
    Q_EMIT m_source->exportAdvanced(500, 2000);
    QVERIFY(dialog->findChild<QPushButton *>(u"exportSave"_s)->text().contains(u"500"_s));
    QCOMPARE(test::namelessWidgets(*dialog), QStringList());
    QTRY_COMPARE(test::cutTexts(*dialog), QStringList());
    Q_EMIT m_source->exportEnded({.written = 2000});
    QVERIFY2(said.contains(u"a.csv"_s), qPrintable(said));
    QTRY_VERIFY(!dialog);
    QCOMPARE(m_source->exportsStopped, 0);
}

void ActivityPageTest::exportFailures()
{
    QPointer dialog =
        new ui::ActivityExportDialog({.theme = m_theme.theme(), .clock = m_clock, .source = *m_source}, m_window.get());
    dialog->open();
    dialog->writeTo(u"/nowhere/a.csv"_s);
    Q_EMIT m_source->exportEnded({.error = base::Error{.message = u"Can't write it."_s}});
    QVERIFY(dialog->findChild<QWidget *>(u"activityExportMessage"_s)->isVisible());
    dialog->writeTo(u"/tmp/b.csv"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"exportCancel"_s), Qt::LeftButton);
    QTRY_VERIFY(!dialog);
    QCOMPARE(m_source->exportsStopped, 1);
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

void ActivityPageTest::pictures_data()
{
    QTest::addColumn<ui::Scheme>("scheme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("state");
    QTest::newRow("light") << ui::Scheme::Light << QSize(1280, 800) << 1.0 << u"whole"_s;
    QTest::newRow("dark") << ui::Scheme::Dark << QSize(1280, 800) << 1.0 << u"whole"_s;
    QTest::newRow("broken-light") << ui::Scheme::Light << QSize(1280, 800) << 1.0 << u"broken"_s;
    QTest::newRow("empty-light") << ui::Scheme::Light << QSize(1280, 800) << 1.0 << u"empty"_s;
    QTest::newRow("narrow-light") << ui::Scheme::Light << QSize(1024, 640) << 1.0 << u"whole"_s;
    QTest::newRow("text200-light") << ui::Scheme::Light << QSize(1600, 1000) << 2.0 << u"whole"_s;
}

void ActivityPageTest::pictures()
{
    QFETCH(ui::Scheme, scheme);
    QFETCH(QSize, size);
    QFETCH(double, scale);
    QFETCH(QString, state);
    m_window.reset();
    const QFont before = QApplication::font();
    QFont font(qEnvironmentVariable("TOKENSMITH_PICTURE_FONT", u"Inter"_s));
    font.setPointSizeF(9.75 * scale);
    QApplication::setFont(font);
    {
        ui::ThemeController theme(*qApp, scheme);
        if (state == u"empty"_s)
            m_source->all.clear();
        if (state == u"broken"_s)
            m_source->chainState = {.state = State::Checked,
                                    .report = {.state = ChainReport::State::Broken,
                                               .fault = ChainReport::Fault::Changed,
                                               .checked = 1203,
                                               .firstBad = 1204}};
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(size.width() < 1040 ? 56 : 200, 0, 0, 0);
        auto *page = new ui::ActivityPage({.theme = theme.theme(), .clock = m_clock, .source = *m_source}, &window);
        row->addWidget(page);
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *list = page->findChild<ui::ActivityTable *>();
        list->selectRow(4);
        if (size.width() >= 1160)
            Q_EMIT list->opened();
        list->setFocus();
        QCoreApplication::processEvents(); // layouts settle in turns
        (void)QTest::qWaitFor([&] { return test::cutTexts(window).isEmpty(); }, 500);
        QVERIFY(window.grab().save(u"pictures/activity-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
        QCOMPARE(test::namelessWidgets(window), QStringList());
        QCOMPARE(test::cutTexts(window), QStringList());
    }
    QApplication::setFont(before);
}

QTEST_MAIN(ActivityPageTest)
#include "tst_activitypage.moc"
