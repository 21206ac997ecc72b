// SPDX-License-Identifier: GPL-3.0-or-later
// The Clients page: the server, the clients on this computer, the held secrets.
#include "tests/support/widgetwalk.h"
#include "tests/ui/clients/clientsfixture.h"
#include "ui/common/diffview.h"
#include "ui/common/label.h"

#include <QCheckBox>
#include <QDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace tokensmith;

class ClientsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<test::ClientsFixture>(); }
    void cleanup() { m_fixture.reset(); }
    void pausesAndResumesAll();
    void saysWhyTheServerIsNotThere();
    void connectsAfterTheDifferenceWasShown();
    void cancelWritesNothing();
    void aFileChangedMeanwhileIsShownAnew();
    void repairsAndDisconnects();
    void saysWhyAFileIsUnreadable();
    void withoutClientsTheTextIsThere();
    void copiesRevealsAndForgetsHeldSecrets();
    void everythingHasANameAndRoom();
    void tabGoesAsOneReads();

private:
    std::unique_ptr<test::ClientsFixture> m_fixture;
};

void ClientsPageTest::pausesAndResumesAll()
{
    auto *pause = m_fixture->find<QPushButton>(u"pauseAll"_s);
    auto *on = m_fixture->find<QCheckBox>(u"serverSwitch"_s);
    QVERIFY(on->isChecked());
    pause->click();
    QCOMPARE(m_fixture->server.state(), ui::ServerControl::State::Paused);
    QCOMPARE(pause->text(), u"Resume all clients"_s);
    QVERIFY(!on->isChecked());
    QCOMPARE(m_fixture->find<ui::Label>(u"serverCardTitle"_s)->text(), u"MCP server is paused"_s);
    on->click();
    QCOMPARE(m_fixture->server.state(), ui::ServerControl::State::On);
    QCOMPARE(pause->text(), u"Pause all clients"_s);
    m_fixture->click(u"serverUrlCopy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:8787/mcp"_s);
    QCOMPARE(m_fixture->find<ui::Label>(u"approvedToday"_s)->text(), u"6"_s);
    m_fixture->actions.counts.denied = 2;
    Q_EMIT m_fixture->actions.approvalsChanged();
    QCOMPARE(m_fixture->find<ui::Label>(u"deniedToday"_s)->text(), u"2"_s);
}

void ClientsPageTest::saysWhyTheServerIsNotThere()
{
    QVERIFY(!m_fixture->isShown(u"serverCardProblem"_s));
    m_fixture->server.fail(
        {.code = base::Error::Code::Unavailable, .message = u"Port 8787 is used by another program."_s});
    QVERIFY(m_fixture->isShown(u"serverCardProblem"_s));
    QVERIFY(m_fixture->find<QLabel>(u"serverCardProblem"_s)->text().contains(u"Port 8787"_s));
    QVERIFY(!m_fixture->find<QPushButton>(u"pauseAll"_s)->isEnabled());
    m_fixture->click(u"serverCardRetry"_s);
    QCOMPARE(m_fixture->server.retries, 1);
    const QSignalSpy port(m_fixture->page.get(), &ui::ClientsPage::portChangeRequested);
    m_fixture->click(u"serverPort"_s);
    QCOMPARE(port.count(), 1);
}

void ClientsPageTest::connectsAfterTheDifferenceWasShown()
{
    QVERIFY(!m_fixture->isShown(u"connectDiff"_s));
    m_fixture->click(u"clientAct-cursor"_s);
    QCOMPARE(m_fixture->find<QLabel>(u"connectTitle"_s)->text(), u"Connect Cursor"_s);
    QVERIFY(m_fixture->isShown(u"connectDiff"_s));
    QVERIFY(m_fixture->find<ui::DiffView>(u"connectDiff"_s)->toPlainText().contains(u"+     \"tokensmith\": {"_s));
    QVERIFY(m_fixture->find<QLabel>(u"connectPromise"_s)->text().contains(u"A new key is made: Cursor."_s));
    QCOMPARE(QApplication::focusWidget(), m_fixture->find<QWidget>(u"connectCancel"_s));
    QVERIFY(m_fixture->actions.carriedOut.isEmpty());
    m_fixture->click(u"connectVerb"_s);
    QCOMPARE(m_fixture->actions.carriedOut, QStringList{u"cursor"_s});
    QVERIFY(!m_fixture->isShown(u"connectDiff"_s));
    QVERIFY(m_fixture->find<QLabel>(u"clientsMessageText"_s)->text().startsWith(u"Cursor is connected."_s));
    QVERIFY(m_fixture->find<QLabel>(u"clientsMessageText"_s)->text().contains(u"mcp.json.bak"_s));
    QCOMPARE(m_fixture->find<QPushButton>(u"clientAct-cursor"_s)->text(), u"Disconnect…"_s);
}

void ClientsPageTest::cancelWritesNothing()
{
    m_fixture->click(u"clientAct-cursor"_s);
    QVERIFY(!m_fixture->isShown(u"clientAct-cursor"_s));
    m_fixture->click(u"connectCancel"_s);
    QVERIFY(m_fixture->actions.carriedOut.isEmpty());
    QVERIFY(!m_fixture->isShown(u"connectDiff"_s));
    QCOMPARE(QApplication::focusWidget(), m_fixture->find<QWidget>(u"clientAct-cursor"_s));
}

void ClientsPageTest::aFileChangedMeanwhileIsShownAnew()
{
    m_fixture->click(u"clientAct-cursor"_s);
    m_fixture->actions.problem =
        base::Error{.code = base::Error::Code::Unavailable, .message = u"The file has changed."_s};
    m_fixture->click(u"connectVerb"_s);
    QCOMPARE(m_fixture->actions.plans, 2);
    QVERIFY(m_fixture->isShown(u"connectDiff"_s));
    QVERIFY(m_fixture->find<QLabel>(u"clientsMessageText"_s)->text().contains(u"The file has changed."_s));
    QCOMPARE(m_fixture->find<QPushButton>(u"clientAct-cursor"_s)->text(), u"Connect…"_s);
}

void ClientsPageTest::repairsAndDisconnects()
{
    QCOMPARE(m_fixture->find<QPushButton>(u"clientAct-zed"_s)->text(), u"Repair…"_s);
    QVERIFY(m_fixture->isShown(u"clientDisconnect-zed"_s));
    m_fixture->actions.sampleChange.effect = clients::connect::Plan::Effect::Replaces;
    m_fixture->click(u"clientAct-zed"_s);
    QCOMPARE(m_fixture->find<QPushButton>(u"connectVerb"_s)->text(), u"Write file and repair"_s);
    m_fixture->click(u"connectVerb"_s);
    QCOMPARE(m_fixture->find<QPushButton>(u"clientAct-zed"_s)->text(), u"Disconnect…"_s);
    QVERIFY(!m_fixture->isShown(u"clientDisconnect-zed"_s));
    m_fixture->actions.sampleChange.newKey.clear();
    m_fixture->actions.sampleChange.oldKey = u"Zed"_s;
    m_fixture->click(u"clientAct-zed"_s);
    QVERIFY(m_fixture->find<QLabel>(u"connectPromise"_s)->text().contains(u"Its key Zed is revoked."_s));
    m_fixture->click(u"connectVerb"_s);
    QCOMPARE(m_fixture->find<QPushButton>(u"clientAct-zed"_s)->text(), u"Connect…"_s);
}

void ClientsPageTest::saysWhyAFileIsUnreadable()
{
    m_fixture->click(u"clientAct-codex"_s);
    QVERIFY(m_fixture->find<QLabel>(u"connectReasonText"_s)->text().contains(u"line 3 is not TOML"_s));
    QVERIFY(!m_fixture->isShown(u"connectVerb"_s));
    m_fixture->click(u"connectCancel"_s);
    QVERIFY(!m_fixture->isShown(u"connectReason"_s));
}

void ClientsPageTest::withoutClientsTheTextIsThere()
{
    QVERIFY(!m_fixture->isShown(u"noClients"_s));
    m_fixture->actions.found.clear();
    m_fixture->click(u"clientsLookAgain"_s);
    QVERIFY(m_fixture->isShown(u"noClients"_s));
    QVERIFY(m_fixture->isShown(u"anyClientText"_s));
    m_fixture->click(u"anyClientCopy"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"YOUR_KEY"_s));
}

void ClientsPageTest::copiesRevealsAndForgetsHeldSecrets()
{
    auto *table = m_fixture->find<QTableView>(u"heldTable"_s);
    table->selectRow(1);
    m_fixture->click(u"heldCopy"_s);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"cfut_t2"_s));
    QVERIFY(m_fixture->find<QLabel>(u"heldNote"_s)->text().startsWith(u"Copied. The clipboard clears in "_s));
    m_fixture->clipboard.clear();
    QVERIFY(!m_fixture->isShown(u"heldNote"_s));
    m_fixture->click(u"heldReveal"_s);
    QVERIFY(!m_fixture->page->findChild<QWidget *>(u"heldSecretField"_s));
    m_fixture->click(u"revealHeldVerb"_s);
    QVERIFY(m_fixture->page->findChild<QWidget *>(u"heldSecretField"_s));
    m_fixture->click(u"heldSecretVerb"_s);
    QTRY_VERIFY(!m_fixture->page->findChild<QDialog *>());
    m_fixture->actions.problem = base::Error{.code = base::Error::Code::NotFound, .message = u"It is gone."_s};
    m_fixture->click(u"heldCopy"_s);
    QVERIFY(m_fixture->find<QLabel>(u"clientsMessageText"_s)->text().contains(u"It is gone."_s));
    QVERIFY(m_fixture->find<QPushButton>(u"heldCopy"_s)->isEnabled());
    m_fixture->click(u"heldForget"_s);
    QCOMPARE(m_fixture->actions.held.size(), 2U);
    m_fixture->click(u"forgetHeldVerb"_s);
    QCOMPARE(m_fixture->actions.held.size(), 1U);
    QCOMPARE(m_fixture->actions.held.front().tokenId, u"t1"_s);
    m_fixture->actions.forgetHeld(u"t1"_s);
    QVERIFY(m_fixture->isShown(u"heldNothing"_s));
    QVERIFY(!m_fixture->isShown(u"heldCopy"_s));
}

void ClientsPageTest::everythingHasANameAndRoom()
{
    for (const QSize size : {QSize(1080, 800), QSize(968, 612), QSize(800, 560)}) {
        m_fixture->page->resize(size);
        QCoreApplication::processEvents();
        QCOMPARE(test::namelessWidgets(*m_fixture->page), QStringList());
        QCOMPARE(test::cutTexts(*m_fixture->page), QStringList());
    }
    m_fixture->click(u"clientAct-cursor"_s);
    QCoreApplication::processEvents();
    QCOMPARE(test::cutTexts(*m_fixture->page), QStringList());
}

void ClientsPageTest::tabGoesAsOneReads()
{
    m_fixture->click(u"clientAct-cursor"_s);
    QStringList reached;
    auto *first = m_fixture->find<QWidget>(u"pauseAll"_s);
    first->setFocus();
    while (!reached.contains(QApplication::focusWidget()->objectName())) {
        reached.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const QStringList read{u"pauseAll"_s,
                           u"newKeyButton"_s,
                           u"serverSwitch"_s,
                           u"serverUrl"_s,
                           u"serverUrlCopy"_s,
                           u"serverPort"_s,
                           u"clientsLookAgain"_s,
                           u"clientAct-claude-desktop"_s,
                           u"clientAct-claude-code"_s,
                           u"clientAct-vscode"_s,
                           u"clientAct-zed"_s,
                           u"clientDisconnect-zed"_s,
                           u"clientAct-codex"_s,
                           u"connectDiff"_s,
                           u"connectCancel"_s,
                           u"connectVerb"_s,
                           u"clientKeys"_s,
                           u"heldCopy"_s,
                           u"heldReveal"_s,
                           u"heldForget"_s,
                           u"heldTable"_s};
    reached.removeAll(u"clientsPage"_s);
    QCOMPARE(reached, read);
}

QTEST_MAIN(ClientsPageTest)
#include "tst_clientspage.moc"
