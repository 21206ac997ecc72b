// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the first-run page in its states, to be looked at and compared with the design. What it does is tested in
// tst_firstrunpage; here each state only has to have names and room for its words.
#include "tests/support/fakefirstrun.h"
#include "tests/support/picture.h"
#include "tests/support/widgetwalk.h"
#include "ui/common/themecontroller.h"
#include "ui/onboarding/firstrunpage.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using ui::BootstrapCheck;

using Setup = std::function<void(test::FakeFirstRun &, ui::FirstRunPage &)>;

Q_DECLARE_METATYPE(Setup)

namespace {

void paste(ui::FirstRunPage &page)
{
    page.findChild<QLineEdit *>(u"bootstrapToken"_s)->setText(u"cfut_"_s + QString(40, u'x'));
}

void check(ui::FirstRunPage &page)
{
    paste(page);
    QTest::mouseClick(page.findChild<QPushButton *>(u"connect"_s), Qt::LeftButton);
}

void checking(test::FakeFirstRun &actions, ui::FirstRunPage &page)
{
    check(page);
    Q_EMIT actions.checkPassed(BootstrapCheck::Active);
}

void failed(test::FakeFirstRun &actions, ui::FirstRunPage &page)
{
    checking(actions, page);
    Q_EMIT actions.checkPassed(BootstrapCheck::Owner);
    Q_EMIT actions.checkFailed(BootstrapCheck::Rights,
                               {.code = base::Error::Code::PermissionDenied,
                                .message = u"It may not edit tokens. Make one that may, in step 1."_s,
                                .cloudflareCode = 9109,
                                .cfRay = u"8c1f2a7c1b9d3e4f-FRA"_s});
}

void found(test::FakeFirstRun &actions, ui::FirstRunPage &page)
{
    checking(actions, page);
    for (const auto passed : {BootstrapCheck::Owner, BootstrapCheck::Rights, BootstrapCheck::Keychain})
        Q_EMIT actions.checkPassed(passed);
    Q_EMIT actions.found({.name = u"Mira"_s, .rights = u"It may read and edit tokens."_s});
}

} // namespace

class FirstRunPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draw_data();
    void draw();
};

void FirstRunPictures::draw_data()
{
    QTest::addColumn<Setup>("setup");
    QTest::addColumn<ui::Scheme>("scheme");
    const Setup nothing = [](auto &, auto &) {};
    QTest::newRow("begin-light") << nothing << ui::Scheme::Light;
    QTest::newRow("begin-dark") << nothing << ui::Scheme::Dark;
    QTest::newRow("rubbish-light") << Setup([](auto &, auto &page) {
        page.template findChild<QLineEdit *>(u"bootstrapToken"_s)->setText(u"no token"_s);
        QTest::keyClick(page.template findChild<QLineEdit *>(u"bootstrapToken"_s), Qt::Key_Return);
    }) << ui::Scheme::Light;
    QTest::newRow("pasted-light") << Setup([](auto &, auto &page) { paste(page); }) << ui::Scheme::Light;
    QTest::newRow("checking-light") << Setup(checking) << ui::Scheme::Light;
    QTest::newRow("failed-light") << Setup(failed) << ui::Scheme::Light;
    QTest::newRow("failed-dark") << Setup(failed) << ui::Scheme::Dark;
    QTest::newRow("account-light") << Setup([](auto &actions, auto &page) {
        check(page);
        Q_EMIT actions.accountIdNeeded();
    }) << ui::Scheme::Light;
    QTest::newRow("found-light") << Setup(found) << ui::Scheme::Light;
    QTest::newRow("found-dark") << Setup(found) << ui::Scheme::Dark;
    QTest::newRow("not-kept-light") << Setup([](auto &actions, auto &page) {
        found(actions, page);
        QTest::mouseClick(page.template findChild<QPushButton *>(u"connect"_s), Qt::LeftButton);
        Q_EMIT actions.saveFailed({.code = base::Error::Code::KeychainLocked,
                                   .message = u"The keychain is locked. Unlock it, then press Connect."_s});
    }) << ui::Scheme::Light;
    QTest::newRow("no-keychain-light") << Setup([](auto &actions, auto &) {
        actions.setKeychain({.state = ui::KeychainStatus::State::Unavailable,
                             .message = u"No keychain answers. Install and start GNOME Keyring or KWallet."_s});
    }) << ui::Scheme::Light;
}

void FirstRunPictures::draw()
{
    QFETCH(Setup, setup);
    QFETCH(ui::Scheme, scheme);
    const QFont before = QApplication::font();
    QFont font(qEnvironmentVariable("TOKENSMITH_PICTURE_FONT", u"Inter"_s));
    font.setPointSizeF(9.75); // 13 px at 96 dots an inch, as in the design
    QApplication::setFont(font);
    {
        const ui::ThemeController controller(*qApp, scheme);
        test::FakeFirstRun actions;
        actions.setKeychain({.state = ui::KeychainStatus::State::Ready, .message = u"GNOME Keyring is ready."_s});
        ui::FirstRunPage page(controller.theme(), actions);
        page.resize(1280, 800);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.setFocus();
        setup(actions, page);
        QCoreApplication::processEvents();
        QVERIFY(test::keepPicture(page, u"first-run/%1"_s.arg(QLatin1String(QTest::currentDataTag()))));
        QCOMPARE(test::namelessWidgets(page).join(u'\n'), QString());
        QCOMPARE(test::cutTexts(page).join(u'\n'), QString());
    }
    QApplication::setFont(before);
}

QTEST_MAIN(FirstRunPictures)
#include "tst_firstrunpictures.moc"
