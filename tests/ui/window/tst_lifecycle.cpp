// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "ui/common/themecontroller.h"
#include "ui/settings/shortcutsdialog.h"
#include "ui/window/lockpage.h"
#include "ui/window/quitdialog.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::ui;
using Stops = QuitDialog::Stops;

/** What is shown at the edges of a run: locked, about to end, the keys. */
class LifecycleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lockedPageUnlocks();
    void quitSaysWhatStops();
    void cancelIsTheDefault();
    void shortcutsAreListed();

private:
    ThemeController m_themes{*qApp};
};

void LifecycleTest::lockedPageUnlocks()
{
    LockPage page(m_themes.theme());
    page.resize(960, 600);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.setFocus();
    auto *unlock = page.findChild<QPushButton *>(u"unlock"_s);
    QVERIFY(unlock->hasFocus());
    QSignalSpy asked(&page, &LockPage::unlockRequested);
    QTest::keyClick(unlock, Qt::Key_Space);
    QCOMPARE(asked.count(), 1);
    QVERIFY(!unlock->isEnabled()); // while the keychain is asked
    page.showProblem({.message = u"The keychain is locked."_s});
    QVERIFY(unlock->isEnabled());
    QVERIFY(page.findChild<QWidget *>(u"lockProblem"_s)->isVisible());
    QVERIFY(test::keepPicture(page, u"window/locked-light"_s));
    m_themes.setScheme(Scheme::Dark);
    QVERIFY(test::keepPicture(page, u"window/locked-dark"_s));
    m_themes.setScheme(Scheme::Light);
}

void LifecycleTest::quitSaysWhatStops()
{
    QVERIFY(!QuitDialog::isNeeded({}));
    const QuitDialog serving(m_themes.theme(), {.server = Stops::Server::On});
    QVERIFY(serving.accessibleDescription().contains(u"The MCP server stops"_s));
    const QuitDialog changing(m_themes.theme(), {.changesUnderWay = 2});
    QVERIFY(!changing.accessibleDescription().contains(u"MCP"_s));
    QVERIFY(changing.accessibleDescription().contains(u"2"_s));
}

void LifecycleTest::cancelIsTheDefault()
{
    const auto open = [this] {
        auto *dialog = new QuitDialog(m_themes.theme(), {.server = Stops::Server::On}); // deletes itself
        dialog->open();
        return dialog;
    };
    QuitDialog *dialog = open();
    QSignalSpy accepted(dialog, &QDialog::accepted);
    QSignalSpy rejected(dialog, &QDialog::rejected);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(dialog->findChild<QPushButton *>(u"quitDialogCancel"_s)->hasFocus());
    QVERIFY(test::keepPicture(*dialog, u"window/quit"_s));
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(rejected.count(), 1);
    QCOMPARE(accepted.count(), 0);
    dialog = open();
    QSignalSpy quit(dialog, &QDialog::accepted);
    dialog->findChild<QPushButton *>(u"quitDialogVerb"_s)->click();
    QCOMPARE(quit.count(), 1);
}

void LifecycleTest::shortcutsAreListed()
{
    ShortcutsDialog dialog(m_themes.theme());
    dialog.show();
    QStringList texts;
    const auto labels = dialog.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts += label->text();
    QVERIFY2(texts.contains(u"Ctrl+Shift+P"_s), qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(u"Lock"_s));
    QVERIFY(test::keepPicture(dialog, u"window/shortcuts"_s));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(LifecycleTest)
#include "tst_lifecycle.moc"
