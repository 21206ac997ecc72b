// SPDX-License-Identifier: GPL-3.0-or-later
// The models of the Clients page, and its words.
#include "tests/support/fakeclock.h"
#include "tests/ui/clients/designclients.h"
#include "ui/clients/clientkeysmodel.h"
#include "ui/clients/heldmodel.h"
#include "ui/common/tile.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using ui::KeyColumn;

class ClientKeysModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatEachMayDo();
    void keepsRowsWhileNamesStay();
    void wordsLimits();
    void listsHeldSecrets();
    void shortens();

private:
    [[nodiscard]] QString text(int row, KeyColumn column, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, int(column)).data(role).toString();
    }

    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<test::FakeClientsActions> m_actions;
    std::unique_ptr<ui::ClientKeysModel> m_model;
};

void ClientKeysModelTest::init()
{
    m_actions = std::make_unique<test::FakeClientsActions>();
    test::fillLikeTheDesign(*m_actions, m_clock.now());
    m_model = std::make_unique<ui::ClientKeysModel>(m_clock);
    m_model->setKeys(m_actions->allKeys, m_actions->allAccounts);
}

void ClientKeysModelTest::saysWhatEachMayDo()
{
    const QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(text(0, KeyColumn::Client), u"Claude Desktop"_s);
    QCOMPARE(text(0, KeyColumn::Seen), u"Now"_s);
    QCOMPARE(text(0, KeyColumn::Create), u"Ask"_s);
    QCOMPARE(text(0, KeyColumn::Revoke), u"Deny"_s);
    QCOMPARE(text(0, KeyColumn::Revoke, Qt::AccessibleTextRole), u"Revoke: Deny"_s);
    QCOMPARE(text(0, KeyColumn::Menu, Qt::AccessibleTextRole), u"More for Claude Desktop"_s);
    QCOMPARE(text(2, KeyColumn::Seen), u"Paused"_s);
    QCOMPARE(text(3, KeyColumn::Client), u"env (MCP_API_KEY)"_s);
    QCOMPARE(text(3, KeyColumn::Seen), u"3 h ago"_s);
    QCOMPARE(text(3, KeyColumn::Secrets), u"Inline"_s);
    QVERIFY(!m_model->index(3, 0).data(ui::KeyEditableRole).toBool());
    m_clock.advance(std::chrono::minutes(6));
    QCOMPARE(text(0, KeyColumn::Seen), u"6 min ago"_s);
}

void ClientKeysModelTest::keepsRowsWhileNamesStay()
{
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_actions->allKeys[1].policy.set(clients::CallClass::Read, clients::Permission::Deny);
    m_model->setKeys(m_actions->allKeys, m_actions->allAccounts);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(text(1, KeyColumn::Read), u"Deny"_s);
    m_actions->allKeys.erase(m_actions->allKeys.begin());
    m_model->setKeys(m_actions->allKeys, m_actions->allAccounts);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(m_model->rowOf(u"Claude Code"_s), 0);
    QCOMPARE(m_model->rowOf(u"Claude Desktop"_s), -1);
}

void ClientKeysModelTest::wordsLimits()
{
    QCOMPARE(text(0, KeyColumn::Limits), u"Harbour Labs only"_s);
    QCOMPARE(text(1, KeyColumn::Limits), u"2 templates, 30 days at most"_s);
    QCOMPARE(text(2, KeyColumn::Limits), u"None"_s);
    QCOMPARE(text(3, KeyColumn::Limits), u"None, set at the start"_s);
    QCOMPARE(ui::lifetimeWords(u"12h"_s), u"12 hours"_s);
    QCOMPARE(ui::lifetimeWords(u"6m"_s), u"6 months"_s);
    QCOMPARE(ui::lifetimeWords(u"soon"_s), u"soon"_s);
    clients::Client &key = m_actions->allKeys[2];
    key.policy.limits.accounts = {QString(32, u'a'), QString(32, u'b')};
    QCOMPARE(ui::limitWords(key, m_actions->allAccounts), u"2 accounts"_s);
    key.policy.limits.accounts = {QString(32, u'f')};
    QCOMPARE(ui::limitWords(key, m_actions->allAccounts), u"1 account"_s);
}

void ClientKeysModelTest::listsHeldSecrets()
{
    ui::HeldModel held(m_clock);
    const QAbstractItemModelTester tester(&held, QAbstractItemModelTester::FailureReportingMode::QtTest);
    held.setTokens(m_actions->held);
    QCOMPARE(held.index(0, 0).data().toString(), u"deploy-workers-prod"_s);
    QCOMPARE(held.index(0, 1).data().toString(), u"Claude Code"_s);
    QCOMPARE(held.index(0, 2).data().toString(), u"4 min ago"_s);
    QCOMPARE(held.index(1, 1).data().toString(), u"You, in this window"_s);
    QCOMPARE(held.rowOf(u"t2"_s), 1);
}

void ClientKeysModelTest::shortens()
{
    QCOMPARE(ui::initialsOf(u"Claude Desktop"_s), u"CD"_s);
    QCOMPARE(ui::initialsOf(u"Cursor, old key"_s), u"Co"_s);
    QCOMPARE(ui::initialsOf(u"env (MCP_API_KEY)"_s), u"en"_s);
    QCOMPARE(ui::changeWords(m_actions->sampleChange), u"5 lines added, 1 removed"_s);
    clients::connect::ClientConnection drifted;
    drifted.differences = {clients::connect::ClientConnection::Difference::Address,
                           clients::connect::ClientConnection::Difference::Key};
    QCOMPARE(ui::driftWords(drifted), u"Out of date"_s);
}

QTEST_MAIN(ClientKeysModelTest)
#include "tst_clientkeysmodel.moc"
