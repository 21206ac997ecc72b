// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tokens/pagefixture.h"
#include "ui/common/message.h"
#include "ui/common/paragraph.h"

#include <QSignalSpy>

class TokensPageTest : public PageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void readyShowsTheList();
    void askingForARefresh();
    void skeletonAfterAWhile();
    void loadingOverAnOlderList();
    void stopIsPassedOn();
    void emptyList();
    void failedWithAnOlderList();
    void failedWithoutAnything();
    void detailsOfOneToken();
    void detailsOfASecondToken();
    void detailsNameZones();
    void detailsOfSeveralAndNone();
    void severalInNumbers();
    void selectionSurvivesARefresh();
    void selectedTokenIsGone();
    void narrowWindowCoversTheTable();
    void agesWhileShown();
    void progressKeepsTheKeyboardOnItsButton();
    void schemeMayChange();
    void tabFollowsReading();
    void everythingHasAName();
};

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
    const QSignalSpy asked(child<ui::TokensPage>(u"tokensPage"_s), &ui::TokensPage::newTokenRequested);
    click(u"tokensFirst"_s);
    QCOMPARE(asked.size(), 1);
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
    QCOMPARE(text(u"tokensNoticeText"_s),
             u"Can't reach Cloudflare. Showing the list from 09:12 today. Trying again…"_s);
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

void TokensPageTest::detailsNameZones()
{
    test::fillWithSample(*m_source);
    const auto place = [this] { // of "claude-dns-trial", on one zone
        const auto labels = child<QWidget>(u"tokensDetails"_s)->findChildren<ui::Paragraph *>();
        const auto found = std::find_if(labels.begin(), labels.end(),
                                        [](const QLabel *label) { return label->text().startsWith(u"In the zone"_s); });
        return found == labels.end() ? nullptr : *found;
    };
    const QString id = u"20ne"_s + QString(28, u'0');
    child<QLineEdit>(u"tokensFilter"_s)->setText(u"zone:harbour.ex"_s);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    child<QLineEdit>(u"tokensFilter"_s)->setText(u"name:claude zone:20ne00"_s);
    QTRY_COMPARE(table().model()->rowCount(), 1);
    chooseRow(0);
    QVERIFY(place());
    QCOMPARE(place()->text(), u"In the zone 20ne0000…"_s);
    QVERIFY(place()->toolTip().contains(id));
    child<QLineEdit>(u"tokensFilter"_s)->setText(u"name:claude zone:harbour.ex"_s);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    m_source->setZoneName(id, u"harbour.example"_s);
    QTRY_COMPARE(table().model()->rowCount(), 1);
    chooseRow(0);
    QCOMPARE(place()->text(), u"In the zone harbour.example"_s);
    QVERIFY(place()->toolTip().contains(u"harbour.example, ID "_s + id));
    child<QLineEdit>(u"tokensFilter"_s)->setText(u"name:claude"_s);
    m_source->setZoneName(id, u"<b>wide</b>.example"_s); // while it is shown; text from outside
    QCOMPARE(place()->text(), u"In the zone <b>wide</b>.example"_s);
    QVERIFY(!place()->toolTip().contains(u"<b>"_s));
}

void TokensPageTest::detailsOfSeveralAndNone()
{
    test::fillWithSample(*m_source);
    chooseRow(1);
    chooseRow(3, Qt::ShiftModifier);
    QCOMPARE(text(u"severalTitle"_s), u"3 tokens selected"_s);
    QVERIFY(isShown(u"severalTitle"_s));
    QVERIFY(!isShown(u"detailsName"_s));
    QCOMPARE(text(u"tokensSelected"_s), u"3 selected"_s);
    click(u"severalClose"_s);
    QVERIFY(table().selectedIds().isEmpty());
    chooseRow(1);
    chooseRow(3, Qt::ShiftModifier);
    QTest::keyClick(&table(), Qt::Key_Escape);
    QVERIFY(table().selectedIds().isEmpty());
    QCOMPARE(text(u"detailsEmptyText"_s), u"Select a token to see what it can do"_s);
    chooseRow(1);
    click(u"detailsClose"_s);
    QVERIFY(table().selectedIds().isEmpty());
}

void TokensPageTest::severalInNumbers()
{
    test::fillWithSample(*m_source);
    table().selectAll();
    QCOMPARE(text(u"severalTitle"_s), u"16 tokens selected"_s);
    int states = 0;
    for (const QString &state : {u"active"_s, u"pending"_s, u"disabled"_s, u"expired"_s})
        states += m_window->findChild<QLabel *>(u"several-"_s + state) ? text(u"several-"_s + state).toInt() : 0;
    QCOMPARE(states, 16);
    QCOMPARE(text(u"several-expired"_s), u"2"_s);
    int owned = 0;
    for (int i = 0; i < 3; ++i)
        owned += text(u"severalOwner%1"_s.arg(i)).toInt();
    QCOMPARE(owned, 16);
    QCOMPARE(text(u"severalNext"_s), u"Next to expire: claude-dns-trial, in 6 hours"_s);
    QTRY_VERIFY(m_window->findChild<QLabel *>(u"several-flagged"_s)); // looked for while the window is idle
    QVERIFY(text(u"several-flagged"_s).toInt() > 0);
    m_clock.advance(std::chrono::hours(7));
    m_window->hide();
    m_window->show();
    QCOMPARE(text(u"several-expired"_s), u"3"_s);
    QVERIFY(text(u"severalNext"_s) != u"Next to expire: claude-dns-trial, in 6 hours"_s);
    const QWidget *pane = child<QWidget>(u"tokensDetails"_s);
    for (const QLabel *label : pane->findChildren<QLabel *>())
        QVERIFY2(!label->isVisible() || label->width() <= pane->width(), qPrintable(label->text()));
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

void TokensPageTest::progressKeepsTheKeyboardOnItsButton()
{
    test::fillWithSample(*m_source);
    auto *page = m_window->findChild<ui::TokensPage *>();
    int stops = 0;
    page->showResult({.title = u"1 of 9"_s}, u"Stop"_s, [] { QFAIL("an older one"); });
    QTRY_VERIFY(isShown(u"tokensResultAct"_s));
    child<QAbstractButton>(u"tokensResultAct"_s)->setFocus();
    page->showResult({.title = u"2 of 9"_s}, u"Stop"_s, [&stops] { ++stops; });
    QVERIFY(child<QAbstractButton>(u"tokensResultAct"_s)->hasFocus());
    QCOMPARE(text(u"tokensResultText"_s), u"2 of 9"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(stops, 1);
    page->showResult({.tone = ui::Tone::Ok, .title = u"Done."_s});
    QVERIFY(table().hasFocus());
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
