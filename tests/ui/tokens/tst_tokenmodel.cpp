// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens' model where it searches, counts and finds; cells and view: tst_tokentable.cpp.
#include "core/tokens/search/suggestions.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketokensource.h"
#include "tests/ui/tokens/sampletokens.h"
#include "ui/common/themecontroller.h"
#include "ui/tokens/tokenstable.h"
#include "ui/tokens/tokentablemodel.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using search::Trait;
using ui::TokenColumn;

class TokenModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void searchChipsAndTimeline();
    void findingsComeBitByBit();
    void findingsAreLookedForAgain();
    void bootstrapTokenIsJudgedByOtherRules();
    void orderKeepsPersistentIndexes();
    void selectionSurvivesASearch();
    void currentRowKeepsItsPlace();
    void tokensAreFoundById();

private:
    [[nodiscard]] QString shown(int row) const { return m_model->index(row, 0).data().toString(); }
    [[nodiscard]] QModelIndex cell(const QString &name, TokenColumn column) const;

    ui::ThemeController m_controller{*qApp};
    test::FakeClock m_clock{test::sampleNow()};
    test::FakeTokenSource m_source;
    std::vector<model::Token> m_tokens = test::sampleTokens(); ///< borrowed by the model
    std::unique_ptr<ui::TokenTableModel> m_model;
};

void TokenModelTest::init()
{
    test::fillWithSample(m_source);
    m_clock.set(test::sampleNow());
    m_model = std::make_unique<ui::TokenTableModel>(
        m_clock, search::IndexNames{.owner = [this](const model::Owner &owner) { return m_source.ownerName(owner); }});
    m_model->setTokens(m_tokens);
    m_model->sort(int(TokenColumn::Expires));
}

QModelIndex TokenModelTest::cell(const QString &name, TokenColumn column) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->tokenAt(row)->name == name)
            return m_model->index(row, int(column));
    }
    return {};
}

void TokenModelTest::searchChipsAndTimeline()
{
    QSignalSpy counts(m_model.get(), &ui::TokenTableModel::countsChanged);
    m_model->setSearch(u"owner:harbour"_s);
    QCOMPARE(counts.count(), 1);
    const int ofHarbour = m_model->rowCount();
    QVERIFY(ofHarbour > 3 && ofHarbour < 16);
    QCOMPARE(m_model->chipCounts().all(), ofHarbour);
    const int expiring = m_model->chipCounts().of(Trait::Expiring);
    QVERIFY(expiring > 0);
    m_model->setChips(Trait::Expiring);
    QCOMPARE(m_model->rowCount(), expiring);
    QCOMPARE(m_model->chipCounts().all(), ofHarbour);
    const search::ExpiryHistogram weeks = m_model->expiries();
    QVERIFY(weeks.tokens(0) > 0 && weeks.tokens(0) < expiring);
    m_model->setExpirySpan(weeks.span(0));
    QCOMPARE(m_model->rowCount(), weeks.tokens(0));
    QCOMPARE(m_model->expiries(), weeks);
    m_model->setExpirySpan({});
    m_model->setChips({});
    m_model->setSearch({});
    QCOMPARE(m_model->rowCount(), 16);
    QCOMPARE(m_model->tokenCount(), 16);
    QCOMPARE(search::didYouMean(u"perm:dnss", m_model->searchIndex()), u"perm:dns"_s);
}

void TokenModelTest::findingsComeBitByBit()
{
    QVERIFY(!m_model->isComplete());
    const QModelIndex findings = cell(u"terraform-main"_s, TokenColumn::Findings);
    const QString number = findings.data().toString(); // found out for the cell alone
    QVERIFY(number.toInt() > 0);
    QCOMPARE(number.toInt(), int(m_model->findingsAt(findings.row()).size()));
    QVERIFY(!findings.data(ui::CellLookRole).value<ui::CellLook>().icon.isEmpty());
    QVERIFY(findings.data(Qt::AccessibleTextRole).toString().startsWith(number + " finding"_L1));
    m_model->setChips(Trait::Flagged);
    QCOMPARE(m_model->rowCount(), 0);
    QSignalSpy counts(m_model.get(), &ui::TokenTableModel::countsChanged);
    QTRY_VERIFY(m_model->isComplete());
    QCOMPARE(counts.count(), 1);
    QVERIFY(m_model->rowCount() > 0);
    QCOMPARE(m_model->rowCount(), m_model->chipCounts().of(Trait::Flagged));
    QCOMPARE(cell(u"terraform-main"_s, TokenColumn::Findings).data().toString(), number);
    m_model->sort(int(TokenColumn::Findings), Qt::DescendingOrder);
    QCOMPARE(m_model->findingsAt(0).empty(), false);
}

void TokenModelTest::findingsAreLookedForAgain()
{
    QTRY_VERIFY(m_model->isComplete());
    const int unused = m_model->chipCounts().of(Trait::Unused);
    m_clock.advance(std::chrono::minutes(30));
    m_model->refreshTimes();
    QVERIFY(m_model->isComplete());
    m_clock.advance(std::chrono::hours(24 * 200));
    m_model->refreshTimes();
    QVERIFY(!m_model->isComplete());
    QVERIFY(m_model->chipCounts().of(Trait::Unused) != unused);
    QTRY_VERIFY(m_model->isComplete());
}

void TokenModelTest::bootstrapTokenIsJudgedByOtherRules()
{
    const QModelIndex index = cell(u"terraform-main"_s, TokenColumn::Findings);
    const auto rules = [&] {
        QStringList ids;
        for (const model::Finding &finding : m_model->findingsAt(index.row()))
            ids += finding.rule;
        return ids;
    };
    const QStringList before = rules();
    m_model->setBootstrapToken(m_model->idAt(index.row()));
    QVERIFY(rules() != before);
    QVERIFY(!m_model->isComplete());
}

void TokenModelTest::orderKeepsPersistentIndexes()
{
    const QPersistentModelIndex index = cell(u"ci-dns-preview"_s, TokenColumn::Owner);
    const int before = index.row();
    m_model->sort(int(TokenColumn::Name), Qt::DescendingOrder);
    QVERIFY(index.row() != before);
    QCOMPARE(shown(index.row()), u"ci-dns-preview"_s);
    QCOMPARE(index.column(), int(TokenColumn::Owner));
}

void TokenModelTest::selectionSurvivesASearch()
{
    ui::TokensTable table(m_controller.theme(), *m_model);
    const auto idOf = [&](const QString &name) { return m_model->idAt(cell(name, TokenColumn::Name).row()); };
    const QStringList both{idOf(u"ci-dns-preview"_s), idOf(u"terraform-main"_s)};
    table.selectIds(both);
    QCOMPARE(table.selectedIds(), both); // in the order of the rows: by expiry
    QCOMPARE(shown(table.currentIndex().row()), u"ci-dns-preview"_s);
    m_model->setSearch(u"dns"_s);
    QCOMPARE(table.selectedIds(), both.mid(0, 1));
    QCOMPARE(shown(table.currentIndex().row()), u"ci-dns-preview"_s);
    m_model->sort(int(TokenColumn::Name), Qt::DescendingOrder);
    QCOMPARE(table.selectedIds(), both.mid(0, 1));
    m_model->setSearch(u"terraform"_s);
    QVERIFY(table.selectedIds().isEmpty());
    m_model->setSearch({});
    table.selectAll();
    QCOMPARE(table.selectedIds().size(), 16);
    QVERIFY(table.isColumnHidden(int(TokenColumn::Status)));
}

void TokenModelTest::currentRowKeepsItsPlace()
{
    ui::TokensTable table(m_controller.theme(), *m_model);
    table.resize(700, 32 + 4 * m_controller.theme().rowHeight());
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    const QString id = m_model->idAt(12);
    table.selectIds({id});
    table.verticalScrollBar()->setValue(11 * table.rowHeight(0));
    QCOMPARE(table.rowViewportPosition(12), table.rowHeight(0));
    m_model->setSearch(u"-is:expired"_s); // two rows above it go
    QCOMPARE(m_model->rowOf(id), 10);
    QCOMPARE(table.rowViewportPosition(10), table.rowHeight(0));
    table.verticalScrollBar()->setValue(0);
    m_model->setSearch({}); // out of sight it stays so
    QCOMPARE(table.verticalScrollBar()->value(), 0);
    QCOMPARE(table.selectedIds(), QStringList{id});
}

void TokenModelTest::tokensAreFoundById()
{
    const QString id = m_tokens.front().id;
    QCOMPARE(m_model->tokenOf(id), &m_tokens.front());
    QCOMPARE(m_model->tokenAt(m_model->rowOf(id)), &m_tokens.front());
    QCOMPARE(m_model->rowsOf({id, u"none"_s}), std::vector<int>{m_model->rowOf(id)});
    m_model->setSearch(u"nothing like it"_s);
    QCOMPARE(m_model->rowOf(id), -1);
    QCOMPARE(m_model->tokenOf(id), &m_tokens.front());
    QCOMPARE(m_model->tokenAt(0), nullptr);
    QVERIFY(m_model->idAt(0).isEmpty());
}

QTEST_MAIN(TokenModelTest)
#include "tst_tokenmodel.moc"
