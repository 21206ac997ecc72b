// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/ui/tokens/pagefixture.h"

#include <QAbstractItemView>
#include <QScrollBar>

class TokensFiltersTest : public PageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void filterAndItsEnd();
    void conditionsAndWhatWasMeant();
    void suggestionsWhileTyping();
    void suggestionsAreExplained();
    void accessStaysReadable();
    void chipsFilterAndCombine();
    void chipsThatDontFit();
    void weeksFilterTheTable();
    void filtersThatLeaveNothing();
    void aTokenIsShownFromElsewhere();
    void columnsAreKept();
    void impossibleColumnsAreNotLookedAt();
};

void TokensFiltersTest::filterAndItsEnd()
{
    test::fillWithSample(*m_source);
    auto *filter = child<QLineEdit>(u"tokensFilter"_s);
    QTest::keySequence(m_window.get(), QKeySequence::Find);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"dns"_s);
    QCOMPARE(table().model()->rowCount(), 3);
    QCOMPARE(text(u"tokensCount"_s), u"3 of 16 tokens"_s);
    QTest::keyClicks(filter, u"x"_s);
    QVERIFY(isShown(u"tokensEmpty"_s));
    QCOMPARE(text(u"tokensEmptyText"_s), u"No token matches \"dnsx\"."_s);
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(filter->text(), QString());
    QCOMPARE(table().model()->rowCount(), 16);
    QVERIFY(table().isVisible());
    QTest::keyClicks(filter, u"pages"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(table().hasFocus());
}

void TokensFiltersTest::conditionsAndWhatWasMeant()
{
    test::fillWithSample(*m_source);
    auto *filter = child<QLineEdit>(u"tokensFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"perm:dns "_s);
    QVERIFY(isShown(u"tokensFilterChip1"_s));
    QCOMPARE(table().model()->rowCount(), 4);
    QTest::keyClick(filter, Qt::Key_Escape);
    QTest::keyClicks(filter, u"perm:dnss"_s);
    QCOMPARE(text(u"tokensEmptyText"_s), u"No token matches \"perm:dnss\". Did you mean perm:dns?"_s);
    QCOMPARE(child<QAbstractButton>(u"tokensDidYouMean"_s)->text(), u"Search for perm:dns"_s);
    click(u"tokensDidYouMean"_s);
    QCOMPARE(table().model()->rowCount(), 4);
    QVERIFY(table().isVisible());
}

void TokensFiltersTest::suggestionsWhileTyping()
{
    test::fillWithSample(*m_source);
    auto *filter = child<QLineEdit>(u"tokensFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"is:exp"_s);
    QWidget *popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QVERIFY(isShown(u"tokensFilterChip1"_s));
    QVERIFY(!QApplication::activePopupWidget());
    QVERIFY(table().model()->rowCount() < 16);
}

void TokensFiltersTest::suggestionsAreExplained()
{
    test::fillWithSample(*m_source);
    auto *filter = child<QLineEdit>(u"tokensFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"is:"_s);
    auto *popup = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
    QVERIFY(popup);
    QVERIFY(test::keepPicture(*popup, u"tokens/suggestions"_s));
    QStringList read;
    for (int row = 0; row < popup->model()->rowCount(); ++row)
        read += popup->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(read.contains(u"is:expiring, ends within 30 days"_s), qPrintable(read.join(u'\n')));
    QVERIFY(popup->width() >= filter->parentWidget()->width());

    // What is drawn tells more than the text alone.
    const QModelIndex first = popup->model()->index(0, 0);
    const auto drawn = [&] { return popup->grab(popup->visualRect(first)).toImage(); };
    const QImage before = drawn();
    auto *rows = const_cast<QAbstractItemModel *>(popup->model());
    QVERIFY(rows->setData(first, QString(), Qt::UserRole + 1));
    QVERIFY(drawn() != before);
    QTest::keyClick(popup, Qt::Key_Escape);
}

void TokensFiltersTest::accessStaysReadable()
{
    test::fillWithSample(*m_source);
    const int access = int(ui::TokenColumn::Access);
    const int least = m_controller.theme().width(140);
    QVERIFY(table().columnWidth(access) >= least);
    QCOMPARE(table().horizontalHeader()->length(), table().viewport()->width()); // no room is left over
    table().setColumnWidth(0, 900);
    QCOMPARE(table().columnWidth(access), least);
    QTRY_VERIFY(table().horizontalScrollBar()->maximum() > 0);
    table().setColumnWidth(0, 200);
    QCOMPARE(table().horizontalHeader()->length(), table().viewport()->width());
    table().setColumnHidden(1, true);
    QCOMPARE(table().horizontalHeader()->length(), table().viewport()->width());
}

void TokensFiltersTest::chipsFilterAndCombine()
{
    test::fillWithSample(*m_source);
    click(u"chip-no-ip-limit"_s);
    QCOMPARE(table().model()->rowCount(), 14);
    QVERIFY(!child<QAbstractButton>(u"chipAll"_s)->isChecked());
    QTest::mouseClick(child<QWidget>(u"chip-expiring"_s), Qt::LeftButton, Qt::ControlModifier);
    QVERIFY(child<QAbstractButton>(u"chip-expiring"_s)->isChecked());
    QVERIFY(child<QAbstractButton>(u"chip-no-ip-limit"_s)->isChecked());
    QCOMPARE(table().model()->rowCount(), 6);
    click(u"chip-no-ip-limit"_s); // alone
    QCOMPARE(table().model()->rowCount(), 14);
    click(u"chip-no-ip-limit"_s); // and back
    QVERIFY(child<QAbstractButton>(u"chipAll"_s)->isChecked());
    QCOMPARE(table().model()->rowCount(), 16);
    child<QWidget>(u"chipAll"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QVERIFY(child<QWidget>(u"chip-expiring"_s)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(table().model()->rowCount(), 6);
}

void TokensFiltersTest::chipsThatDontFit()
{
    test::fillWithSample(*m_source);
    m_window->resize(960, 640);
    click(u"chipsMore"_s);
    auto *menu = child<QMenu>(u"chipsMenu"_s);
    QVERIFY(menu->isVisible());
    QAction *disabled = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Disabled (1)"_s)
            disabled = action;
    }
    QVERIFY(disabled);
    disabled->trigger();
    menu->close();
    QVERIFY(isShown(u"chip-disabled"_s)); // a chosen one has its place
    QCOMPARE(table().model()->rowCount(), 1);
}

void TokensFiltersTest::weeksFilterTheTable()
{
    test::fillWithSample(*m_source);
    auto *timeline = child<QWidget>(u"tokensTimeline"_s);
    QVERIFY(!isShown(u"timelineClear"_s));
    QTest::mouseClick(timeline, Qt::LeftButton, {}, {2, 20});
    QCOMPARE(table().model()->rowCount(), 2);
    QCOMPARE(text(u"timelineTitle"_s), u"Ends from 23 Nov 2026 to 29 Nov 2026"_s);
    click(u"timelineClear"_s);
    QCOMPARE(table().model()->rowCount(), 16);
    QCOMPARE(text(u"timelineTitle"_s), u"Expiry, next 12 months"_s);
    QVERIFY(timeline->hasFocus());
    QTest::keyClick(timeline, Qt::Key_Home);
    QTest::keyClick(timeline, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(timeline, Qt::Key_Return);
    QCOMPARE(table().model()->rowCount(), 4);
    QTest::keyClick(timeline, Qt::Key_Escape);
    QCOMPARE(table().model()->rowCount(), 16);
}

void TokensFiltersTest::filtersThatLeaveNothing()
{
    test::fillWithSample(*m_source);
    child<QLineEdit>(u"tokensFilter"_s)->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"terraform"_s);
    click(u"chip-expired"_s);
    QCOMPARE(text(u"tokensEmptyText"_s), u"No token matches \"terraform\" and the chosen filters."_s);
    QVERIFY(isShown(u"tokensFilters"_s));
    click(u"tokensShowAll"_s);
    QCOMPARE(table().model()->rowCount(), 16);
    QVERIFY(child<QLineEdit>(u"tokensFilter"_s)->text().isEmpty());
}

/** As the Activity page asks for it: whatever was searched before. */
void TokensFiltersTest::aTokenIsShownFromElsewhere()
{
    test::fillWithSample(*m_source);
    auto *page = m_window->findChild<ui::TokensPage *>();
    const model::Token wanted = m_source->tokens().at(3);
    child<QLineEdit>(u"tokensFilter"_s)->setText(u"name:nothing-is-called-so"_s);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    page->showToken(wanted.id);
    QCOMPARE(table().selectedIds(), QStringList{wanted.id});
    QVERIFY(isShown(u"tokensDetails"_s));
    QVERIFY(!isShown(u"tokensResult"_s));
    page->showToken(u"gone"_s);
    QVERIFY(isShown(u"tokensResult"_s));
}

void TokensFiltersTest::columnsAreKept()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"window.ini"_s);
    test::fillWithSample(*m_source);
    const auto make = [&] {
        auto made = std::make_unique<ui::TokensPage>(ui::TokensPageServices{
            .theme = m_controller.theme(), .clock = m_clock, .source = *m_source, .stateFile = file});
        made->resize(1280, 800);
        made->show();
        return made;
    };
    const auto tableOf = [](QWidget &page) { return page.findChild<ui::TokensTable *>(); };
    const auto act = [&](ui::TokensTable &table, const QString &text) {
        Q_EMIT table.columns().menu().aboutToShow();
        for (QAction *action : table.columns().menu().actions()) {
            if (action->text() == text)
                action->trigger();
        }
    };
    std::unique_ptr<ui::TokensPage> page = make();
    ui::TokensTable *first = tableOf(*page);
    const int designed = first->columnWidth(1);
    first->setColumnWidth(1, 222);
    first->horizontalHeader()->moveSection(1, 0);
    first->sortByColumn(0, Qt::DescendingOrder);
    act(*first, u"Created"_s);
    act(*first, u"Findings"_s);
    QTRY_VERIFY(
        QSettings(file, QSettings::IniFormat).value(u"tokensTable/hidden"_s).toStringList().contains(u"findings"_s));
    page.reset();

    page = make();
    ui::TokensTable *second = tableOf(*page);
    QVERIFY(qAbs(second->columnWidth(1) - 222) <= 1);
    QCOMPARE(second->horizontalHeader()->visualIndex(1), 0);
    QCOMPARE(second->horizontalHeader()->sortIndicatorSection(), 0);
    QCOMPARE(second->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    QVERIFY(!second->isColumnHidden(int(ui::TokenColumn::Created)));
    QVERIFY(second->isColumnHidden(int(ui::TokenColumn::Findings)));
    act(*second, u"Fit to content"_s);
    QVERIFY(second->columnWidth(1) < 222);
    act(*second, u"Reset columns"_s);
    QCOMPARE(second->columnWidth(1), designed);
    QCOMPARE(second->horizontalHeader()->visualIndex(1), 1);
    QVERIFY(second->isColumnHidden(int(ui::TokenColumn::Created)));
    QCOMPARE(second->horizontalHeader()->sortIndicatorSection(), int(ui::TokenColumn::Expires));
}

void TokensFiltersTest::impossibleColumnsAreNotLookedAt()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"window.ini"_s);
    {
        QSettings kept(file, QSettings::IniFormat);
        kept.setValue(u"tokensTable/order"_s, QStringList{u"name"_s, u"name"_s});
        kept.setValue(u"tokensTable/hidden"_s, QStringList{u"name"_s});
        kept.setValue(u"tokensTable/widths"_s, QStringList{u"-5"_s});
    }
    const ui::TokensPage page(
        {.theme = m_controller.theme(), .clock = m_clock, .source = *m_source, .stateFile = file});
    const auto *table = page.findChild<ui::TokensTable *>();
    QVERIFY(!table->isColumnHidden(0));
    QCOMPARE(table->columnWidth(0), m_controller.theme().width(190));
    QVERIFY(table->isColumnHidden(int(ui::TokenColumn::Status)));
}

QTEST_MAIN(TokensFiltersTest)
#include "tst_tokensfilters.moc"
