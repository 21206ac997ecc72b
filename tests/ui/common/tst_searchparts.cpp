// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/diffview.h"
#include "ui/common/flowlayout.h"
#include "ui/common/permissionlist.h"
#include "ui/common/policypill.h"
#include "ui/common/progresssteps.h"
#include "ui/common/searchfield.h"
#include "ui/common/themecontroller.h"
#include "ui/common/timelinechart.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tokensmith::ui;

class SearchPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsKeepQuotes();
    void spaceMakesAChip();
    void backspaceGivesTheTextBack();
    void setTextMakesChipsAndTellsOnce();
    void flowBreaksLines();
    void diffKeepsWhatIsSame();
    void diffMarksCharacters();
    void diffViewHasSigns();
    void timelineChoosesWeeks();
    void timelineByKeyboard();
    void permissionLevelsByMouseAndKeys();
    void pillOpensItsMenu();
    void failedStepCanBeTriedAgain();

private:
    [[nodiscard]] SearchFieldOptions options() const
    {
        return {.objectName = u"search"_s,
                .accessibleName = u"Search tokens"_s,
                .placeholder = u"Search"_s,
                .keys = u"Ctrl+F"_s,
                .operators = {u"is"_s, u"perm"_s, u"name"_s}};
    }

    ThemeController m_controller{*qApp};
    const Theme &m_theme = m_controller.theme();
};

void SearchPartsTest::wordsKeepQuotes()
{
    QCOMPARE(searchWords(u" a  name:\"two words\" -is:expired "_s),
             (QStringList{u"a"_s, u"name:\"two words\""_s, u"-is:expired"_s}));
}

void SearchPartsTest::spaceMakesAChip()
{
    SearchField field(m_theme, options());
    QSignalSpy changed(&field, &SearchField::textChanged);
    QTest::keyClicks(field.edit(), u"ci -perm:dns"_s);
    QVERIFY(!field.findChild<QToolButton *>(u"searchChip1"_s));
    QTest::keyClicks(field.edit(), u" "_s);
    auto *chip = field.findChild<QToolButton *>(u"searchChip1"_s);
    QVERIFY(chip);
    QCOMPARE(chip->text(), u"-perm:dns"_s);
    QCOMPARE(field.text(), u"-perm:dns ci"_s);
    QCOMPARE(changed.last().first().toString(), u"-perm:dns ci"_s);
    QTest::keyClicks(field.edit(), u"unknown:x name:\"a b"_s);
    QVERIFY(!field.findChild<QToolButton *>(u"searchChip2"_s));
    chip->click();
    QVERIFY(!field.text().contains(u"perm"_s));
}

void SearchPartsTest::backspaceGivesTheTextBack()
{
    SearchField field(m_theme, options());
    field.setText(u"is:expired"_s);
    QCOMPARE(field.edit()->text(), QString());
    QTest::keyClick(field.edit(), Qt::Key_Backspace);
    QCOMPARE(field.edit()->text(), u"is:expired"_s);
    QTest::keyClick(field.edit(), Qt::Key_Escape);
    QCOMPARE(field.text(), QString());
}

void SearchPartsTest::setTextMakesChipsAndTellsOnce()
{
    SearchField field(m_theme, options());
    QSignalSpy changed(&field, &SearchField::textChanged);
    field.setText(u"is:expired deploy"_s);
    QCOMPARE(field.text(), u"is:expired deploy"_s);
    QCOMPARE(changed.count(), 1);
    field.setText(u"is:expired deploy"_s);
    QCOMPARE(changed.count(), 1);
}

void SearchPartsTest::flowBreaksLines()
{
    QWidget page;
    auto *flow = new FlowLayout(&page);
    for (int i = 0; i < 4; ++i) {
        auto *box = new QWidget(&page);
        box->setFixedSize(90, 28);
        flow->addWidget(box);
    }
    QCOMPARE(flow->heightForWidth(400), 28);
    QCOMPARE(flow->heightForWidth(200), 28 * 2 + flow->spacing());
    page.resize(200, 80);
    page.show();
    QCOMPARE(flow->itemAt(2)->geometry().topLeft(), QPoint(0, 28 + flow->spacing()));
}

void SearchPartsTest::diffKeepsWhatIsSame()
{
    using enum DiffLine::Kind;
    const auto lines = diffLines(u"a\nb\nc"_s, u"a\nx\ny\nc"_s);
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines.at(0), (DiffLine{.kind = Same, .text = u"a"_s}));
    QCOMPARE(lines.at(1), (DiffLine{.kind = Removed, .text = u"b"_s}));
    QCOMPARE(lines.at(2), (DiffLine{.kind = Added, .text = u"x"_s}));
    QCOMPARE(lines.at(4), (DiffLine{.kind = Same, .text = u"c"_s}));
    QCOMPARE(diffLines({}, u"a"_s), (QList<DiffLine>{{.kind = Added, .text = u"a"_s}}));
    QVERIFY(diffLines({}, {}).isEmpty());
}

void SearchPartsTest::diffMarksCharacters()
{
    const auto lines = diffLines(u"expires 5 Dec"_s, u"expires 21 Dec"_s);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).marks, (QList<DiffLine::Mark>{{.start = 8, .length = 1}}));
    QCOMPARE(lines.at(1).marks, (QList<DiffLine::Mark>{{.start = 8, .length = 2}}));
}

void SearchPartsTest::diffViewHasSigns()
{
    DiffView view(m_theme, u"diff"_s, u"Changes"_s);
    view.setLines(diffLines(u"a\nb"_s, u"a\nc"_s));
    QCOMPARE(view.toPlainText(), u"  a\n- b\n+ c"_s);
    QVERIFY(view.isReadOnly());
    view.resize(300, 120);
    const QImage image = view.grab().toImage();
    const int line = QFontMetrics(view.font()).lineSpacing();
    QCOMPARE(image.pixelColor(250, 8 + line + line / 2), m_theme.colour(Colour::DangerSoft));
    QCOMPARE(image.pixelColor(250, 8 + 2 * line + line / 2), m_theme.colour(Colour::OkSoft));
}

void SearchPartsTest::timelineChoosesWeeks()
{
    TimelineChart chart(m_theme, u"timeline"_s);
    chart.setCounts({.firstDay = QDate(2026, 11, 23), .counts = QList<int>(52, 1)});
    QCOMPARE(chart.accessibleDescription(), u"1 in the next 7 days, 4 in the 4 weeks after, 47 later"_s);
    chart.resize(520, 66);
    chart.show();
    QSignalSpy chosen(&chart, &TimelineChart::spanChosen);
    QSignalSpy cleared(&chart, &TimelineChart::spanCleared);
    QTest::mousePress(&chart, Qt::LeftButton, {}, {15, 20});
    QTest::mouseMove(&chart, {35, 20});
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, {35, 20});
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(0).toDate(), QDate(2026, 11, 30));
    QCOMPARE(chosen.first().at(1).toDate(), QDate(2026, 12, 20));
    QTest::keyClick(&chart, Qt::Key_Escape);
    QCOMPARE(cleared.count(), 1);
    QVERIFY(!chart.chosen());
    const QImage image = chart.grab().toImage();
    QCOMPARE(image.pixelColor(5, 30), m_theme.colour(Colour::Danger));
    QCOMPARE(image.pixelColor(25, 30), m_theme.colour(Colour::WarnMark));
    QCOMPARE(image.pixelColor(255, 30), m_theme.colour(Colour::Bar));
}

void SearchPartsTest::timelineByKeyboard()
{
    TimelineChart chart(m_theme, u"timeline"_s);
    QTest::keyClick(&chart, Qt::Key_Return); // nothing to choose yet
    chart.setCounts({.firstDay = QDate(2026, 11, 23), .counts = QList<int>(52, 2)});
    QSignalSpy chosen(&chart, &TimelineChart::spanChosen);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(chart.accessibleDescription().startsWith(u"Week of 7 Dec: 2"_s));
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(chart.chosen(), (TimelineChart::Span{.first = 1, .last = 2}));
    QCOMPARE(chosen.count(), 1);
}

void SearchPartsTest::permissionLevelsByMouseAndKeys()
{
    QStandardItemModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto *heading = new QStandardItem(u"Zone permissions"_s);
    heading->setFlags(Qt::ItemIsEnabled);
    auto *dns = new QStandardItem(u"DNS"_s);
    auto *readOnly = new QStandardItem(u"Logs"_s);
    readOnly->setData(QVariant::fromValue(QList<int>{0, 1}), PermissionLevelsRole);
    for (QStandardItem *item : {heading, dns, readOnly})
        model.appendRow(item);
    PermissionList list(m_theme, u"permissions"_s, u"Permissions"_s);
    list.setModel(&model);
    list.resize(560, 200);
    list.show();
    const auto *delegate = qobject_cast<PermissionDelegate *>(list.itemDelegate());
    const QRect row = list.visualRect(dns->index());
    const QPoint edit = delegate->levelRect(row, Qt::LeftToRight, PermissionLevel::Edit).center();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, edit);
    QCOMPARE(dns->data(PermissionLevelRole).toInt(), 2);
    list.setCurrentIndex(dns->index());
    QTest::keyClick(&list, Qt::Key_Left);
    QCOMPARE(dns->data(PermissionLevelRole).toInt(), 1);
    list.setCurrentIndex(readOnly->index());
    QTest::keyClick(&list, Qt::Key_Right);
    QTest::keyClick(&list, Qt::Key_Right);
    QCOMPARE(readOnly->data(PermissionLevelRole).toInt(), 1);
}

void SearchPartsTest::pillOpensItsMenu()
{
    PolicyPill pill(m_theme, u"create"_s, u"Create tokens"_s);
    QCOMPARE(pill.accessibleName(), u"Create tokens: Ask"_s);
    QSignalSpy chosen(&pill, &PolicyPill::chosen);
    pill.show();
    QTest::keyClick(&pill, Qt::Key_Space);
    auto *menu = pill.findChild<QMenu *>(u"createMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    menu->actions().last()->trigger();
    menu->close();
    QCOMPARE(pill.choice(), PolicyChoice::Deny);
    QCOMPARE(chosen.count(), 1);
}

void SearchPartsTest::failedStepCanBeTriedAgain()
{
    ProgressSteps steps(m_theme, u"progress"_s);
    steps.setSteps({{.state = StepState::Done, .title = u"Created the new token"_s},
                    {.state = StepState::Failed, .title = u"Delivered to GitHub Actions"_s, .text = u"Refused."_s}});
    QSignalSpy retry(&steps, &ProgressSteps::retryRequested);
    steps.show();
    QVERIFY(!steps.findChild<QPushButton *>(u"progressStep1Retry"_s)->isVisible());
    steps.findChild<QPushButton *>(u"progressStep2Retry"_s)->click();
    QCOMPARE(retry.first().first().toInt(), 1);
    QCOMPARE(steps.findChild<QWidget *>(u"progressStep2"_s)->accessibleName(),
             u"Delivered to GitHub Actions, failed"_s);
}

QTEST_MAIN(SearchPartsTest)
#include "tst_searchparts.moc"
