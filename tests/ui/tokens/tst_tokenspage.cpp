// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"
#include "tests/support/faketokensource.h"
#include "tests/ui/tokens/sampletokens.h"
#include "ui/common/badge.h"
#include "ui/common/themecontroller.h"
#include "ui/tokens/tokencells.h"
#include "ui/tokens/tokencolumns.h"
#include "ui/tokens/tokenspage.h"
#include "ui/tokens/tokenstable.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using State = ui::TokenListStatus::State;

class TokensPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void readyShowsTheList();
    void askingForARefresh();
    void skeletonAfterAWhile();
    void loadingOverAnOlderList();
    void stopIsPassedOn();
    void emptyList();
    void failedWithAnOlderList();
    void failedWithoutAnything();
    void filterAndItsEnd();
    void conditionsAndWhatWasMeant();
    void suggestionsWhileTyping();
    void chipsFilterAndCombine();
    void chipsThatDontFit();
    void weeksFilterTheTable();
    void filtersThatLeaveNothing();
    void columnsAreKept();
    void impossibleColumnsAreNotLookedAt();
    void detailsOfOneToken();
    void detailsOfASecondToken();
    void detailsOfSeveralAndNone();
    void selectionSurvivesARefresh();
    void selectedTokenIsGone();
    void narrowWindowCoversTheTable();
    void agesWhileShown();
    void schemeMayChange();
    void tabFollowsReading();
    void everythingHasAName();

private:
    template <typename T>
    T *child(const QString &name) const
    {
        T *found = m_window->findChild<T *>(name);
        return found ? found : (qFatal("no child %s", qPrintable(name)), nullptr);
    }
    [[nodiscard]] QString text(const QString &label) const { return child<QLabel>(label)->text(); }
    [[nodiscard]] bool isShown(const QString &name) const { return child<QWidget>(name)->isVisible(); }
    [[nodiscard]] ui::TokensTable &table() const { return *child<ui::TokensTable>(u"tokensTable"_s); }
    void click(const QString &button) { QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton); }
    void chooseRow(int row, Qt::KeyboardModifiers keys = {});

    ui::ThemeController m_controller{*qApp};
    test::FakeClock m_clock{test::sampleNow()};
    std::unique_ptr<test::FakeTokenSource> m_source;
    std::unique_ptr<QWidget> m_window;
};

void TokensPageTest::init()
{
    m_clock.set(test::sampleNow());
    m_window.reset();
    m_source = std::make_unique<test::FakeTokenSource>();
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    auto *page =
        new ui::TokensPage({.theme = m_controller.theme(), .clock = m_clock, .source = *m_source}, m_window.get());
    column->addWidget(page);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    page->setFocus();
}

void TokensPageTest::chooseRow(int row, Qt::KeyboardModifiers keys)
{
    const QPoint point = table().visualRect(table().model()->index(row, 0)).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, keys, point);
}

void TokensPageTest::readyShowsTheList()
{
    test::fillWithSample(*m_source);
    QVERIFY(table().isVisible());
    QCOMPARE(table().model()->rowCount(), 16);
    QCOMPARE(text(u"tokensCount"_s), u"16 tokens, 3 owners"_s);
    QCOMPARE(text(u"tokensAge"_s), u"Updated 2 min ago"_s);
    QVERIFY(!isShown(u"tokensNotice"_s));
    QVERIFY(!isShown(u"tokensStop"_s));
    QVERIFY(isShown(u"detailsEmpty"_s));
}

void TokensPageTest::askingForARefresh()
{
    click(u"tokensRefresh"_s);
    QCOMPARE(m_source->refreshes, 1);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_source->refreshes, 2); // the button shows itself pressed first
}

void TokensPageTest::skeletonAfterAWhile()
{
    m_source->setStatus({.state = State::Loading});
    QVERIFY(table().isVisible());
    QCOMPARE(table().model()->rowCount(), 0); // a quick answer shows no skeleton at all
    QCOMPARE(text(u"tokensCount"_s), u"Loading tokens…"_s);
    m_source->setStatus({.state = State::Loading, .pagesDone = 3, .pagesTotal = 8});
    QCOMPARE(text(u"tokensCount"_s), u"Loading tokens: page 3 of 8"_s);
    QTRY_VERIFY(table().model()->rowCount() > 0);
    chooseRow(0);
    QVERIFY(table().selectedIds().isEmpty());
    test::fillWithSample(*m_source);
    QCOMPARE(table().model()->rowCount(), 16);
}

void TokensPageTest::loadingOverAnOlderList()
{
    test::fillWithSample(*m_source);
    m_source->setStatus({.state = State::Loading, .pagesDone = 1, .pagesTotal = 2, .updatedAt = test::sampleNow()});
    QCOMPARE(table().model()->rowCount(), 16);
    QVERIFY(isShown(u"tokensStop"_s));
    QCOMPARE(child<QWidget>(u"tokensProgress"_s)->accessibleDescription(), u"1 of 2"_s);
}

void TokensPageTest::stopIsPassedOn()
{
    m_source->setStatus({.state = State::Loading});
    click(u"tokensStop"_s);
    QCOMPARE(m_source->stops, 1);
    m_source->setStatus({.state = State::Empty});
    QVERIFY(isShown(u"tokensEmpty"_s));
    QCOMPARE(text(u"tokensEmptyText"_s), u"Press F5 to read the tokens from Cloudflare."_s);
    const auto timers = m_window->findChildren<QTimer *>();
    QVERIFY2(std::none_of(timers.begin(), timers.end(), [](QTimer *t) { return t->isSingleShot() && t->isActive(); }),
             "the skeleton must not come any more");
}

void TokensPageTest::emptyList()
{
    m_source->setStatus({.state = State::Ready, .updatedAt = test::sampleNow()});
    QVERIFY(isShown(u"tokensEmpty"_s));
    QCOMPARE(text(u"tokensEmptyTitle"_s), u"No tokens yet"_s);
    QVERIFY(!isShown(u"tokensDetails"_s));
    QCOMPARE(text(u"tokensCount"_s), u"0 tokens"_s);
    test::fillWithSample(*m_source);
    QVERIFY(table().isVisible());
    QVERIFY(isShown(u"tokensDetails"_s));
}

void TokensPageTest::failedWithAnOlderList()
{
    test::fillWithSample(*m_source);
    const base::Error error{.code = base::Error::Code::Unavailable, .message = u"x"_s, .cfRay = u"8f2a-LHR"_s};
    m_source->setStatus({.state = State::Failed, .updatedAt = test::sampleNow().addSecs(-1740), .error = error});
    QVERIFY(isShown(u"tokensNotice"_s));
    QCOMPARE(text(u"tokensNoticeText"_s), u"Can't reach Cloudflare. Showing the list from 09:12 today."_s);
    QCOMPARE(table().model()->rowCount(), 16);
    QCOMPARE(text(u"tokensAge"_s), u"Offline, list from 09:12 today"_s);
    click(u"tokensNoticeDetailsButton"_s);
    QCOMPARE(text(u"tokensNoticeDetails"_s), u"cf-ray 8f2a-LHR"_s);
    QVERIFY(isShown(u"tokensNoticeDetails"_s));
    click(u"tokensRetry"_s);
    QCOMPARE(m_source->refreshes, 1);
    m_source->setStatus({.state = State::Ready, .updatedAt = test::sampleNow()});
    QVERIFY(!isShown(u"tokensNotice"_s));
}

void TokensPageTest::failedWithoutAnything()
{
    m_source->setStatus({.state = State::Failed,
                         .error = base::Error{.code = base::Error::Code::Unauthenticated, .message = u"Revoked."_s}});
    QCOMPARE(text(u"tokensNoticeText"_s), u"The tokens could not be read. Revoked."_s);
    QVERIFY(isShown(u"tokensRetry"_s));
    QVERIFY(!isShown(u"tokensNoticeDetailsButton"_s));
    QVERIFY(isShown(u"tokensEmpty"_s));
}

void TokensPageTest::filterAndItsEnd()
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

void TokensPageTest::conditionsAndWhatWasMeant()
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

void TokensPageTest::suggestionsWhileTyping()
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

void TokensPageTest::chipsFilterAndCombine()
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

void TokensPageTest::chipsThatDontFit()
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

void TokensPageTest::weeksFilterTheTable()
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

void TokensPageTest::filtersThatLeaveNothing()
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

void TokensPageTest::columnsAreKept()
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

void TokensPageTest::impossibleColumnsAreNotLookedAt()
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

void TokensPageTest::detailsOfOneToken()
{
    test::fillWithSample(*m_source);
    chooseRow(5);
    QCOMPARE(text(u"detailsName"_s), u"deploy-workers-prod"_s);
    QCOMPARE(child<ui::BadgeLabel>(u"detailsBadge"_s)->badge().text, u"Expires in 12 days"_s);
    QCOMPARE(text(u"detailsOwner"_s), u"Owned by Harbour Labs"_s);
    QCOMPARE(text(u"detailsCreated"_s), u"5 Jun 2026, 14:12"_s);
    QCOMPARE(text(u"detailsLastUsed"_s), u"Today, 09:37"_s);
    QCOMPARE(text(u"detailsExpires"_s), u"5 Dec 2026, 10:41"_s);
    QCOMPARE(text(u"detailsAddresses"_s), u"None, any address works"_s);
    QVERIFY(!isShown(u"detailsStarts"_s));
    QCOMPARE(text(u"tokensSelected"_s), u"1 selected"_s);
    QStringList words;
    for (const QLabel *label : child<QWidget>(u"tokensDetails"_s)->findChildren<QLabel *>())
        words += label->text();
    QVERIFY(words.contains(u"In the account Harbour Labs"_s));
    QVERIFY(words.contains(u"In all zones of Harbour Labs"_s));
    QVERIFY(words.contains(u"Edit Workers Routes."_s));
    click(u"detailsCopyId"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), table().selectedIds().first());
    QCOMPARE(child<QWidget>(u"detailsCopyId"_s)->accessibleDescription(), u"Copied"_s);
}

void TokensPageTest::detailsOfASecondToken()
{
    std::vector<model::Token> tokens = test::sampleTokens();
    for (model::Token &token : tokens) {
        token.condition = {.in = {u"192.0.2.0/24"_s}, .notIn = {u"192.0.2.1/32"_s}};
        token.expiresOn.reset();
        token.lastUsedOn.reset();
        token.notBefore = test::sampleNow().addDays(3);
    }
    m_source->setStatus({.state = State::Ready, .updatedAt = test::sampleNow()});
    m_source->setTokens(tokens);
    chooseRow(0);
    QCOMPARE(text(u"detailsAddresses"_s), u"Only from 192.0.2.0/24. Not from 192.0.2.1/32"_s);
    QCOMPARE(text(u"detailsExpires"_s), u"Never"_s);
    QCOMPARE(text(u"detailsLastUsed"_s), u"Never"_s);
    QCOMPARE(text(u"detailsStarts"_s), u"26 Nov 2026, 09:41"_s);
    QCOMPARE(child<ui::BadgeLabel>(u"detailsBadge"_s)->badge().text, u"Starts in 3 days"_s);
}

void TokensPageTest::detailsOfSeveralAndNone()
{
    test::fillWithSample(*m_source);
    chooseRow(1);
    chooseRow(3, Qt::ShiftModifier);
    QCOMPARE(text(u"detailsEmptyText"_s), u"3 tokens selected"_s);
    QCOMPARE(text(u"tokensSelected"_s), u"3 selected"_s);
    QTest::keyClick(&table(), Qt::Key_Escape);
    QVERIFY(table().selectedIds().isEmpty());
    QCOMPARE(text(u"detailsEmptyText"_s), u"Select a token to see what it can do"_s);
    chooseRow(1);
    click(u"detailsClose"_s);
    QVERIFY(table().selectedIds().isEmpty());
}

void TokensPageTest::selectionSurvivesARefresh()
{
    test::fillWithSample(*m_source);
    chooseRow(5);
    const QStringList before = table().selectedIds();
    std::vector<model::Token> tokens = test::sampleTokens();
    tokens.erase(tokens.begin());
    m_source->setTokens(tokens);
    QCOMPARE(table().selectedIds(), before);
    QCOMPARE(text(u"detailsName"_s), u"deploy-workers-prod"_s);
}

void TokensPageTest::selectedTokenIsGone()
{
    test::fillWithSample(*m_source);
    chooseRow(5);
    std::vector<model::Token> tokens = test::sampleTokens();
    std::erase_if(tokens, [](const model::Token &token) { return token.name == u"deploy-workers-prod"_s; });
    m_source->setTokens(tokens);
    QVERIFY(table().selectedIds().isEmpty());
    QVERIFY(isShown(u"detailsEmpty"_s));
    QVERIFY(!isShown(u"tokensSelected"_s));
}

void TokensPageTest::narrowWindowCoversTheTable()
{
    test::fillWithSample(*m_source);
    m_window->resize(1000, 640);
    QTRY_COMPARE(m_window->width(), 1000);
    QTRY_VERIFY(!isShown(u"tokensDetails"_s));
    const int whole = table().width();
    QTest::keyClick(&table(), Qt::Key_Down);
    QVERIFY(!isShown(u"tokensDetails"_s)); // moving through rows doesn't cover them
    QTest::keyClick(&table(), Qt::Key_Return);
    QVERIFY(isShown(u"tokensDetails"_s));
    QCOMPARE(table().width(), whole);
    QTest::keyClick(&table(), Qt::Key_Escape);
    QVERIFY(!isShown(u"tokensDetails"_s));
    QVERIFY(table().hasFocus());
    QCOMPARE(table().selectedIds().size(), 1);
    m_window->resize(1280, 800);
    QTRY_VERIFY(isShown(u"tokensDetails"_s));
    QTRY_VERIFY(table().width() < m_window->width());
}

void TokensPageTest::agesWhileShown()
{
    test::fillWithSample(*m_source);
    m_clock.advance(std::chrono::minutes(8));
    m_window->hide();
    m_window->show();
    QCOMPARE(text(u"tokensAge"_s), u"Updated 10 min ago"_s);
}

void TokensPageTest::schemeMayChange()
{
    test::fillWithSample(*m_source);
    chooseRow(5);
    const QColor before = m_window->grab().toImage().pixelColor(600, 780);
    m_controller.setScheme(ui::Scheme::Dark);
    const QColor after = m_window->grab().toImage().pixelColor(600, 780);
    m_controller.setScheme(ui::Scheme::Light);
    QCOMPARE(before, ui::colourOf(ui::Scheme::Light, ui::Colour::Window));
    QCOMPARE(after, ui::colourOf(ui::Scheme::Dark, ui::Colour::Window));
}

void TokensPageTest::tabFollowsReading()
{
    test::fillWithSample(*m_source);
    m_source->setStatus(
        {.state = State::Failed,
         .updatedAt = test::sampleNow(),
         .error = base::Error{.code = base::Error::Code::Timeout, .message = u"x"_s, .detail = u"y"_s}});
    chooseRow(5);
    QLineEdit *filter = child<QLineEdit>(u"tokensFilter"_s);
    filter->setFocus();
    QStringList order;
    do {
        order += QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != filter && order.size() < 20);
    QCOMPARE(order, (QStringList{u"tokensFilter"_s, u"tokensRefresh"_s, u"tokensMore"_s, u"tokensNoticeDetailsButton"_s,
                                 u"tokensRetry"_s, u"chipAll"_s, u"chip-expiring"_s, u"chip-expired"_s,
                                 u"chip-unused"_s, u"chip-broad"_s, u"chip-no-ip-limit"_s, u"chip-never-expires"_s,
                                 u"chipsMore"_s, u"tokensTimeline"_s, u"tokensTable"_s, u"detailsClose"_s,
                                 u"detailsScroll"_s, u"detailsCopyId"_s}));
}

void TokensPageTest::everythingHasAName()
{
    test::fillWithSample(*m_source);
    m_source->setStatus(
        {.state = State::Failed,
         .updatedAt = test::sampleNow(),
         .error = base::Error{.code = base::Error::Code::Timeout, .message = u"x"_s, .detail = u"y"_s}});
    chooseRow(5);
    int walked = 0;
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool control = widget->focusPolicy() != Qt::NoFocus && widget->isVisible();
        if (!control || widget->inherits("QScrollBar") || widget->inherits("QHeaderView"))
            continue;
        ++walked;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY(face);
        QVERIFY2(!face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            QVERIFY2(button->width() >= 24 && button->height() >= 24, qPrintable(button->objectName()));
            QVERIFY2(!button->text().isEmpty() || !button->toolTip().isEmpty(), qPrintable(button->objectName()));
        }
    }
    QVERIFY(walked >= 7);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&table());
    QVERIFY(face && face->tableInterface());
    QAccessibleInterface *cell = face->tableInterface()->cellAt(5, 3);
    QCOMPARE(cell->text(QAccessible::Name), u"Expires in 12 days, warning"_s);
}

QTEST_MAIN(TokensPageTest)
#include "tst_tokenspage.moc"
