// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/windowfixture.h"
#include "ui/window/quitdialog.h"

#include <QWindow>

class WindowCoverTest : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void fullPageCoversEverything();
    void coverKeepsWhatIsBelow();
    void focusComesBackToWhatIsBelow();
    void noKeyActsBehindACover();
    void dialogsGoWithTheCover();
    void dialogsOpenedLaterWait();
    void whatEndsBelowStaysAway();
    void theQuestionBeforeQuittingStays();
    void menusAreClosed();
    void f6GoesRound();
    void f6RemembersItsPlace();
};

void WindowCoverTest::fullPageCoversEverything()
{
    show();
    auto *page = new QWidget;
    page->setObjectName(u"cover"_s);
    m_window->showFullPage(u"Connect Cloudflare"_s, page);
    QVERIFY(page->isVisible());
    QVERIFY(!find<QWidget>("navigation")->isVisible());
    QCOMPARE(m_window->windowTitle(), u"Connect Cloudflare"_s);
    m_window->endFullPage();
    QVERIFY(find<QWidget>("navigation")->isVisible());
    QCOMPARE(m_window->windowTitle(), u"Tokens"_s);
    QTRY_VERIFY(!find<QWidget>("cover"));
}

void WindowCoverTest::coverKeepsWhatIsBelow()
{
    show();
    auto *wizard = new QLineEdit(u"typed"_s);
    m_window->showFullPage(u"New token"_s, wizard);
    m_window->showCover(u"Locked"_s, new QLineEdit);
    QVERIFY(!wizard->isVisible());
    QVERIFY(m_window->hasFullPage());
    QCOMPARE(m_window->windowTitle(), u"Locked"_s);
    m_window->endCover();
    QVERIFY(wizard->isVisible());
    QCOMPARE(wizard->text(), u"typed"_s);
    QCOMPARE(m_window->windowTitle(), u"New token"_s);
    m_window->showCover(u"Locked"_s, new QLineEdit);
    m_window->endFullPage(); // what was under way below came to its end
    QCOMPARE(m_window->windowTitle(), u"Locked"_s);
    m_window->endCover();
    QCOMPARE(m_window->windowTitle(), u"Tokens"_s);
}

void WindowCoverTest::focusComesBackToWhatIsBelow()
{
    show();
    QWidget *page = find<QStackedWidget>("pages")->currentWidget();
    auto *wizard = new QLineEdit;
    m_window->showFullPage(u"New token"_s, wizard);
    QVERIFY(wizard->hasFocus());
    m_window->showCover(u"Locked"_s, new QLineEdit);
    m_window->endCover();
    QVERIFY(wizard->hasFocus());
    m_window->endFullPage();
    QVERIFY(page->hasFocus());
}

void WindowCoverTest::noKeyActsBehindACover()
{
    auto *pages = find<QStackedWidget>("pages");
    QShortcut ofPage(QKeySequence(u"Ctrl+N"_s), pages->widget(0));
    QSignalSpy acted(&ofPage, &QShortcut::activated);
    QSignalSpy lock(m_window.get(), &MainWindow::lockRequested);
    show();
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(acted.count(), 1);
    QCOMPARE(lock.count(), 1);
    auto *cover = new QLineEdit;
    m_window->showCover(u"Locked"_s, cover);
    QTRY_VERIFY(cover->hasFocus());
    for (const int key : {Qt::Key_N, Qt::Key_L, Qt::Key_1, Qt::Key_3})
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), Qt::ControlModifier);
    QTest::keyClick(cover, Qt::Key_F6);
    QCOMPARE(acted.count(), 1);
    QCOMPARE(lock.count(), 1);
    QCOMPARE(m_window->currentPage(), u"tokens"_s);
    QVERIFY(cover->hasFocus());
    m_window->endCover();
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), u"activity"_s);
}

void WindowCoverTest::dialogsGoWithTheCover()
{
    show();
    auto *dialog = new QDialog(m_window.get());
    QSignalSpy finished(dialog, &QDialog::finished);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    m_window->showCover(u"Locked"_s, new QLineEdit);
    QVERIFY(!dialog->isVisible());
    m_window->endCover();
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->isModal());
    QCOMPARE(finished.count(), 0);
    dialog->close();
    QCOMPARE(finished.count(), 1);
}

void WindowCoverTest::dialogsOpenedLaterWait()
{
    show();
    auto *cover = new QLineEdit;
    m_window->showCover(u"Locked"_s, cover);
    auto *late = new QDialog(m_window.get());
    auto *typed = new QLineEdit(u"typed"_s, late);
    late->open();
    QVERIFY(!late->windowHandle() || !late->windowHandle()->isVisible()); // not for a moment
    QTRY_VERIFY(!late->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    late->open(); // whoever it belongs to does not know
    QTRY_VERIFY(!late->isVisible());
    m_window->endCover();
    QVERIFY(late->isVisible());
    QVERIFY(late->windowHandle()->isVisible());
    QVERIFY(late->isModal());
    QCOMPARE(typed->text(), u"typed"_s);
    late->close();
    late->open(); // the cover is gone
    QCoreApplication::processEvents();
    QVERIFY(late->isVisible());
}

void WindowCoverTest::whatEndsBelowStaysAway()
{
    show();
    QDialog dialog(m_window.get());
    dialog.open();
    m_window->showCover(u"Locked"_s, new QLineEdit);
    dialog.accept(); // what it waited for is done
    m_window->endCover();
    QVERIFY(!dialog.isVisible());
}

void WindowCoverTest::theQuestionBeforeQuittingStays()
{
    show();
    m_window->showCover(u"Locked"_s, new QLineEdit);
    auto *quit = new QuitDialog(m_theme->theme(), {.server = QuitDialog::Stops::Server::On}, m_window.get());
    quit->open();
    QCoreApplication::processEvents();
    QVERIFY(quit->isVisible());
    QVERIFY(quit->windowHandle()->isVisible());
}

void WindowCoverTest::menusAreClosed()
{
    show();
    QMenu menu;
    menu.addAction(u"Revoke…"_s);
    menu.popup(m_window->mapToGlobal(QPoint(50, 50)));
    QVERIFY(menu.isVisible());
    m_window->showCover(u"Locked"_s, new QLineEdit);
    QVERIFY(!menu.isVisible());
}

void WindowCoverTest::f6GoesRound()
{
    auto *page = find<QStackedWidget>("pages")->widget(0);
    auto *row = new QVBoxLayout(page);
    auto *header = new QLineEdit;
    auto *hidden = new QLineEdit;
    auto *body = new QListView;
    for (QWidget *area :
         {static_cast<QWidget *>(header), static_cast<QWidget *>(hidden), static_cast<QWidget *>(body)}) {
        row->addWidget(area);
        markFocusArea(area);
    }
    hidden->hide();
    show();
    body->setFocus();
    QTest::keyClick(body, Qt::Key_F6);
    QVERIFY(find<QListView>("navigationList")->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QVERIFY(header->hasFocus());
    QTest::keyClick(header, Qt::Key_F6);
    QVERIFY(body->hasFocus());
    QTest::keyClick(body, Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(header->hasFocus());
}

void WindowCoverTest::f6RemembersItsPlace()
{
    auto *page = find<QStackedWidget>("pages")->widget(0);
    auto *row = new QVBoxLayout(page); // a page that marks nothing is one area
    auto *first = new QLineEdit;
    auto *second = new QLineEdit;
    row->addWidget(first);
    row->addWidget(second);
    show();
    second->setFocus();
    QTest::keyClick(second, Qt::Key_F6);
    QVERIFY(!page->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QVERIFY(second->hasFocus());
    QTest::keyClick(second, Qt::Key_F6);
    delete second;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QVERIFY(first->hasFocus());
}

QTEST_MAIN(WindowCoverTest)
#include "tst_windowcover.moc"
