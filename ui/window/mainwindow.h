// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/window/connectioncard.h"
#include "ui/window/dialogcurtain.h"
#include "ui/window/navigationmodel.h"

#include <QMainWindow>

#include <optional>

class QMenu;
class QShortcut;
class QStackedWidget;

namespace tokensmith::ui {

class InlineMessage;
class NavigationPanel;
class ServerControl;
class ServerMessage;
class Theme;

/**
 * The window: navigation at the left, one page at a time beside it; or one page over all of it (first run, a wizard);
 * or a cover over that as well (locked), which takes dialogs off the screen and keeps everything below as it is.
 *
 * It only assembles. Pages are made elsewhere and belong to it once added. The title names the page and never anything
 * that came from outside. Position and size are kept in `stateFile`.
 */
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /** What its close button does. */
    enum class CloseAction {
        Quit, ///< asks for the end of the program
        Hide, ///< the tray keeps it reachable
    };

    /** Both references outlive the window. */
    struct Options
    {
        const Theme &theme;
        ServerControl &server;
        QString stateFile; ///< an INI file; made when first written
    };

    explicit MainWindow(const Options &options);
    ~MainWindow() override;

    /** Adds a page at its place; the first one is shown. Its accessible name becomes the entry's label. */
    void addPage(const NavigationItem &item, QWidget *page);

    /** Goes to a page; false if there is none of that name. */
    bool showPage(const QString &id);
    [[nodiscard]] QString currentPage() const;

    /** Covers everything with `page`, which then belongs to the window, until endFullPage(). */
    void showFullPage(const QString &title, QWidget *page);
    void endFullPage(); ///< does nothing without one
    [[nodiscard]] bool hasFullPage() const { return m_fullPage != nullptr; }

    /** Covers that as well, until endCover(). `cover` then belongs to the window. No key of a page acts below it. */
    void showCover(const QString &title, QWidget *cover);
    void endCover();

    void setConnection(const ConnectionSummary &connection);
    void setConnectionMenu(QMenu *menu); ///< becomes the window's; opened by the connection's card
    void setCount(const QString &pageId, qsizetype count);
    void setCounting(const QString &pageId); ///< the count isn't known yet

    /** Says above every page why there is no connection, with a button to try again; empty: all is well. */
    void setConnectionProblem(const std::optional<base::Error> &problem);

    void setCloseAction(CloseAction action) { m_closeAction = action; }

    /** Shows the window if need be and brings it to the front. */
    void present();

Q_SIGNALS:
    void quitRequested(); ///< Ctrl+Q
    void closed();        ///< it was closed, and its close action is Quit
    void lockRequested(); ///< Ctrl+L
    void shortcutsRequested();
    void connectionRetryRequested();
    void painted(); ///< once, when it first is on the screen

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeWorkArea();
    void addShortcuts(ServerControl &server);
    void showTop();
    void focusTop();
    void restorePlace();
    void keepPlace() const;
    void updateTitle();

    QString m_stateFile;
    NavigationModel m_model;
    CloseAction m_closeAction = CloseAction::Quit;
    bool m_painted = false;
    DialogCurtain m_dialogs;
    QList<QShortcut *> m_pageKeys; ///< off while something covers the pages
    NavigationPanel *m_navigation; // these belong to the window as its children
    ServerMessage *m_serverMessage;
    InlineMessage *m_connectionMessage;
    QWidget *m_connectionMessageRoom;
    QStackedWidget *m_pages;
    QStackedWidget *m_root;
    QShortcut *m_lockKey = nullptr;
    QWidget *m_workArea = nullptr;
    QWidget *m_fullPage = nullptr; ///< null: none; its window title is its title
    QWidget *m_cover = nullptr;    ///< as well
};

} // namespace tokensmith::ui
