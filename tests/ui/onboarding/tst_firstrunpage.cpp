// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakefirstrun.h"
#include "ui/common/themecontroller.h"
#include "ui/onboarding/firstrunpage.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tokensmith::ui;
using tokensmith::base::Error;
using tokensmith::test::FakeFirstRun;

class FirstRunPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothingToCheckBeforeAPaste();
    void pasteTakesTheClipboard();
    void theTokenIsMaskedUntilTheEyeIsPressed();
    void rubbishIsNotSent_data();
    void rubbishIsNotSent();
    void checksPassOneByOneAndTheResultIsShownBeforeSaving();
    void aFailedCheckSaysWhatToDo();
    void theAccountIsAskedForWhereNeeded();
    void editingForgetsWhatWasFound();
    void aCheckCanBeStopped();
    void failedSavingKeepsTheToken();
    void theTokenIsForgottenOnceSaved();
    void keychainStatusIsReal();
    void sandboxIsOpenedOrExplained();
    void quits();
    void aReplacementIsCancelled();

private:
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QLineEdit *token() const { return find<QLineEdit>("bootstrapToken"); }
    [[nodiscard]] QPushButton *go() const { return find<QPushButton>("connect"); }
    [[nodiscard]] QString stateOf(const char *check) const { return find<QWidget>(check)->accessibleName(); }
    void typeToken() { QTest::keyClicks(token(), m_value); }
    void press(const char *name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void passAll();

    const QString m_value = u"cfut_"_s + QString(40, u'x');
    std::unique_ptr<ThemeController> m_theme;
    std::unique_ptr<FakeFirstRun> m_actions;
    std::unique_ptr<FirstRunPage> m_page;
};

void FirstRunPageTest::initTestCase()
{
    m_theme = std::make_unique<ThemeController>(*qApp);
}

void FirstRunPageTest::init()
{
    m_actions = std::make_unique<FakeFirstRun>();
    m_page = std::make_unique<FirstRunPage>(m_theme->theme(), *m_actions);
    m_page->resize(1280, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus(); // as the window does when it shows the page
}

void FirstRunPageTest::cleanup()
{
    m_page.reset();
}

void FirstRunPageTest::passAll()
{
    for (const auto check :
         {BootstrapCheck::Active, BootstrapCheck::Owner, BootstrapCheck::Rights, BootstrapCheck::Keychain})
        Q_EMIT m_actions->checkPassed(check);
    Q_EMIT m_actions->found({.name = u"Mira <b>"_s, .rights = u"It may read and edit tokens."_s});
}

void FirstRunPageTest::nothingToCheckBeforeAPaste()
{
    QCOMPARE(go()->text(), u"Check and connect"_s);
    QVERIFY(!go()->isEnabled());
    QVERIFY(token()->hasFocus());
    QTest::keyClicks(token(), u"  "_s);
    QVERIFY(!go()->isEnabled());
    QTest::keyClicks(token(), u"x"_s);
    QVERIFY(go()->isEnabled());
    token()->selectAll();
    QTest::keyClick(token(), Qt::Key_Delete);
    QVERIFY(!go()->isEnabled());
}

void FirstRunPageTest::pasteTakesTheClipboard()
{
    QGuiApplication::clipboard()->setText(u"\n "_s);
    press("pasteToken");
    QVERIFY(find<QLabel>("bootstrapTokenError")->text().contains(u"clipboard"_s));
    QGuiApplication::clipboard()->setText(u" "_s + m_value + u"\n"_s);
    press("pasteToken");
    QCOMPARE(token()->text(), m_value);
    QVERIFY(go()->isEnabled());
    QVERIFY(!find<QLabel>("bootstrapTokenError")->isVisible());
}

void FirstRunPageTest::theTokenIsMaskedUntilTheEyeIsPressed()
{
    typeToken();
    QVERIFY(!token()->displayText().contains(u"cfut"_s));
    const auto actions = token()->actions();
    QAction *eye = actions.last();
    QCOMPARE(eye->text(), u"Show the token"_s);
    eye->trigger();
    QCOMPARE(token()->displayText(), m_value);
    QCOMPARE(eye->text(), u"Hide the token"_s);
    QTest::mouseClick(go(), Qt::LeftButton); // whoever looks on sees no more of it while it is checked
    QVERIFY(!token()->displayText().contains(u"cfut"_s));
}

void FirstRunPageTest::rubbishIsNotSent_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << u"abc"_s;
    QTest::newRow("blank inside") << QString(20, u'a') + u' ' + QString(30, u'b');
    QTest::newRow("a header") << u"Bearer "_s + m_value;
    QTest::newRow("quoted") << u'"' + m_value + u'"';
    QTest::newRow("not ascii") << QString(45, u'ä');
}

void FirstRunPageTest::rubbishIsNotSent()
{
    QFETCH(QString, text);
    token()->insert(text);
    QVERIFY(go()->isEnabled());
    QTest::keyClick(token(), Qt::Key_Return);
    QCOMPARE(m_actions->checks, 0);
    QVERIFY(find<QLabel>("bootstrapTokenError")->isVisible());
    QVERIFY(!find<QLabel>("bootstrapTokenError")->text().contains(text));
}

void FirstRunPageTest::checksPassOneByOneAndTheResultIsShownBeforeSaving()
{
    typeToken();
    QTest::keyClick(token(), Qt::Key_Return);
    QCOMPARE(m_actions->checks, 1);
    QCOMPARE(m_actions->lastToken.reveal(), m_value.toUtf8());
    QVERIFY(m_actions->lastAccountId.isEmpty());
    QVERIFY(stateOf("checkActive").endsWith(u": running"_s));
    Q_EMIT m_actions->checkPassed(BootstrapCheck::Active);
    QVERIFY(stateOf("checkActive").endsWith(u": done"_s));
    QVERIFY(stateOf("checkOwner").endsWith(u": running"_s));
    QVERIFY(stateOf("checkRights").endsWith(u": not started"_s));
    passAll();
    QVERIFY(stateOf("checkKeychain").endsWith(u": done"_s));
    QCOMPARE(find<QLabel>("checkMessageText")->text(), u"A user token of Mira <b>. It may read and edit tokens."_s);
    QCOMPARE(m_actions->saves, 0);
    QCOMPARE(go()->text(), u"Connect"_s);
    QTest::mouseClick(go(), Qt::LeftButton);
    QCOMPARE(m_actions->saves, 1);
    QVERIFY(!go()->isEnabled());
}

void FirstRunPageTest::aFailedCheckSaysWhatToDo()
{
    typeToken();
    press("connect");
    Q_EMIT m_actions->checkPassed(BootstrapCheck::Active);
    Q_EMIT m_actions->checkPassed(BootstrapCheck::Owner);
    Q_EMIT m_actions->checkFailed(BootstrapCheck::Rights, {.code = Error::Code::PermissionDenied,
                                                           .message = u"It may not edit tokens. Make one that may."_s,
                                                           .cloudflareCode = 9109,
                                                           .cfRay = u"8c1f-FRA"_s});
    QVERIFY(stateOf("checkRights").contains(u"failed"_s));
    QCOMPARE(find<QLabel>("checkRightsAdvice")->text(), u"It may not edit tokens. Make one that may."_s);
    QVERIFY(stateOf("checkKeychain").endsWith(u": not started"_s));
    QVERIFY(find<QLabel>("checkMessageDetails")->text().contains(u"9109"_s));
    QVERIFY(find<QLabel>("checkMessageDetails")->text().contains(u"8c1f-FRA"_s));
    QCOMPARE(go()->text(), u"Check and connect"_s);
    QVERIFY(go()->isEnabled());
    press("connect");
    QCOMPARE(m_actions->checks, 2);
    QVERIFY(stateOf("checkRights").endsWith(u": not started"_s));
}

void FirstRunPageTest::theAccountIsAskedForWhereNeeded()
{
    auto *account = find<QLineEdit>("accountId");
    QVERIFY(!account->isVisible());
    typeToken();
    press("connect");
    Q_EMIT m_actions->accountIdNeeded();
    QVERIFY(stateOf("checkActive").endsWith(u": not started"_s)); // nothing runs while the person is asked
    QVERIFY(account->isVisible());
    QVERIFY(account->hasFocus());
    QVERIFY(!go()->isEnabled());
    QTest::keyClicks(account, u"../tokens"_s);
    press("connect");
    QCOMPARE(m_actions->checks, 1);
    QVERIFY(find<QLabel>("accountIdError")->text().contains(u"32 characters"_s));
    account->selectAll();
    QTest::keyClicks(account, QString(16, u'A') + QString(16, u'0'));
    press("connect");
    QCOMPARE(m_actions->checks, 2);
    QCOMPARE(m_actions->lastAccountId, QString(16, u'a') + QString(16, u'0'));
}

void FirstRunPageTest::editingForgetsWhatWasFound()
{
    typeToken();
    press("connect");
    passAll();
    QTest::keyClicks(token(), u"y"_s);
    QCOMPARE(m_actions->cancels, 1);
    QCOMPARE(go()->text(), u"Check and connect"_s);
    QVERIFY(!find<QWidget>("checkMessage")->isVisible());
}

void FirstRunPageTest::aCheckCanBeStopped()
{
    typeToken();
    press("connect");
    QCOMPARE(go()->text(), u"Stop"_s);
    QVERIFY(!token()->isEnabled());
    press("connect");
    QCOMPARE(m_actions->cancels, 1);
    QVERIFY(stateOf("checkActive").endsWith(u": not started"_s));
    QVERIFY(token()->isEnabled());
}

void FirstRunPageTest::failedSavingKeepsTheToken()
{
    typeToken();
    press("connect");
    passAll();
    press("connect");
    Q_EMIT m_actions->saveFailed(
        {.code = Error::Code::KeychainLocked, .message = u"The keychain is locked. Unlock it."_s});
    QCOMPARE(find<QLabel>("checkMessageText")->text(), u"The keychain is locked. Unlock it."_s);
    QVERIFY(go()->isEnabled());
    QCOMPARE(token()->text(), m_value);
    press("connect");
    QCOMPARE(m_actions->saves, 2);
}

void FirstRunPageTest::theTokenIsForgottenOnceSaved()
{
    QSignalSpy connected(m_page.get(), &FirstRunPage::connected);
    typeToken();
    press("connect");
    passAll();
    press("connect");
    Q_EMIT m_actions->saved();
    QCOMPARE(connected.count(), 1);
    QVERIFY(token()->text().isEmpty());
    token()->undo();
    QVERIFY(token()->text().isEmpty());
}

void FirstRunPageTest::keychainStatusIsReal()
{
    QCOMPARE(m_actions->keychainAsked, 1);
    const auto *status = find<QLabel>("keychainStatus");
    QVERIFY(!find<QWidget>("askKeychain")->isVisible());
    m_actions->setKeychain({.state = KeychainStatus::State::Ready, .message = u"GNOME Keyring is ready."_s});
    QVERIFY(status->text().startsWith(u"GNOME Keyring is ready."_s));
    QVERIFY(!find<QWidget>("askKeychain")->isVisible());
    m_actions->setKeychain({.state = KeychainStatus::State::Locked, .message = u"The keychain is locked."_s});
    QVERIFY(status->text().startsWith(u"The keychain is locked."_s));
    press("askKeychain");
    QCOMPARE(m_actions->keychainAsked, 2);
}

void FirstRunPageTest::sandboxIsOpenedOrExplained()
{
    press("openSandbox");
    QCOMPARE(m_actions->sandboxes, 1);
    QVERIFY(!find<QAbstractButton>("openSandbox")->isEnabled());
    Q_EMIT m_actions->sandboxFailed({.message = u"Start it in a terminal: tokensmith --sandbox"_s});
    QVERIFY(find<QAbstractButton>("openSandbox")->isEnabled());
    QVERIFY(find<QLabel>("sandboxNote")->text().contains(u"--sandbox"_s));
}

void FirstRunPageTest::quits()
{
    QSignalSpy quit(m_page.get(), &FirstRunPage::quitRequested);
    press("quit");
    QCOMPARE(quit.count(), 1);
}

void FirstRunPageTest::aReplacementIsCancelled()
{
    m_page = std::make_unique<FirstRunPage>(m_theme->theme(), *m_actions, FirstRunPage::Leave::Back);
    m_page->show();
    QSignalSpy cancelled(m_page.get(), &FirstRunPage::cancelled);
    QVERIFY(!find<QAbstractButton>("quit"));
    typeToken();
    press("connect");
    const int cancels = m_actions->cancels;
    press("cancel");
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(m_actions->cancels, cancels + 1); // the check that was under way
    QVERIFY(token()->text().isEmpty());
    typeToken();
    press("connect");
    passAll();
    press("connect");
    QVERIFY(!find<QAbstractButton>("cancel")->isEnabled()); // it is being written
    Q_EMIT m_actions->saveFailed({.message = u"The keychain is locked."_s});
    QVERIFY(find<QAbstractButton>("cancel")->isEnabled());
}

QTEST_MAIN(FirstRunPageTest)
#include "tst_firstrunpage.moc"
