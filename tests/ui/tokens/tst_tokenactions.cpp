// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"
#include "tests/support/faketokensource.h"
#include "tests/support/widgetwalk.h"
#include "tests/ui/tokens/sampletokens.h"
#include "ui/common/themecontroller.h"
#include "ui/tokens/tokenactions.h"
#include "ui/tokens/tokenspage.h"
#include "ui/tokens/tokenstable.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using State = ui::TokenListStatus::State;

/** What can be done with tokens, by key, by button, by menu, on the real page. */
class TokenActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void keysAskForChanges();
    void nothingSelectedIsNothingToDo();
    void severalCanBeChangedButNotEdited();
    void disabledOnesAreEnabled();
    void copiesIdsAndNames();
    void buttonsOfThePane();
    void findingsOpenTheirPlace();
    void offlineSaysWhy();
    void menuByKeyAndMouse();
    void dashboardOfTheOwner();
    void barForSeveral();

private:
    void select(const QStringList &names);
    [[nodiscard]] QString idOf(const QString &name) const;
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        auto *found = m_window->findChild<QPushButton *>(name);
        return found ? found : (qFatal("no button %s", qPrintable(name)), nullptr);
    }
    [[nodiscard]] ui::TokensTable &table() const { return *m_window->findChild<ui::TokensTable *>(); }
    [[nodiscard]] ui::TokenActions &actions() const { return m_page->actions(); }

    ui::ThemeController m_theme{*qApp};
    test::FakeClock m_clock{test::sampleNow()};
    std::unique_ptr<test::FakeTokenSource> m_source;
    std::unique_ptr<QWidget> m_window;
    ui::TokensPage *m_page = nullptr;
};

void TokenActionsTest::init()
{
    m_window.reset();
    m_source = std::make_unique<test::FakeTokenSource>();
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    m_page = new ui::TokensPage({.theme = m_theme.theme(), .clock = m_clock, .source = *m_source}, m_window.get());
    column->addWidget(m_page);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    test::fillWithSample(*m_source);
    m_page->setFocus();
}

QString TokenActionsTest::idOf(const QString &name) const
{
    for (const model::Token &token : m_source->tokens()) {
        if (token.name == name)
            return token.id;
    }
    return {};
}

void TokenActionsTest::select(const QStringList &names)
{
    QStringList ids;
    for (const QString &name : names)
        ids += idOf(name);
    table().selectIds(ids);
    QCOMPARE(table().selectedIds().size(), names.size());
    table().setFocus();
}

void TokenActionsTest::keysAskForChanges()
{
    select({u"deploy-workers-prod"_s});
    QStringList asked;
    connect(&actions(), &ui::TokenActions::editRequested, this, [&](const model::Token &token, ui::EditPlace place) {
        QCOMPARE(place, ui::EditPlace::Name);
        asked += u"edit "_s + token.name;
    });
    connect(&actions(), &ui::TokenActions::toggleRequested, this,
            [&](const std::vector<model::Token> &tokens) { asked += u"toggle %1"_s.arg(tokens.size()); });
    connect(&actions(), &ui::TokenActions::rollRequested, this,
            [&](const model::Token &token) { asked += u"roll "_s + token.name; });
    connect(&actions(), &ui::TokenActions::revokeRequested, this,
            [&](const std::vector<model::Token> &tokens) { asked += u"revoke "_s + tokens.front().name; });
    connect(&actions(), &ui::TokenActions::exportRequested, this, [&] { asked += u"export"_s; });
    QTest::keyClick(&table(), Qt::Key_F2);
    QTest::keyClick(&table(), Qt::Key_D, Qt::ControlModifier);
    QTest::keyClick(&table(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&table(), Qt::Key_Delete);
    QTest::keyClick(&table(), Qt::Key_E, Qt::ControlModifier);
    QTest::keyClick(&table(), Qt::Key_R, Qt::ControlModifier); // nothing rotates yet
    QCOMPARE(asked, (QStringList{u"edit deploy-workers-prod"_s, u"toggle 1"_s, u"roll deploy-workers-prod"_s,
                                 u"revoke deploy-workers-prod"_s, u"export"_s}));
}

void TokenActionsTest::nothingSelectedIsNothingToDo()
{
    table().clearSelection();
    for (QAction *action : {actions().edit(), actions().toggle(), actions().roll(), actions().revoke(),
                            actions().copyId(), actions().copyName(), actions().dashboard()})
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    QVERIFY(actions().exportList()->isEnabled());
}

void TokenActionsTest::severalCanBeChangedButNotEdited()
{
    select({u"deploy-workers-prod"_s, u"staging-pages"_s});
    QVERIFY(!actions().edit()->isEnabled());
    QVERIFY(!actions().roll()->isEnabled());
    QVERIFY(actions().toggle()->isEnabled());
    std::vector<model::Token> got;
    connect(&actions(), &ui::TokenActions::revokeRequested, this,
            [&](const std::vector<model::Token> &tokens) { got = tokens; });
    actions().revoke()->trigger();
    QCOMPARE(got.size(), 2U);
}

void TokenActionsTest::disabledOnesAreEnabled()
{
    select({u"partner-logpush"_s});
    QCOMPARE(actions().toggle()->text(), u"Enable"_s);
    QCOMPARE(button(u"detailsToggle"_s)->text(), u"Enable"_s);
    select({u"partner-logpush"_s, u"staging-pages"_s});
    QCOMPARE(actions().toggle()->text(), u"Disable"_s);
}

void TokenActionsTest::copiesIdsAndNames()
{
    select({u"deploy-workers-prod"_s, u"staging-pages"_s});
    QTest::keySequence(&table(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), idOf(u"deploy-workers-prod"_s) + u'\n' + idOf(u"staging-pages"_s));
    actions().copyName()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"deploy-workers-prod\nstaging-pages"_s);
}

void TokenActionsTest::buttonsOfThePane()
{
    select({u"deploy-workers-prod"_s});
    QVERIFY(!button(u"detailsRotate"_s)->isVisible());
    QSignalSpy revoked(&actions(), &ui::TokenActions::revokeRequested);
    QSignalSpy rolled(&actions(), &ui::TokenActions::rollRequested);
    QTest::mouseClick(button(u"detailsRevoke"_s), Qt::LeftButton);
    QTest::mouseClick(button(u"detailsRoll"_s), Qt::LeftButton);
    QCOMPARE(revoked.size(), 1);
    QCOMPARE(rolled.size(), 1);
    QCOMPARE(button(u"detailsEdit"_s)->toolTip(), u"Edit (F2)"_s);
    actions().rotate()->setVisible(true);
    QVERIFY(button(u"detailsRotate"_s)->isVisible());
    QCOMPARE(test::namelessWidgets(*m_window), QStringList());
    QCOMPARE(test::cutTexts(*m_window), QStringList());
}

void TokenActionsTest::findingsOpenTheirPlace()
{
    select({u"deploy-workers-prod"_s});
    QList<ui::EditPlace> places;
    connect(&actions(), &ui::TokenActions::editRequested, this,
            [&](const model::Token &, ui::EditPlace place) { places += place; });
    QStringList words;
    for (int i = 0; auto *fix = m_window->findChild<QPushButton *>(u"detailsFinding%1Fix"_s.arg(i)); ++i) {
        words += fix->text();
        QTest::mouseClick(fix, Qt::LeftButton);
    }
    QCOMPARE(words, (QStringList{u"Set expiry…"_s, u"Choose…"_s, u"Limit…"_s}));
    QCOMPARE(places, (QList{ui::EditPlace::Expiry, ui::EditPlace::Access, ui::EditPlace::Addresses}));
}

void TokenActionsTest::offlineSaysWhy()
{
    select({u"deploy-workers-prod"_s});
    const base::Error error{.code = base::Error::Code::Unavailable, .message = u"x"_s};
    m_source->setStatus({.state = State::Failed, .updatedAt = test::sampleNow(), .error = error});
    for (const QString &name :
         {u"detailsEdit"_s, u"detailsToggle"_s, u"detailsRoll"_s, u"detailsRevoke"_s, u"detailsFinding0Fix"_s}) {
        QVERIFY2(!button(name)->isEnabled(), qPrintable(name));
        QVERIFY2(button(name)->toolTip().contains(u"can't be reached"_s), qPrintable(name));
    }
    QVERIFY(actions().copyId()->isEnabled());
    m_source->setStatus({.state = State::Ready, .updatedAt = test::sampleNow()});
    QVERIFY(button(u"detailsRevoke"_s)->isEnabled());
}

void TokenActionsTest::menuByKeyAndMouse()
{
    select({u"deploy-workers-prod"_s});
    QTest::keyClick(&table(), Qt::Key_F10, Qt::ShiftModifier);
    auto *menu = m_window->findChild<QMenu *>(u"tokensMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QVERIFY(menu->actions().contains(actions().revoke()));
    QCOMPARE(menu->actions().last(), actions().revoke());
    menu->close();
    QTRY_VERIFY(!m_window->findChild<QMenu *>(u"tokensMenu"_s));
    const QPoint point = table().visualRect(table().model()->index(2, 0)).center();
    QTest::mouseClick(table().viewport(), Qt::RightButton, {}, point);
    QContextMenuEvent asked(QContextMenuEvent::Mouse, point, table().viewport()->mapToGlobal(point));
    QApplication::sendEvent(table().viewport(), &asked);
    QVERIFY(m_window->findChild<QMenu *>(u"tokensMenu"_s));
    QCOMPARE(table().selectedIds(), QStringList{idOf(u"claude-dns-trial"_s)});
}

void TokenActionsTest::dashboardOfTheOwner()
{
    QUrl address;
    connect(&actions(), &ui::TokenActions::dashboardRequested, this, [&](const QUrl &url) { address = url; });
    select({u"dns-audit-readonly"_s});
    actions().dashboard()->trigger();
    QCOMPARE(address, QUrl(u"https://dash.cloudflare.com/profile/api-tokens"_s));
}

void TokenActionsTest::barForSeveral()
{
    auto *bar = m_window->findChild<QWidget *>(u"tokensBulk"_s);
    auto *footer = m_window->findChild<QWidget *>(u"tokensFooter"_s);
    select({u"deploy-workers-prod"_s});
    QVERIFY(!bar->isVisible() && footer->isVisible());
    select({u"deploy-workers-prod"_s, u"staging-pages"_s, u"waf-rules-bot"_s});
    QVERIFY(bar->isVisible() && !footer->isVisible());
    QCOMPARE(m_window->findChild<QLabel *>(u"tokensBulkCount"_s)->text(), u"3 selected"_s);
    QVERIFY(!button(u"bulkRotate"_s)->isVisible());
    QSignalSpy toggled(&actions(), &ui::TokenActions::toggleRequested);
    QTest::mouseClick(button(u"bulkToggle"_s), Qt::LeftButton);
    QCOMPARE(toggled.first().first().value<std::vector<model::Token>>().size(), 3U);
    QCOMPARE(test::namelessWidgets(*m_window), QStringList());
    QCOMPARE(test::cutTexts(*m_window), QStringList());
    QTest::mouseClick(m_window->findChild<QAbstractButton *>(u"tokensBulkClear"_s), Qt::LeftButton);
    QVERIFY(!bar->isVisible() && footer->isVisible());
    QVERIFY(table().selectedIds().isEmpty());
}

QTEST_MAIN(TokenActionsTest)
#include "tst_tokenactions.moc"
