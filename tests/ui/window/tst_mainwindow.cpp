// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/ui/window/windowfixture.h"
#include "ui/window/navigationpanel.h"

class MainWindowTest : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void opensAtItsSizeAndRemembersIt();
    void thePageHasTheFocus();
    void narrowShowsIconsOnly();
    void iconsGrowWithTheText();
    void pagesAreReachedByMouseKeyAndName();
    void quitHasAKey();
    void marksTheSandbox();
    void cloudflareNamesStayPlain();
    void serverCanBePausedAndResumed();
    void takenPortIsExplained();
    void aServerLeftOffCanBeStarted();
    void missingConnectionIsExplained();
    void connectionOpensItsMenu();
    void closingQuitsOrHides();
    void everyControlHasAName();
    void followsTheScheme();
};

void MainWindowTest::opensAtItsSizeAndRemembersIt()
{
    QCOMPARE(m_window->minimumSize(), QSize(960, 600));
    QVERIFY(m_window->width() <= 1280 && m_window->height() <= 800);
    m_window->resize(1000, 620);
    QSignalSpy painted(m_window.get(), &MainWindow::painted);
    show();
    QTRY_COMPARE(painted.count(), 1);
    m_window->close();
    m_window.reset();
    m_window = makeWindow();
    show();
    QCOMPARE(m_window->size(), QSize(1000, 620));
}

void MainWindowTest::thePageHasTheFocus()
{
    show();
    auto *pages = m_window->findChild<QStackedWidget *>(u"pages"_s);
    QVERIFY(pages);
    QTRY_COMPARE(QApplication::focusWidget(), pages->widget(0));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), pages->widget(1));
}

void MainWindowTest::narrowShowsIconsOnly()
{
    m_window->resize(1040, 640);
    show();
    QCOMPARE(find<QWidget>("navigation")->width(), 200);
    QVERIFY(find<QLabel>("serverAddress")->isVisible());
    m_window->resize(1039, 640);
    QTRY_COMPARE(find<QWidget>("navigation")->width(), 56);
    QVERIFY(!find<QLabel>("serverAddress")->isVisible());
    QCOMPARE(find<QWidget>("serverBlock")->toolTip(), u"MCP on · 127.0.0.1:8787"_s);
    QVERIFY(find<QToolButton>("serverToggle")->isVisible());
}

void MainWindowTest::iconsGrowWithTheText()
{
    const QFont before = QApplication::font();
    const auto back = qScopeGuard([&] { QApplication::setFont(before); });
    QFont twice = before;
    twice.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(twice);
    show();
    auto *navigation = find<NavigationPanel>("navigation");
    navigation->setDensity(Density::IconsOnly); // at this size the window itself can't be that narrow
    const int designed = m_theme->theme().width(56);
    QVERIFY2(designed >= 100, qPrintable(QString::number(designed)));
    QTRY_COMPARE(navigation->width(), designed);
    const auto parts = navigation->findChildren<QWidget *>();
    for (const QWidget *part : parts) {
        const QRect place(part->mapTo(navigation, QPoint()), part->size());
        QVERIFY2(!part->isVisible() || navigation->rect().contains(place), qPrintable(part->objectName()));
    }
}

void MainWindowTest::pagesAreReachedByMouseKeyAndName()
{
    show();
    QCOMPARE(m_window->currentPage(), u"tokens"_s);
    QCOMPARE(m_window->windowTitle(), u"Tokens"_s);
    auto *list = find<QListView>("navigationList");
    const QRect second = list->visualRect(list->model()->index(1, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(m_window->currentPage(), u"activity"_s);
    QCOMPARE(m_window->windowTitle(), u"Activity"_s);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), u"tokens"_s);
    QCOMPARE(list->currentIndex().row(), 0);
    QVERIFY(m_window->showPage(u"activity"_s));
    QCOMPARE(list->currentIndex().row(), 1);
    QVERIFY(!m_window->showPage(u"settings"_s));
    QCOMPARE(m_window->currentPage(), u"activity"_s);
}

void MainWindowTest::quitHasAKey()
{
    show();
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(quit.count(), 1);
}

void MainWindowTest::marksTheSandbox()
{
    m_window->resize(1280, 800);
    show();
    QVERIFY(!find<QWidget>("sandboxBadge")->isVisible());
    m_window->setConnection({.kind = ConnectionSummary::Kind::Sandbox});
    QVERIFY(find<QWidget>("sandboxBadge")->isVisible());
    QVERIFY(find<QWidget>("connectionCard")->accessibleName().startsWith(u"Sandbox"_s));
    QVERIFY(tokensmith::test::keepPicture(*m_window, u"window/sandbox"_s));
    m_window->showPage(u"activity"_s);
    QVERIFY(find<QWidget>("sandboxBadge")->isVisible());
    m_window->resize(1000, 640); // icons only: the amber ground says it, and the tooltip in words
    auto *card = find<QWidget>("connectionCard");
    QCOMPARE(card->grab().toImage().pixelColor(4, card->height() / 2), colourOf(Scheme::Light, Colour::WarnSoft));
    QVERIFY(card->toolTip().startsWith(u"Sandbox"_s));
}

void MainWindowTest::cloudflareNamesStayPlain()
{
    const QString name = u"<b>Harbour</b>\n\u202ELabs"_s;
    m_window->setConnection({.kind = ConnectionSummary::Kind::Account, .name = name});
    const auto *label = find<QLabel>("connectionName");
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(label->text(), u"<b>Harbour</b> Labs"_s);
    m_window->resize(1000, 640);
    show();
    QVERIFY(!find<QWidget>("connectionCard")->toolTip().contains(u"<b>"_s));
    QVERIFY(!m_window->windowTitle().contains(u"Harbour"_s));
}

void MainWindowTest::serverCanBePausedAndResumed()
{
    m_window->resize(1280, 800);
    show();
    auto *toggle = find<QToolButton>("serverToggle");
    const auto *state = find<QLabel>("serverState");
    QCOMPARE(state->text(), u"MCP on"_s);
    QCOMPARE(find<QLabel>("serverAddress")->text(), u"127.0.0.1:8787"_s);
    QTest::mouseClick(toggle, Qt::LeftButton);
    QCOMPARE(state->text(), u"MCP paused"_s);
    QVERIFY(tokensmith::test::keepPicture(*m_window, u"window/paused"_s));
    QCOMPARE(toggle->accessibleName(), u"Resume all clients"_s);
    QTest::mouseClick(toggle, Qt::LeftButton);
    QCOMPARE(state->text(), u"MCP on"_s);
    QCOMPARE(toggle->accessibleName(), u"Pause all clients"_s);
}

void MainWindowTest::takenPortIsExplained()
{
    show();
    QVERIFY(!find<QWidget>("serverMessage")->isVisible());
    m_server->fail(Error{.code = Error::Code::Unavailable, .message = u"Port 8787 is used by another program."_s});
    QVERIFY(find<QWidget>("serverMessage")->isVisible());
    QVERIFY(find<QLabel>("serverMessageText")->text().contains(u"Port 8787"_s));
    QCOMPARE(find<QLabel>("serverState")->text(), u"MCP off"_s);
    QVERIFY(tokensmith::test::keepPicture(*m_window, u"window/port-taken"_s));
    QTest::mouseClick(find<QAbstractButton>("serverRetry"), Qt::LeftButton);
    QCOMPARE(m_server->retries, 1);
    m_server->set(ServerControl::State::On);
    QVERIFY(!find<QWidget>("serverMessage")->isVisible());
}

void MainWindowTest::aServerLeftOffCanBeStarted()
{
    show();
    m_server->set(ServerControl::State::Off);
    QCOMPARE(find<QLabel>("serverState")->text(), u"MCP off"_s);
    QCOMPARE(find<QLabel>("serverAddress")->text(), u"Not listening"_s);
    QVERIFY(!find<QWidget>("serverMessage")->isVisible()); // nothing is wrong
    auto *toggle = find<QToolButton>("serverToggle");
    QCOMPARE(toggle->accessibleName(), u"Start the server"_s);
    QTest::mouseClick(toggle, Qt::LeftButton);
    QCOMPARE(m_server->retries, 1);
}

void MainWindowTest::missingConnectionIsExplained()
{
    show();
    QSignalSpy retry(m_window.get(), &MainWindow::connectionRetryRequested);
    QVERIFY(!find<QWidget>("connectionMessage")->isVisible());
    m_window->setConnectionProblem(
        Error{.code = Error::Code::KeychainLocked, .message = u"The keychain is locked. Unlock it."_s});
    QVERIFY(find<QWidget>("connectionMessage")->isVisible());
    QVERIFY(find<QLabel>("connectionMessageText")->text().contains(u"locked"_s));
    QVERIFY(tokensmith::test::keepPicture(*m_window, u"window/not-connected"_s));
    QTest::mouseClick(find<QAbstractButton>("connectionRetry"), Qt::LeftButton);
    QCOMPARE(retry.count(), 1);
    m_window->setConnectionProblem({});
    QVERIFY(!find<QWidget>("connectionMessage")->isVisible());
}

void MainWindowTest::connectionOpensItsMenu()
{
    auto *menu = new QMenu;
    QSignalSpy opened(menu, &QMenu::aboutToShow);
    menu->addAction(u"Lock"_s);
    m_window->setConnectionMenu(menu);
    m_window->resize(1000, 640);
    show();
    auto *button = find<QToolButton>("connectionMenu");
    QVERIFY(button->isVisible());
    QCOMPARE(button->size(), find<QWidget>("connectionCard")->size());
    QVERIFY(button->accessibleName().contains(u"Not connected"_s));
    QTimer::singleShot(0, menu, &QWidget::close);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(opened.count(), 1);
}

void MainWindowTest::closingQuitsOrHides()
{
    QSignalSpy quit(m_window.get(), &MainWindow::closed);
    show();
    m_window->setCloseAction(MainWindow::CloseAction::Hide);
    m_window->close();
    QVERIFY(m_window->isHidden());
    QCOMPARE(quit.count(), 0);
    m_window->present();
    QVERIFY(m_window->isVisible());
    m_window->setCloseAction(MainWindow::CloseAction::Quit);
    m_window->close();
    QCOMPARE(quit.count(), 1);
}

void MainWindowTest::everyControlHasAName()
{
    show();
    const auto widgets = m_window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const QVariant text = widget->property("text");
        QVERIFY2(!widget->accessibleName().isEmpty() || !text.toString().isEmpty(),
                 qPrintable(widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className())));
    }
}

void MainWindowTest::followsTheScheme()
{
    m_window->resize(1280, 800);
    show();
    const auto ground = [this] { return m_window->grab().toImage().pixelColor(100, 400); };
    QCOMPARE(ground(), colourOf(Scheme::Light, Colour::Window));
    m_theme->setScheme(Scheme::Dark);
    QTRY_COMPARE(ground(), colourOf(Scheme::Dark, Colour::Window));
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
