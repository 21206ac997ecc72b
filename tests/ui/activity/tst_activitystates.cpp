// SPDX-License-Identifier: GPL-3.0-or-later
// The chain, empty and failed lists, the export of the Activity page; pictures of it into pictures/.
#include "tests/ui/activity/activityfixture.h"
#include "ui/activity/activityexport.h"
#include "ui/common/message.h"

#include <QDir>
#include <QFileDialog>
#include <QPointer>
#include <QRadioButton>
#include <QSignalSpy>

using audit::ChainReport;
using State = ui::ChainState::State;

class ActivityStatesTest : public ActivityFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir().mkpath(u"pictures"_s)); }
    void theChain_data();
    void theChain();
    void emptyStates();
    void aNewLogSaysSo();
    void aFailureCanBeTriedAgain();
    void exports();
    void exportFailures();
    void pictures_data();
    void pictures();
};

void ActivityStatesTest::theChain_data()
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

void ActivityStatesTest::theChain()
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

void ActivityStatesTest::emptyStates()
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
    QVERIFY(!child<QWidget>(u"activityDetails"_s)->isVisible());
    QVERIFY(!child<QWidget>(u"activityShowAll"_s)->isVisible()); // there is nothing else
    m_page->setFocus();
    QVERIFY(child<QLineEdit>(u"activitySearch"_s)->hasFocus());
}

void ActivityStatesTest::aNewLogSaysSo()
{
    m_window.reset();
    m_source->all.clear();
    m_source->chainState = {.state = State::Checked};
    make();
    QVERIFY(text(u"activityEmptyTitle"_s).contains(u"Nothing has happened yet"_s));
    QVERIFY(!child<QWidget>(u"activityShowAll"_s)->isVisible()); // though seven days are chosen
}

void ActivityStatesTest::aFailureCanBeTriedAgain()
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

void ActivityStatesTest::exports()
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

void ActivityStatesTest::exportFailures()
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

void ActivityStatesTest::pictures_data()
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

void ActivityStatesTest::pictures()
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
            m_source->chainState.report.checked = 0;
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

QTEST_MAIN(ActivityStatesTest)
#include "tst_activitystates.moc"
