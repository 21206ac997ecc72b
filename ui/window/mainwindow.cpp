// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/common/bind.h"
#include "ui/common/focusareas.h"
#include "ui/common/message.h"
#include "ui/window/navigationpanel.h"
#include "ui/window/servercontrol.h"
#include "ui/window/servermessage.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QWindow>

#include <utility>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr QSize kFirstSize{1280, 800};
constexpr QSize kLeastSize{960, 600};
constexpr QSize kFrame{16, 48}; // what a desktop may put around a window; not known before it is shown
constexpr int kNarrow = 1040;   // below it the navigation shows icons only
constexpr auto kGeometryKey = "window/geometry"_L1;

} // namespace

MainWindow::MainWindow(const Options &options)
    : m_stateFile(options.stateFile)
    , m_navigation(new NavigationPanel({.theme = options.theme, .server = options.server, .pages = m_model}))
    , m_serverMessage(new ServerMessage(options.theme, options.server))
    , m_connectionMessage(new InlineMessage(options.theme, u"connectionMessage"_s))
    , m_connectionMessageRoom(new QWidget)
    , m_pages(new QStackedWidget)
    , m_root(new QStackedWidget)
{
    setObjectName(u"mainWindow"_s);
    m_pages->setObjectName(u"pages"_s);
    setMinimumSize(kLeastSize);
    m_workArea = makeWorkArea();
    m_root->addWidget(m_workArea);
    setCentralWidget(m_root);
    connect(m_navigation, &NavigationPanel::pageChosen, this, &MainWindow::showPage);
    addShortcuts(options.server);
    updateTitle();
    restorePlace();
}

MainWindow::~MainWindow()
{
    keepPlace();
}

QWidget *MainWindow::makeWorkArea()
{
    auto *messageColumn = new QVBoxLayout(m_connectionMessageRoom);
    messageColumn->setContentsMargins(space::kPage, space::kMedium, space::kPage, 0);
    messageColumn->addWidget(m_connectionMessage);
    m_connectionMessageRoom->hide();
    const QPushButton *retry = m_connectionMessage->addAction(u"connectionRetry"_s, tr("Try again"));
    connect(retry, &QPushButton::clicked, this, &MainWindow::connectionRetryRequested);

    auto *pageGround = new QWidget;
    useSurfaceGround(pageGround);
    auto *pageColumn = new QVBoxLayout(pageGround);
    pageColumn->setContentsMargins(0, 0, 0, 0);
    pageColumn->setSpacing(0);
    pageColumn->addWidget(m_serverMessage);
    pageColumn->addWidget(m_connectionMessageRoom);
    pageColumn->addWidget(m_pages, 1);

    auto *area = new QWidget;
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(pageGround, 1);
    return area;
}

void MainWindow::addShortcuts(ServerControl &server)
{
    auto *quit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this);
    connect(quit, &QShortcut::activated, this, &MainWindow::quitRequested);
    auto *pause = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), this);
    connect(pause, &QShortcut::activated, &server, [&server] {
        if (server.state() == ServerControl::State::Paused)
            server.resume();
        else
            server.pause();
    });
    m_lockKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this);
    connect(m_lockKey, &QShortcut::activated, this, &MainWindow::lockRequested);
    auto *keys = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Slash), this);
    connect(keys, &QShortcut::activated, this, &MainWindow::shortcutsRequested);
}

void MainWindow::addPage(const NavigationItem &item, QWidget *page)
{
    page->setAccessibleName(item.label);
    markFocusArea(page);
    m_pages->insertWidget(m_model.add(item), page);
    if (!item.shortcut.isEmpty()) {
        auto *shortcut = new QShortcut(QKeySequence(item.shortcut), this);
        connect(shortcut, &QShortcut::activated, this, [this, page, id = item.id] {
            showPage(id);
            page->setFocus(Qt::ShortcutFocusReason);
        });
        shortcut->setEnabled(m_root->currentWidget() == m_workArea);
        m_pageKeys.append(shortcut);
    }
    if (m_pages->count() > 1)
        return;
    showPage(item.id);
    page->setFocus(); // so that the arrow keys move in the page at once, not in the navigation
}

bool MainWindow::showPage(const QString &id)
{
    const QModelIndex index = m_model.indexOf(id);
    if (!index.isValid())
        return false;
    m_pages->setCurrentIndex(index.row());
    m_navigation->select(id);
    updateTitle();
    return true;
}

QString MainWindow::currentPage() const
{
    return m_model.index(m_pages->currentIndex()).data(NavigationModel::IdRole).toString();
}

void MainWindow::showFullPage(const QString &title, QWidget *page)
{
    endFullPage();
    m_fullPage = page;
    page->setWindowTitle(title);
    m_root->addWidget(page);
    showTop();
    page->setFocus();
}

void MainWindow::endFullPage()
{
    if (QWidget *page = std::exchange(m_fullPage, nullptr)) {
        showTop();
        focusTop();
        m_root->removeWidget(page);
        page->deleteLater(); // it may be the one that asks
    }
}

void MainWindow::showCover(const QString &title, QWidget *cover)
{
    endCover();
    m_cover = cover;
    cover->setWindowTitle(title);
    m_dialogs.draw();
    m_root->addWidget(cover);
    showTop();
    cover->setFocus();
}

void MainWindow::endCover()
{
    if (QWidget *cover = std::exchange(m_cover, nullptr)) {
        showTop();
        focusTop();
        m_root->removeWidget(cover);
        cover->deleteLater();
        m_dialogs.open();
    }
}

void MainWindow::showTop()
{
    QWidget *below = m_fullPage ? m_fullPage : m_workArea;
    m_root->setCurrentWidget(m_cover ? m_cover : below);
    for (QShortcut *key : std::as_const(m_pageKeys))
        key->setEnabled(m_root->currentWidget() == m_workArea);
    m_lockKey->setEnabled(!m_cover);
    updateTitle();
}

/** What has come to light again works by keyboard at once. */
void MainWindow::focusTop()
{
    if (!m_cover)
        (m_fullPage ? m_fullPage : m_pages->currentWidget())->setFocus();
}

void MainWindow::setConnection(const ConnectionSummary &connection)
{
    m_navigation->connection().setConnection(connection);
}

void MainWindow::setConnectionMenu(QMenu *menu)
{
    m_navigation->connection().setMenu(menu);
}

void MainWindow::setCount(const QString &pageId, qsizetype count)
{
    m_model.setCount(pageId, count);
}

void MainWindow::setCounting(const QString &pageId)
{
    m_model.setCounting(pageId);
}

void MainWindow::setConnectionProblem(const std::optional<base::Error> &problem)
{
    m_connectionMessageRoom->setVisible(problem.has_value());
    if (problem) {
        m_connectionMessage->setContent({.tone = Tone::Warn, .title = problem->message, .details = problem->detail});
    }
}

void MainWindow::present()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

void MainWindow::updateTitle()
{
    const QString page = m_model.index(m_pages->currentIndex()).data(Qt::DisplayRole).toString();
    const QWidget *top = m_cover ? m_cover : m_fullPage;
    setWindowTitle(top ? top->windowTitle() : page); // the desktop adds the program's name
}

void MainWindow::restorePlace()
{
    const QByteArray kept = QSettings(m_stateFile, QSettings::IniFormat).value(kGeometryKey).toByteArray();
    if (!kept.isEmpty() && restoreGeometry(kept))
        return;
    const QSize room = QGuiApplication::primaryScreen()->availableSize() - kFrame;
    resize(kFirstSize.boundedTo(room).expandedTo(kLeastSize));
}

void MainWindow::keepPlace() const
{
    QSettings(m_stateFile, QSettings::IniFormat).setValue(kGeometryKey, saveGeometry());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepPlace();
    switch (m_closeAction) {
    case CloseAction::Hide:
        event->accept(); // which hides it
        return;
    case CloseAction::Quit:
        event->accept();
        Q_EMIT closed();
        return;
    }
    Q_UNREACHABLE();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_F6) {
        QMainWindow::keyPressEvent(event);
        return;
    }
    const bool back = event->modifiers().testFlag(Qt::ShiftModifier);
    stepFocusArea(m_root->currentWidget(), back ? AreaStep::Previous : AreaStep::Next);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_navigation->setDensity(width() < kNarrow ? Density::IconsOnly : Density::Full);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!m_painted)
        windowHandle()->installEventFilter(this);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // Qt paints a window while it handles its exposure; what is queued here comes after that.
    if (event->type() == QEvent::Expose && watched == windowHandle() && windowHandle()->isExposed()) {
        watched->removeEventFilter(this);
        if (!std::exchange(m_painted, true))
            QMetaObject::invokeMethod(this, &MainWindow::painted, Qt::QueuedConnection);
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace tokensmith::ui
