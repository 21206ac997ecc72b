// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"
#include "tests/support/faketokensource.h"
#include "tests/ui/tokens/sampletokens.h"
#include "ui/common/cell.h"
#include "ui/common/themecontroller.h"
#include "ui/tokens/tokenstable.h"
#include "ui/tokens/tokentablemodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using ui::TokenColumn;

class TokenTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QApplication::setFont(m_font); }

    void modelKeepsTheRules();
    void sameTokensKeepTheSelection();
    void cellsAreSpoken_data();
    void cellsAreSpoken();
    void looksFollowTheClock();
    void placeholdersCantBeChosen();
    void firstOrder();
    void headerClicks();
    void orderIgnoresWords();
    void nameFilter();
    void namesAreMadePlain();
    void hoverAndKeyboardMarkWholeRows();
    void paintsAtEverySize_data();
    void paintsAtEverySize();
    void copiesIds();

private:
    [[nodiscard]] QString shown(int row, TokenColumn column = TokenColumn::Name) const
    {
        return m_model->index(row, int(column)).data().toString();
    }
    [[nodiscard]] QModelIndex cell(const QString &name, TokenColumn column) const;

    QFont m_font = QApplication::font();
    ui::ThemeController m_controller{*qApp};
    test::FakeClock m_clock{test::sampleNow()};
    test::FakeTokenSource m_source;
    std::unique_ptr<ui::TokenTableModel> m_model;
    std::vector<model::Token> m_tokens; ///< borrowed by the model
    void give(std::vector<model::Token> tokens)
    {
        const std::vector<model::Token> before = std::exchange(m_tokens, std::move(tokens));
        m_model->setTokens(m_tokens);
    }
};

void TokenTableTest::init()
{
    test::fillWithSample(m_source);
    m_clock.set(test::sampleNow());
    m_model = std::make_unique<ui::TokenTableModel>(
        m_clock, search::IndexNames{.owner = [this](const model::Owner &owner) { return m_source.ownerName(owner); }});
    give(test::sampleTokens());
    m_model->sort(int(TokenColumn::Expires));
}

QModelIndex TokenTableTest::cell(const QString &name, TokenColumn column) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->tokenAt(row)->name == name)
            return m_model->index(row, int(column));
    }
    return {};
}

void TokenTableTest::modelKeepsTheRules()
{
    const QAbstractItemModelTester model(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    give({});
    m_model->setPlaceholders(8);
    QCOMPARE(m_model->rowCount(), 8);
    m_model->setPlaceholders(0);
    give(test::sampleTokens());
    m_model->setSearch(u"dns"_s);
    m_model->sort(int(TokenColumn::Access), Qt::DescendingOrder);
    std::vector<model::Token> fewer = test::sampleTokens();
    fewer.resize(5);
    m_model->setSearch({});
    give(fewer);
    QCOMPARE(m_model->rowCount(), 5);
}

void TokenTableTest::sameTokensKeepTheSelection()
{
    m_model->sort(-1);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    std::vector<model::Token> tokens = test::sampleTokens();
    tokens.front().name = u"renamed"_s;
    give(tokens);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(u"renamed"_s, TokenColumn::Name).data().toString(), u"renamed"_s);
    tokens.pop_back();
    give(tokens);
    QCOMPARE(reset.count(), 1);
}

void TokenTableTest::cellsAreSpoken_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<TokenColumn>("column");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("spoken");
    const auto add = [](const char *tag, const QString &name, TokenColumn column, const QString &text,
                        const QString &spoken) { QTest::newRow(tag) << name << column << text << spoken; };
    const QString deploy = u"deploy-workers-prod"_s;
    add("works", u"staging-pages"_s, TokenColumn::Name, u"staging-pages"_s, u"staging-pages, works"_s);
    add("disabled", u"partner-logpush"_s, TokenColumn::Name, u"partner-logpush"_s, u"partner-logpush, disabled"_s);
    add("owner", deploy, TokenColumn::Owner, u"Harbour Labs"_s, u"Owned by Harbour Labs"_s);
    add("access", deploy, TokenColumn::Access, u"7 permissions · all zones"_s, u"Access: 7 permissions · all zones"_s);
    add("soon", deploy, TokenColumn::Expires, u"in 12 days"_s, u"Expires in 12 days, warning"_s);
    add("urgent", u"ci-dns-preview"_s, TokenColumn::Expires, u"in 5 days"_s, u"Expires in 5 days, urgent"_s);
    add("over", u"preview-deploys"_s, TokenColumn::Expires, u"2 days ago"_s, u"Expired 2 days ago"_s);
    add("far", u"waf-rules-bot"_s, TokenColumn::Expires, u"in 7 months"_s, u"Expires in 7 months"_s);
    add("never", u"terraform-main"_s, TokenColumn::Expires, u"Never"_s, u"Never expires"_s);
    add("used", deploy, TokenColumn::LastUsed, u"4 min ago"_s, u"Last used: 4 min ago"_s);
    add("unused", u"zero-trust-sync"_s, TokenColumn::LastUsed, u"Never"_s, u"Never used"_s);
    add("status", u"partner-logpush"_s, TokenColumn::Status, u"Disabled"_s, u"Status: Disabled"_s);
    add("created", deploy, TokenColumn::Created, u"5 Jun"_s, u"Created 5 Jun"_s);
}

void TokenTableTest::cellsAreSpoken()
{
    QFETCH(QString, name);
    QFETCH(TokenColumn, column);
    const QModelIndex index = cell(name, column);
    QTEST(index.data().toString(), "shown");
    QTEST(index.data(Qt::AccessibleTextRole).toString(), "spoken");
}

void TokenTableTest::looksFollowTheClock()
{
    const QModelIndex name = cell(u"staging-pages"_s, TokenColumn::Name);
    const QModelIndex expires = cell(u"staging-pages"_s, TokenColumn::Expires);
    const auto look = [](const QModelIndex &index) { return index.data(ui::CellLookRole).value<ui::CellLook>(); };
    QCOMPARE(look(name).icon, u"act"_s);
    QCOMPARE(look(expires).textColour, ui::Colour::Text2);
    m_clock.advance(std::chrono::hours(24 * 70));
    QCOMPARE(look(name).icon, u"clock"_s);
    QCOMPARE(look(expires).textColour, ui::Colour::Warn);
    m_clock.advance(std::chrono::hours(24 * 20));
    QCOMPARE(look(expires).textColour, ui::Colour::Danger);
    m_clock.advance(std::chrono::hours(24 * 20));
    QCOMPARE(look(name).icon, u"expd"_s);
    QCOMPARE(expires.data(Qt::ToolTipRole).toString(), u"26 Feb 2027, 09:41"_s);
}

void TokenTableTest::placeholdersCantBeChosen()
{
    give({});
    m_model->setPlaceholders(3);
    QCOMPARE(m_model->rowCount(), 3);
    QVERIFY(m_model->index(0, 0).data(ui::CellPlaceholderRole).toBool());
    QCOMPARE(m_model->flags(m_model->index(0, 0)), Qt::NoItemFlags);
    QCOMPARE(m_model->tokenAt(0), nullptr);
    give(test::sampleTokens());
    QVERIFY(!m_model->index(0, 0).data(ui::CellPlaceholderRole).toBool());
}

void TokenTableTest::firstOrder()
{
    QCOMPARE(shown(0), u"old-migration-2024"_s); // expired, longest ago
    QCOMPARE(shown(1), u"preview-deploys"_s);
    QCOMPARE(shown(2), u"claude-dns-trial"_s);
    const int last = m_model->rowCount() - 1;
    QCOMPARE(shown(last, TokenColumn::Expires), u"Never"_s);
    QCOMPARE(shown(last - 2), u"stream-upload"_s); // the three without an end, by name
    QCOMPARE(shown(last), u"zero-trust-sync"_s);
    m_model->sort(int(TokenColumn::LastUsed));
    QCOMPARE(shown(0), u"zero-trust-sync"_s); // never used
    QCOMPARE(shown(1), u"old-migration-2024"_s);
    m_model->sort(int(TokenColumn::Owner), Qt::DescendingOrder);
    QCOMPARE(shown(0), u"certbot-mail"_s); // You, and names still go up
    QCOMPARE(shown(1), u"dns-audit-readonly"_s);
}

void TokenTableTest::headerClicks()
{
    ui::TokensTable table(m_controller.theme(), *m_model);
    table.resize(760, 400);
    table.show();
    QHeaderView *header = table.horizontalHeader();
    QCOMPARE(header->sortIndicatorSection(), int(TokenColumn::Expires));
    const auto click = [&] {
        const int x = header->sectionViewportPosition(int(TokenColumn::Name)) + 30;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
    };
    click();
    QCOMPARE(shown(0), u"backup-r2-nightly"_s);
    click();
    QCOMPARE(shown(0), u"zero-trust-sync"_s);
    click();
    QCOMPARE(shown(0), u"terraform-main"_s); // as the list came
}

void TokenTableTest::orderIgnoresWords()
{
    m_model->sort(int(TokenColumn::Expires), Qt::DescendingOrder);
    const QString before = shown(5);
    m_clock.advance(std::chrono::hours(24));
    m_model->refreshTimes();
    QCOMPARE(shown(5), before);
}

void TokenTableTest::nameFilter()
{
    m_model->setSearch(u" DNS "_s);
    QCOMPARE(m_model->rowCount(), 3);
    m_model->setSearch(u"nothing like it"_s);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setSearch({});
    QCOMPARE(m_model->rowCount(), 16);
}

void TokenTableTest::namesAreMadePlain()
{
    std::vector<model::Token> tokens = test::sampleTokens();
    tokens.front().name = u"evil\u202E\nname"_s;
    give(tokens);
    m_model->sort(-1);
    QCOMPARE(m_model->index(0, 0).data().toString(), u"evil name"_s);
}

void TokenTableTest::hoverAndKeyboardMarkWholeRows()
{
    ui::TokensTable table(m_controller.theme(), *m_model);
    table.resize(760, 400);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setFocus();
    QTest::mouseMove(table.viewport(), table.visualRect(m_model->index(2, 3)).center());
    QTRY_COMPARE(table.hoveredRow(), 2);

    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(m_model->index(1, 0)).center());
    QVERIFY(!table.showsKeyboardFrame());
    const auto corner = [&](int row) {
        return table.viewport()->grab().toImage().pixelColor(400, table.visualRect(m_model->index(row, 0)).top());
    };
    const QColor accent = m_controller.theme().colour(ui::Colour::Accent);
    QVERIFY(corner(1) != accent);
    QTest::keyClick(&table, Qt::Key_Down);
    QVERIFY(table.showsKeyboardFrame());
    QCOMPARE(table.currentIndex().row(), 2);
    QCOMPARE(corner(2), accent);
    QVERIFY(corner(1) != accent);
}

void TokenTableTest::paintsAtEverySize_data()
{
    QTest::addColumn<int>("pixels");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("usual") << 13 << Qt::LeftToRight;
    QTest::newRow("200 %") << 26 << Qt::LeftToRight;
    QTest::newRow("right to left") << 13 << Qt::RightToLeft;
    QTest::newRow("tiny") << 4 << Qt::LeftToRight;
}

void TokenTableTest::paintsAtEverySize()
{
    QFETCH(int, pixels);
    QFETCH(Qt::LayoutDirection, direction);
    QFont font = m_font;
    font.setPixelSize(pixels);
    QApplication::setFont(font);
    ui::TokensTable table(m_controller.theme(), *m_model);
    table.setLayoutDirection(direction);
    table.resize(300, 300); // narrower than its columns
    table.selectRow(1);
    table.show();
    QCOMPARE(table.rowHeight(0), m_controller.theme().rowHeight());
    const QImage image = table.viewport()->grab().toImage();
    const int bar = direction == Qt::LeftToRight ? 1 : table.columnViewportPosition(0) + table.columnWidth(0) - 2;
    const int y = table.visualRect(m_model->index(1, 0)).center().y();
    if (bar < image.width())
        QCOMPARE(image.pixelColor(bar, y), m_controller.theme().colour(ui::Colour::Accent));
    give({});
    m_model->setPlaceholders(4);
    QVERIFY(table.viewport()->grab().toImage() != image);
}

void TokenTableTest::copiesIds()
{
    ui::TokensTable table(m_controller.theme(), *m_model);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.selectRow(0);
    table.setFocus();
    QTest::keySequence(&table, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), table.selectedIds().first());
    QCOMPARE(table.selectedIds().first().size(), 32);
}

QTEST_MAIN(TokenTableTest)
#include "tst_tokentable.moc"
