// SPDX-License-Identifier: GPL-3.0-or-later
// The client keys on the Clients page: what each may do, by keyboard and mouse, and its dialogs.
#include "tests/support/widgetwalk.h"
#include "tests/ui/clients/clientsfixture.h"
#include "ui/clients/clientkeystable.h"
#include "ui/common/policypill.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using clients::CallClass;
using clients::KeyStanding;
using clients::Permission;
using clients::SecretDelivery;
using ui::KeyColumn;

class ClientKeysTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<test::ClientsFixture>(); }
    void cleanup() { m_fixture.reset(); }
    void policiesByKeyboard();
    void policiesByMouse();
    void inlineSecretsAreAskedFor();
    void theOperatorsKeyCanOnlyBePaused();
    void renamesAndRevokes();
    void limitsWithErrorsAtTheField();
    void makesAKeyShownOnce();

private:
    [[nodiscard]] ui::ClientKeysTable *keys() { return m_fixture->find<ui::ClientKeysTable>(u"clientKeys"_s); }
    void goTo(int row, KeyColumn column);
    void choose(const QString &menu, const QString &text);
    [[nodiscard]] clients::ClientPolicy policyOf(const QString &name) { return m_fixture->actions.find(name)->policy; }

    std::unique_ptr<test::ClientsFixture> m_fixture;
};

void ClientKeysTableTest::goTo(int row, KeyColumn column)
{
    m_fixture->activate();
    keys()->setFocus(Qt::TabFocusReason);
    keys()->setCurrentIndex(keys()->model()->index(row, int(column)));
}

void ClientKeysTableTest::choose(const QString &menu, const QString &text)
{
    const auto menus = keys()->findChildren<QMenu *>(menu);
    QVERIFY2(!menus.isEmpty(), qPrintable(menu));
    const QList<QAction *> actions = menus.last()->actions();
    for (QAction *action : actions) {
        if (action->text() != text)
            continue;
        action->trigger();
        menus.last()->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return;
    }
    QFAIL(qPrintable(text));
}

void ClientKeysTableTest::policiesByKeyboard()
{
    goTo(0, KeyColumn::Client);
    QTest::keyClick(keys(), Qt::Key_Right);
    QTest::keyClick(keys(), Qt::Key_Right);
    QCOMPARE(keys()->currentIndex().column(), int(KeyColumn::Read));
    QTest::keyClick(keys(), Qt::Key_Space);
    choose(u"keyPolicyMenu"_s, u"Deny"_s);
    QCOMPARE(policyOf(u"Claude Desktop"_s).of(CallClass::Read), Permission::Deny);
    QCOMPARE(keys()->currentIndex().column(), int(KeyColumn::Read));
    goTo(1, KeyColumn::Revoke);
    QTest::keyClick(keys(), Qt::Key_Return);
    choose(u"keyPolicyMenu"_s, u"Allow"_s);
    QCOMPARE(policyOf(u"Claude Code"_s).of(CallClass::Revoke), Permission::Allow);
    goTo(1, KeyColumn::Menu);
    QTest::keyClick(keys(), Qt::Key_Space);
    choose(u"keyMenu"_s, u"Pause"_s);
    QCOMPARE(m_fixture->actions.find(u"Claude Code"_s)->standing, KeyStanding::Paused);
}

void ClientKeysTableTest::policiesByMouse()
{
    const QRect cell = keys()->visualRect(keys()->model()->index(0, int(KeyColumn::Change)));
    QTest::mouseClick(keys()->viewport(), Qt::LeftButton, {}, cell.center());
    choose(u"keyPolicyMenu"_s, u"Allow"_s);
    QCOMPARE(policyOf(u"Claude Desktop"_s).of(CallClass::Change), Permission::Allow);
    const QRect name = keys()->visualRect(keys()->model()->index(0, 0));
    QTest::mouseClick(keys()->viewport(), Qt::LeftButton, {}, name.center());
    QVERIFY(keys()->findChildren<QMenu *>(u"keyMenu"_s).isEmpty());
}

void ClientKeysTableTest::inlineSecretsAreAskedFor()
{
    goTo(0, KeyColumn::Secrets);
    QTest::keyClick(keys(), Qt::Key_Space);
    choose(u"keySecretsMenu"_s, u"Inline, in the answer…"_s);
    QCOMPARE(policyOf(u"Claude Desktop"_s).secrets, SecretDelivery::Hidden);
    m_fixture->click(u"inlineSecretsCancel"_s);
    QTRY_VERIFY(!m_fixture->page->findChild<QDialog *>());
    QCOMPARE(policyOf(u"Claude Desktop"_s).secrets, SecretDelivery::Hidden);
    goTo(0, KeyColumn::Secrets);
    QTest::keyClick(keys(), Qt::Key_Space);
    choose(u"keySecretsMenu"_s, u"Inline, in the answer…"_s);
    m_fixture->click(u"inlineSecretsVerb"_s);
    QCOMPARE(policyOf(u"Claude Desktop"_s).secrets, SecretDelivery::Inline);
    QTRY_VERIFY(!m_fixture->page->findChild<QDialog *>());
    goTo(0, KeyColumn::Secrets);
    QTest::keyClick(keys(), Qt::Key_Space);
    choose(u"keySecretsMenu"_s, u"Hidden, in the keychain"_s);
    QCOMPARE(policyOf(u"Claude Desktop"_s).secrets, SecretDelivery::Hidden);
}

void ClientKeysTableTest::theOperatorsKeyCanOnlyBePaused()
{
    for (const KeyColumn column : {KeyColumn::Read, KeyColumn::Secrets, KeyColumn::Limits}) {
        goTo(3, column);
        QTest::keyClick(keys(), Qt::Key_Space);
    }
    QTest::keyClick(keys(), Qt::Key_Delete);
    QTest::keyClick(keys(), Qt::Key_F2);
    QVERIFY(keys()->findChildren<QMenu *>().isEmpty());
    QVERIFY(!m_fixture->page->findChild<QDialog *>());
    goTo(3, KeyColumn::Menu);
    QTest::keyClick(keys(), Qt::Key_Space);
    const QMenu *menu = keys()->findChild<QMenu *>(u"keyMenu"_s);
    QVERIFY(!menu->findChild<QAction *>(u"keyRevoke"_s)->isEnabled());
    QVERIFY(!menu->findChild<QAction *>(u"keyRename"_s)->isEnabled());
    choose(u"keyMenu"_s, u"Pause"_s);
    QCOMPARE(m_fixture->actions.find(u"env"_s)->standing, KeyStanding::Paused);
}

void ClientKeysTableTest::renamesAndRevokes()
{
    goTo(0, KeyColumn::Client);
    QTest::keyClick(keys(), Qt::Key_F2);
    auto *name = m_fixture->find<QLineEdit>(u"renameKeyName"_s);
    name->setText(u"Claude Code"_s);
    m_fixture->click(u"renameKeyVerb"_s);
    QCOMPARE(m_fixture->find<QLabel>(u"renameKeyNameError"_s)->text(), u"Choose another name."_s);
    name->setText(u"laptop"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(m_fixture->actions.find(u"laptop"_s));
    QTRY_VERIFY(!m_fixture->page->findChild<QDialog *>());
    const int row = 0;
    goTo(row, KeyColumn::Client);
    QTest::keyClick(keys(), Qt::Key_Delete);
    QVERIFY(m_fixture->find<QLabel>(u"revokeKeyTitle"_s)->text().contains(u"laptop"_s));
    QTest::keyClick(m_fixture->find<QDialog>(u"revokeKey"_s), Qt::Key_Return); // Cancel has the focus
    QTRY_VERIFY(!m_fixture->page->findChild<QDialog *>());
    QVERIFY(m_fixture->actions.find(u"laptop"_s));
    goTo(row, KeyColumn::Client);
    QTest::keyClick(keys(), Qt::Key_Delete);
    m_fixture->click(u"revokeKeyVerb"_s);
    QVERIFY(!m_fixture->actions.find(u"laptop"_s));
    QVERIFY(m_fixture->find<QLabel>(u"clientsCount"_s)->text().startsWith(u"3 client keys"_s));
    m_fixture->actions.allKeys.clear();
    Q_EMIT m_fixture->actions.keysChanged();
    QVERIFY(m_fixture->isShown(u"noKeys"_s));
}

void ClientKeysTableTest::limitsWithErrorsAtTheField()
{
    goTo(2, KeyColumn::Limits);
    QTest::keyClick(keys(), Qt::Key_Return);
    auto *accounts = m_fixture->find<QListWidget>(u"limitsAccounts"_s);
    QCOMPARE(accounts->count(), 2);
    accounts->item(1)->setCheckState(Qt::Checked);
    m_fixture->find<QListWidget>(u"limitsTemplates"_s)->item(0)->setCheckState(Qt::Checked);
    m_fixture->find<QLineEdit>(u"limitsLifetime"_s)->setText(u"for ever"_s);
    m_fixture->click(u"limitsDialogVerb"_s);
    QVERIFY(!m_fixture->find<QLabel>(u"limitsLifetimeError"_s)->text().isEmpty());
    QVERIFY(policyOf(u"Cursor, old key"_s).limits == clients::ClientLimits());
    m_fixture->find<QLineEdit>(u"limitsLifetime"_s)->setText(u"90d"_s);
    m_fixture->click(u"limitsDialogVerb"_s);
    const clients::ClientLimits limits = policyOf(u"Cursor, old key"_s).limits;
    QCOMPARE(limits.accounts, QStringList{QString(32, u'b')});
    QCOMPARE(limits.templates, QStringList{u"dns_edit"_s});
    QCOMPARE(limits.longestLifetime, u"90d"_s);
    QTRY_VERIFY(!m_fixture->page->findChild<QDialog *>());
}

void ClientKeysTableTest::makesAKeyShownOnce()
{
    m_fixture->click(u"newKeyButton"_s);
    auto *name = m_fixture->find<QLineEdit>(u"newKeyName"_s);
    m_fixture->click(u"newKeyVerb"_s);
    QVERIFY(!m_fixture->find<QLabel>(u"newKeyNameError"_s)->text().isEmpty());
    QTest::keyClicks(name, u"laptop"_s);
    Q_EMIT m_fixture->find<ui::PolicyPill>(u"newKeyPolicy1"_s)->chosen(ui::PolicyChoice::Deny);
    m_fixture->find<ui::PolicyPill>(u"newKeyPolicy1"_s)->setChoice(ui::PolicyChoice::Deny);
    m_fixture->click(u"newKeyVerb"_s);
    QCOMPARE(policyOf(u"laptop"_s).of(CallClass::Create), Permission::Deny);
    QCOMPARE(policyOf(u"laptop"_s).of(CallClass::Change), Permission::Ask);
    auto *snippet = m_fixture->find<QPlainTextEdit>(u"newKeySnippetText"_s);
    QVERIFY(!snippet->toPlainText().contains(u"tsk_"_s));
    auto *dialog = m_fixture->find<QDialog>(u"newKey"_s);
    QCOMPARE(test::cutTexts(*dialog), QStringList());
    QCOMPARE(test::namelessWidgets(*dialog), QStringList());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QVERIFY(m_fixture->find<QLabel>(u"newKeyKeep"_s)->text().startsWith(u"Copy the key first."_s));
    m_fixture->click(u"newKeySnippetCopy"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"tsk_kkk"_s));
    QVERIFY(m_fixture->clipboard.remaining().count() > 0);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->page->findChild<QDialog *>());
}

QTEST_MAIN(ClientKeysTableTest)
#include "tst_clientkeystable.moc"
