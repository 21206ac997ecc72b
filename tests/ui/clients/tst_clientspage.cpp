// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"
#include "tests/support/fakeservercontrol.h"
#include "tests/support/widgetwalk.h"
#include "tests/ui/clients/fakeclientsactions.h"
#include "ui/clients/clientkeystable.h"
#include "ui/clients/clientspage.h"
#include "ui/common/diffview.h"
#include "ui/common/label.h"
#include "ui/common/policypill.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/themecontroller.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using clients::CallClass;
using clients::KeyStanding;
using clients::Permission;
using clients::SecretDelivery;
using ui::KeyColumn;

class ClientsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pausesAndResumesAll();
    void saysWhyTheServerIsNotThere();
    void connectsAfterTheDifferenceWasShown();
    void cancelWritesNothing();
    void aFileChangedMeanwhileIsShownAnew();
    void repairsAndDisconnects();
    void saysWhyAFileIsUnreadable();
    void withoutClientsTheTextIsThere();
    void policiesByKeyboard();
    void policiesByMouse();
    void inlineSecretsAreAskedFor();
    void theOperatorsKeyCanOnlyBePaused();
    void renamesAndRevokes();
    void limitsWithErrorsAtTheField();
    void makesAKeyShownOnce();
    void copiesRevealsAndForgetsHeldSecrets();
    void everythingHasANameAndRoom();

private:
    template <typename T>
    T *find(const QString &name)
    {
        T *found = m_page->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void click(const QString &name) { find<QAbstractButton>(name)->click(); }
    [[nodiscard]] bool isShown(const QString &name) { return find<QWidget>(name)->isVisibleTo(m_page.get()); }
    void make();
    void goTo(int row, KeyColumn column);
    void choose(const QString &menu, const QString &text);
    [[nodiscard]] clients::ClientPolicy policyOf(const QString &name) const { return m_actions->find(name)->policy; }

    ui::ThemeController m_themes{*qApp, ui::Scheme::Light};
    ui::SecretClipboard m_clipboard{*QGuiApplication::clipboard()};
    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<test::FakeServerControl> m_server;
    std::unique_ptr<test::FakeClientsActions> m_actions;
    std::unique_ptr<ui::ClientsPage> m_page;
    ui::ClientKeysTable *m_keys = nullptr;
};

void ClientsPageTest::init()
{
    m_server = std::make_unique<test::FakeServerControl>();
    m_actions = std::make_unique<test::FakeClientsActions>();
    test::fillLikeTheDesign(*m_actions, m_clock.now());
    make();
}

void ClientsPageTest::make()
{
    m_page = std::make_unique<ui::ClientsPage>(ui::ClientsPage::Parts{.theme = m_themes.theme(),
                                                                      .clock = m_clock,
                                                                      .actions = *m_actions,
                                                                      .server = *m_server,
                                                                      .clipboard = m_clipboard});
    m_page->resize(1080, 800);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_keys = find<ui::ClientKeysTable>(u"clientKeys"_s);
}

void ClientsPageTest::cleanup()
{
    m_page.reset();
    m_clipboard.clear();
}

void ClientsPageTest::goTo(int row, KeyColumn column)
{
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_keys->setFocus(Qt::TabFocusReason);
    m_keys->setCurrentIndex(m_keys->model()->index(row, int(column)));
}

void ClientsPageTest::choose(const QString &menu, const QString &text)
{
    const auto menus = m_keys->findChildren<QMenu *>(menu);
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

void ClientsPageTest::pausesAndResumesAll()
{
    auto *pause = find<QPushButton>(u"pauseAll"_s);
    auto *on = find<QCheckBox>(u"serverSwitch"_s);
    QVERIFY(on->isChecked());
    pause->click();
    QCOMPARE(m_server->state(), ui::ServerControl::State::Paused);
    QCOMPARE(pause->text(), u"Resume all clients"_s);
    QVERIFY(!on->isChecked());
    QCOMPARE(find<ui::Label>(u"serverCardTitle"_s)->text(), u"MCP server is paused"_s);
    on->click();
    QCOMPARE(m_server->state(), ui::ServerControl::State::On);
    QCOMPARE(pause->text(), u"Pause all clients"_s);
    click(u"serverUrlCopy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:8787/mcp"_s);
    QCOMPARE(find<ui::Label>(u"approvedToday"_s)->text(), u"6"_s);
    m_actions->counts.denied = 2;
    Q_EMIT m_actions->approvalsChanged();
    QCOMPARE(find<ui::Label>(u"deniedToday"_s)->text(), u"2"_s);
}

void ClientsPageTest::saysWhyTheServerIsNotThere()
{
    QVERIFY(!isShown(u"serverCardProblem"_s));
    m_server->fail({.code = base::Error::Code::Unavailable, .message = u"Port 8787 is used by another program."_s});
    QVERIFY(isShown(u"serverCardProblem"_s));
    QVERIFY(find<QLabel>(u"serverCardProblem"_s)->text().contains(u"Port 8787"_s));
    QVERIFY(!find<QPushButton>(u"pauseAll"_s)->isEnabled());
    click(u"serverCardRetry"_s);
    QCOMPARE(m_server->retries, 1);
    const QSignalSpy port(m_page.get(), &ui::ClientsPage::portChangeRequested);
    click(u"serverPort"_s);
    QCOMPARE(port.count(), 1);
}

void ClientsPageTest::connectsAfterTheDifferenceWasShown()
{
    QVERIFY(!isShown(u"connectDiff"_s));
    click(u"clientAct-cursor"_s);
    QCOMPARE(find<QLabel>(u"connectTitle"_s)->text(), u"Connect Cursor"_s);
    QVERIFY(isShown(u"connectDiff"_s));
    QVERIFY(find<ui::DiffView>(u"connectDiff"_s)->toPlainText().contains(u"+     \"tokensmith\": {"_s));
    QVERIFY(find<QLabel>(u"connectPromise"_s)->text().contains(u"A new key is made: Cursor."_s));
    QCOMPARE(QApplication::focusWidget(), find<QWidget>(u"connectCancel"_s));
    QVERIFY(m_actions->carriedOut.isEmpty());
    click(u"connectVerb"_s);
    QCOMPARE(m_actions->carriedOut, QStringList{u"cursor"_s});
    QVERIFY(!isShown(u"connectDiff"_s));
    QVERIFY(find<QLabel>(u"clientsMessageText"_s)->text().startsWith(u"Cursor is connected."_s));
    QVERIFY(find<QLabel>(u"clientsMessageText"_s)->text().contains(u"mcp.json.bak"_s));
    QCOMPARE(find<QPushButton>(u"clientAct-cursor"_s)->text(), u"Disconnect…"_s);
}

void ClientsPageTest::cancelWritesNothing()
{
    click(u"clientAct-cursor"_s);
    QVERIFY(!isShown(u"clientAct-cursor"_s));
    click(u"connectCancel"_s);
    QVERIFY(m_actions->carriedOut.isEmpty());
    QVERIFY(!isShown(u"connectDiff"_s));
    QCOMPARE(QApplication::focusWidget(), find<QWidget>(u"clientAct-cursor"_s));
}

void ClientsPageTest::aFileChangedMeanwhileIsShownAnew()
{
    click(u"clientAct-cursor"_s);
    m_actions->problem = base::Error{.code = base::Error::Code::Unavailable, .message = u"The file has changed."_s};
    click(u"connectVerb"_s);
    QCOMPARE(m_actions->plans, 2);
    QVERIFY(isShown(u"connectDiff"_s));
    QVERIFY(find<QLabel>(u"clientsMessageText"_s)->text().contains(u"The file has changed."_s));
    QCOMPARE(find<QPushButton>(u"clientAct-cursor"_s)->text(), u"Connect…"_s);
}

void ClientsPageTest::repairsAndDisconnects()
{
    QCOMPARE(find<QPushButton>(u"clientAct-zed"_s)->text(), u"Repair…"_s);
    QVERIFY(isShown(u"clientDisconnect-zed"_s));
    m_actions->sampleChange.effect = clients::connect::Plan::Effect::Replaces;
    click(u"clientAct-zed"_s);
    QCOMPARE(find<QPushButton>(u"connectVerb"_s)->text(), u"Write file and repair"_s);
    click(u"connectVerb"_s);
    QCOMPARE(find<QPushButton>(u"clientAct-zed"_s)->text(), u"Disconnect…"_s);
    QVERIFY(!isShown(u"clientDisconnect-zed"_s));
    m_actions->sampleChange.newKey.clear();
    m_actions->sampleChange.oldKey = u"Zed"_s;
    click(u"clientAct-zed"_s);
    QVERIFY(find<QLabel>(u"connectPromise"_s)->text().contains(u"Its key Zed is revoked."_s));
    click(u"connectVerb"_s);
    QCOMPARE(find<QPushButton>(u"clientAct-zed"_s)->text(), u"Connect…"_s);
}

void ClientsPageTest::saysWhyAFileIsUnreadable()
{
    click(u"clientAct-codex"_s);
    QVERIFY(find<QLabel>(u"connectReasonText"_s)->text().contains(u"line 3 is not TOML"_s));
    QVERIFY(!isShown(u"connectVerb"_s));
    click(u"connectCancel"_s);
    QVERIFY(!isShown(u"connectReason"_s));
}

void ClientsPageTest::withoutClientsTheTextIsThere()
{
    QVERIFY(!isShown(u"noClients"_s));
    m_actions->found.clear();
    click(u"clientsLookAgain"_s);
    QVERIFY(isShown(u"noClients"_s));
    QVERIFY(isShown(u"anyClientText"_s));
    click(u"anyClientCopy"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"YOUR_KEY"_s));
}

void ClientsPageTest::policiesByKeyboard()
{
    goTo(0, KeyColumn::Client);
    QTest::keyClick(m_keys, Qt::Key_Right);
    QTest::keyClick(m_keys, Qt::Key_Right);
    QCOMPARE(m_keys->currentIndex().column(), int(KeyColumn::Read));
    QTest::keyClick(m_keys, Qt::Key_Space);
    choose(u"keyPolicyMenu"_s, u"Deny"_s);
    QCOMPARE(policyOf(u"Claude Desktop"_s).of(CallClass::Read), Permission::Deny);
    QCOMPARE(m_keys->currentIndex().column(), int(KeyColumn::Read));
    goTo(1, KeyColumn::Revoke);
    QTest::keyClick(m_keys, Qt::Key_Return);
    choose(u"keyPolicyMenu"_s, u"Allow"_s);
    QCOMPARE(policyOf(u"Claude Code"_s).of(CallClass::Revoke), Permission::Allow);
    goTo(1, KeyColumn::Menu);
    QTest::keyClick(m_keys, Qt::Key_Space);
    choose(u"keyMenu"_s, u"Pause"_s);
    QCOMPARE(m_actions->find(u"Claude Code"_s)->standing, KeyStanding::Paused);
}

void ClientsPageTest::policiesByMouse()
{
    const QRect cell = m_keys->visualRect(m_keys->model()->index(0, int(KeyColumn::Change)));
    QTest::mouseClick(m_keys->viewport(), Qt::LeftButton, {}, cell.center());
    choose(u"keyPolicyMenu"_s, u"Allow"_s);
    QCOMPARE(policyOf(u"Claude Desktop"_s).of(CallClass::Change), Permission::Allow);
    const QRect name = m_keys->visualRect(m_keys->model()->index(0, 0));
    QTest::mouseClick(m_keys->viewport(), Qt::LeftButton, {}, name.center());
    QVERIFY(m_keys->findChildren<QMenu *>(u"keyMenu"_s).isEmpty());
}

void ClientsPageTest::inlineSecretsAreAskedFor()
{
    goTo(0, KeyColumn::Secrets);
    QTest::keyClick(m_keys, Qt::Key_Space);
    choose(u"keySecretsMenu"_s, u"Inline, in the answer…"_s);
    QCOMPARE(policyOf(u"Claude Desktop"_s).secrets, SecretDelivery::Hidden);
    click(u"inlineSecretsCancel"_s);
    QTRY_VERIFY(!m_page->findChild<QDialog *>());
    QCOMPARE(policyOf(u"Claude Desktop"_s).secrets, SecretDelivery::Hidden);
    goTo(0, KeyColumn::Secrets);
    QTest::keyClick(m_keys, Qt::Key_Space);
    choose(u"keySecretsMenu"_s, u"Inline, in the answer…"_s);
    click(u"inlineSecretsVerb"_s);
    QCOMPARE(policyOf(u"Claude Desktop"_s).secrets, SecretDelivery::Inline);
    QTRY_VERIFY(!m_page->findChild<QDialog *>());
    goTo(0, KeyColumn::Secrets);
    QTest::keyClick(m_keys, Qt::Key_Space);
    choose(u"keySecretsMenu"_s, u"Hidden, in the keychain"_s);
    QCOMPARE(policyOf(u"Claude Desktop"_s).secrets, SecretDelivery::Hidden);
}

void ClientsPageTest::theOperatorsKeyCanOnlyBePaused()
{
    for (const KeyColumn column : {KeyColumn::Read, KeyColumn::Secrets, KeyColumn::Limits}) {
        goTo(3, column);
        QTest::keyClick(m_keys, Qt::Key_Space);
    }
    QTest::keyClick(m_keys, Qt::Key_Delete);
    QTest::keyClick(m_keys, Qt::Key_F2);
    QVERIFY(m_keys->findChildren<QMenu *>().isEmpty());
    QVERIFY(!m_page->findChild<QDialog *>());
    goTo(3, KeyColumn::Menu);
    QTest::keyClick(m_keys, Qt::Key_Space);
    const QMenu *menu = m_keys->findChild<QMenu *>(u"keyMenu"_s);
    QVERIFY(!menu->findChild<QAction *>(u"keyRevoke"_s)->isEnabled());
    QVERIFY(!menu->findChild<QAction *>(u"keyRename"_s)->isEnabled());
    choose(u"keyMenu"_s, u"Pause"_s);
    QCOMPARE(m_actions->find(u"env"_s)->standing, KeyStanding::Paused);
}

void ClientsPageTest::renamesAndRevokes()
{
    goTo(0, KeyColumn::Client);
    QTest::keyClick(m_keys, Qt::Key_F2);
    auto *name = find<QLineEdit>(u"renameKeyName"_s);
    name->setText(u"Claude Code"_s);
    click(u"renameKeyVerb"_s);
    QCOMPARE(find<QLabel>(u"renameKeyNameError"_s)->text(), u"Choose another name."_s);
    name->setText(u"laptop"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(m_actions->find(u"laptop"_s));
    QTRY_VERIFY(!m_page->findChild<QDialog *>());
    const int row = 0;
    goTo(row, KeyColumn::Client);
    QTest::keyClick(m_keys, Qt::Key_Delete);
    QVERIFY(find<QLabel>(u"revokeKeyTitle"_s)->text().contains(u"laptop"_s));
    QTest::keyClick(find<QDialog>(u"revokeKey"_s), Qt::Key_Return); // Cancel has the focus
    QTRY_VERIFY(!m_page->findChild<QDialog *>());
    QVERIFY(m_actions->find(u"laptop"_s));
    goTo(row, KeyColumn::Client);
    QTest::keyClick(m_keys, Qt::Key_Delete);
    click(u"revokeKeyVerb"_s);
    QVERIFY(!m_actions->find(u"laptop"_s));
    QVERIFY(find<QLabel>(u"clientsCount"_s)->text().startsWith(u"3 client keys"_s));
    m_actions->allKeys.clear();
    Q_EMIT m_actions->keysChanged();
    QVERIFY(isShown(u"noKeys"_s));
}

void ClientsPageTest::limitsWithErrorsAtTheField()
{
    goTo(2, KeyColumn::Limits);
    QTest::keyClick(m_keys, Qt::Key_Return);
    auto *accounts = find<QListWidget>(u"limitsAccounts"_s);
    QCOMPARE(accounts->count(), 2);
    accounts->item(1)->setCheckState(Qt::Checked);
    find<QListWidget>(u"limitsTemplates"_s)->item(0)->setCheckState(Qt::Checked);
    find<QLineEdit>(u"limitsLifetime"_s)->setText(u"for ever"_s);
    click(u"limitsDialogVerb"_s);
    QVERIFY(!find<QLabel>(u"limitsLifetimeError"_s)->text().isEmpty());
    QVERIFY(policyOf(u"Cursor, old key"_s).limits == clients::ClientLimits());
    find<QLineEdit>(u"limitsLifetime"_s)->setText(u"90d"_s);
    click(u"limitsDialogVerb"_s);
    const clients::ClientLimits limits = policyOf(u"Cursor, old key"_s).limits;
    QCOMPARE(limits.accounts, QStringList{QString(32, u'b')});
    QCOMPARE(limits.templates, QStringList{u"dns_edit"_s});
    QCOMPARE(limits.longestLifetime, u"90d"_s);
    QTRY_VERIFY(!m_page->findChild<QDialog *>());
}

void ClientsPageTest::makesAKeyShownOnce()
{
    click(u"newKeyButton"_s);
    auto *name = find<QLineEdit>(u"newKeyName"_s);
    click(u"newKeyVerb"_s);
    QVERIFY(!find<QLabel>(u"newKeyNameError"_s)->text().isEmpty());
    QTest::keyClicks(name, u"laptop"_s);
    Q_EMIT find<ui::PolicyPill>(u"newKeyPolicy1"_s)->chosen(ui::PolicyChoice::Deny);
    find<ui::PolicyPill>(u"newKeyPolicy1"_s)->setChoice(ui::PolicyChoice::Deny);
    click(u"newKeyVerb"_s);
    QCOMPARE(policyOf(u"laptop"_s).of(CallClass::Create), Permission::Deny);
    QCOMPARE(policyOf(u"laptop"_s).of(CallClass::Change), Permission::Ask);
    auto *snippet = find<QPlainTextEdit>(u"newKeySnippetText"_s);
    QVERIFY(!snippet->toPlainText().contains(u"tsk_"_s));
    auto *dialog = find<QDialog>(u"newKey"_s);
    QCOMPARE(test::cutTexts(*dialog), QStringList());
    QCOMPARE(test::namelessWidgets(*dialog), QStringList());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QVERIFY(find<QLabel>(u"newKeyKeep"_s)->text().startsWith(u"Copy the key first."_s));
    click(u"newKeySnippetCopy"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"tsk_kkk"_s));
    QVERIFY(m_clipboard.remaining().count() > 0);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_page->findChild<QDialog *>());
}

void ClientsPageTest::copiesRevealsAndForgetsHeldSecrets()
{
    auto *table = find<QTableView>(u"heldTable"_s);
    table->selectRow(1);
    click(u"heldCopy"_s);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"cfut_t2"_s));
    QVERIFY(find<QLabel>(u"heldNote"_s)->text().startsWith(u"Copied. The clipboard clears in "_s));
    m_clipboard.clear();
    QVERIFY(!isShown(u"heldNote"_s));
    click(u"heldReveal"_s);
    QVERIFY(!m_page->findChild<QWidget *>(u"heldSecretField"_s));
    click(u"revealHeldVerb"_s);
    QVERIFY(m_page->findChild<QWidget *>(u"heldSecretField"_s));
    click(u"heldSecretVerb"_s);
    QTRY_VERIFY(!m_page->findChild<QDialog *>());
    m_actions->problem = base::Error{.code = base::Error::Code::NotFound, .message = u"It is gone."_s};
    click(u"heldCopy"_s);
    QVERIFY(find<QLabel>(u"clientsMessageText"_s)->text().contains(u"It is gone."_s));
    QVERIFY(find<QPushButton>(u"heldCopy"_s)->isEnabled());
    click(u"heldForget"_s);
    QCOMPARE(m_actions->held.size(), 2U);
    click(u"forgetHeldVerb"_s);
    QCOMPARE(m_actions->held.size(), 1U);
    QCOMPARE(m_actions->held.front().tokenId, u"t1"_s);
    m_actions->forgetHeld(u"t1"_s);
    QVERIFY(isShown(u"heldNothing"_s));
    QVERIFY(!isShown(u"heldCopy"_s));
}

void ClientsPageTest::everythingHasANameAndRoom()
{
    for (const QSize size : {QSize(1080, 800), QSize(968, 612), QSize(800, 560)}) {
        m_page->resize(size);
        QCoreApplication::processEvents();
        QCOMPARE(test::namelessWidgets(*m_page), QStringList());
        QCOMPARE(test::cutTexts(*m_page), QStringList());
    }
    click(u"clientAct-cursor"_s);
    QCoreApplication::processEvents();
    QCOMPARE(test::cutTexts(*m_page), QStringList());
}

QTEST_MAIN(ClientsPageTest)
#include "tst_clientspage.moc"
