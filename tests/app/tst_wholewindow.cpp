// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does across the pages of the whole program, on the simulated Cloudflare.
#include "app/desktop/pageids.h"
#include "tests/app/wholeprogram.h"
#include "ui/common/label.h"
#include "ui/create/createwizard.h"
#include "ui/settings/settingspage.h"
#include "ui/tokens/tokenactions.h"
#include "ui/tokens/tokenspage.h"
#include "ui/tokens/tokenstable.h"
#include "ui/tokens/tokentablemodel.h"
#include "ui/window/lockpage.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QShortcut>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using test::Look;
using test::WholeProgram;

class WholeWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_program.reset(); }
    void listedKeysWork();
    void replacingIsCancelled();
    void dialogsWaitForTheUnlocking();
    void aServerMayStayOff();
    void afterTheWizard();

private:
    std::unique_ptr<WholeProgram> m_program;
};

void WholeWindowTest::listedKeysWork()
{
    m_program = std::make_unique<WholeProgram>(*qApp, Look{});
    ui::MainWindow &window = m_program->window();
    QTRY_VERIFY(window.isVisible());
    auto *table = window.findChild<ui::TokensTable *>();
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->setCurrentIndex(table->model()->index(0, 0));
    Q_EMIT window.shortcutsRequested();
    QStringList listed;
    const auto labels = window.findChild<QDialog *>(u"shortcutsDialog"_s)->findChildren<ui::Label *>(u"keys"_s);
    for (const ui::Label *label : labels)
        listed += label->text().split(u" · "_s);
    QVERIFY(listed.size() > 15);

    // The keys of views and fields are Qt's, F6 is the window's own.
    QStringList known{u"Up"_s, u"Down"_s, u"Home"_s, u"End"_s, u"Return"_s, u"F6"_s, u"Ctrl+C"_s, u"PgDown"_s};
    QTest::keyClick(table, Qt::Key_N, Qt::ControlModifier);
    const auto all = window.findChildren<QShortcut *>();
    for (const QShortcut *shortcut : all)
        known += shortcut->key().toString(QKeySequence::NativeText);
    const auto actions = window.findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->isVisible())
            known += action->shortcut().toString(QKeySequence::NativeText);
    }
    auto buttons = window.findChildren<QAbstractButton *>();
    const QWidgetList topLevel = QApplication::topLevelWidgets();
    for (const QWidget *other : topLevel)
        buttons += other->findChildren<QAbstractButton *>(); // the approval window's
    for (const QAbstractButton *button : std::as_const(buttons))
        known += button->shortcut().toString(QKeySequence::NativeText);
    for (const QString &keys : std::as_const(listed))
        QVERIFY2(known.contains(keys), qPrintable(keys));
}

void WholeWindowTest::replacingIsCancelled()
{
    m_program = std::make_unique<WholeProgram>(*qApp, Look{});
    ui::MainWindow &window = m_program->window();
    QTRY_VERIFY(window.isVisible());
    QVERIFY(window.showPage(app::kSettingsPage));
    Q_EMIT window.findChild<ui::SettingsPage *>()->replaceConnectionRequested();
    QVERIFY(window.hasFullPage());
    auto *cancel = window.findChild<QPushButton *>(u"cancel"_s);
    QVERIFY(cancel && cancel->isVisible());
    cancel->click();
    QVERIFY(!window.hasFullPage());
    QCOMPARE(window.currentPage(), QString(app::kSettingsPage));
    QVERIFY(window.isVisible());
    QTRY_VERIFY(m_program->services().connection().current()); // as before
}

void WholeWindowTest::dialogsWaitForTheUnlocking()
{
    m_program = std::make_unique<WholeProgram>(*qApp, Look{});
    ui::MainWindow &window = m_program->window();
    auto *table = window.findChild<ui::TokensTable *>();
    QTRY_VERIFY(window.isVisible() && table->model()->rowCount() > 5);
    table->setCurrentIndex(table->model()->index(5, 0));
    auto *actions = window.findChild<ui::TokenActions *>();
    m_program->services().lock().lock();
    QTRY_VERIFY(window.findChild<ui::LockPage *>());
    Q_EMIT actions->exportRequested();
    QTRY_VERIFY(window.findChild<QDialog *>(u"exportDialog"_s));
    auto *dialog = window.findChild<QDialog *>(u"exportDialog"_s);
    QTRY_VERIFY(!dialog->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    window.findChild<QPushButton *>(u"unlock"_s)->click();
    QTRY_VERIFY(dialog->isVisible());
    dialog->close();
}

void WholeWindowTest::aServerMayStayOff()
{
    m_program = std::make_unique<WholeProgram>(*qApp, Look{.settings = R"({"serverAtStart": false})"});
    ui::MainWindow &window = m_program->window();
    QTRY_VERIFY(window.isVisible());
    const auto *state = window.findChild<ui::Label *>(u"serverState"_s);
    QCOMPARE(state->text(), u"MCP off"_s);
    QVERIFY(m_program->services().endpoint().url().isEmpty());
    QVERIFY(!QFile::exists(m_program->services().paths().endpointFile));
    window.findChild<QAbstractButton *>(u"serverToggle"_s)->click();
    QCOMPARE(state->text(), u"MCP on"_s);
    QVERIFY(!m_program->services().endpoint().url().isEmpty());
    QVERIFY(QFile::exists(m_program->services().paths().endpointFile));
}

void WholeWindowTest::afterTheWizard()
{
    m_program = std::make_unique<WholeProgram>(*qApp, Look{});
    ui::MainWindow &window = m_program->window();
    QTRY_VERIFY(window.isVisible());
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *table = window.findChild<ui::TokensTable *>();
    QTRY_VERIFY(table->model()->rowCount() > 30);
    auto *model = qobject_cast<ui::TokenTableModel *>(table->model());

    QTest::keyClick(table, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(window.hasFullPage());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // nothing was entered: nothing is asked
    QTRY_VERIFY(!window.hasFullPage());
    QVERIFY(table->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    const QStringList before = table->selectedIds();
    QCOMPARE(before.size(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(table->selectedIds() != before);
    const QString last = model->idAt(model->rowCount() - 1);

    auto *filter = window.findChild<QLineEdit *>(u"tokensFilter"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"name:nothing-is-called-so"_s);
    QCOMPARE(model->rowCount(), 0);
    Q_EMIT window.findChild<ui::TokensPage *>()->newTokenRequested();
    auto *wizard = window.findChild<ui::CreateWizard *>();
    QVERIFY(wizard);
    Q_EMIT wizard->made(last);
    Q_EMIT wizard->left();
    QTRY_VERIFY(!window.hasFullPage());
    QTRY_VERIFY(table->hasFocus());
    QCOMPARE(table->selectedIds(), QStringList{last}); // although the search did not find it
    QVERIFY(table->viewport()->rect().contains(table->visualRect(table->currentIndex()).center()));
}

QTEST_MAIN(WholeWindowTest)
#include "tst_wholewindow.moc"
