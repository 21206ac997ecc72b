// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/window/connectioncard.h"
#include "ui/window/navigationmodel.h"

#include <QMainWindow>

#include <optional>

class QStackedWidget;

namespace tokensmith::ui {

class InlineMessage;
class NavigationPanel;
class ServerControl;
class ServerMessage;
class Theme;

/**
 * The window: navigation at the left, one page at a time beside it; or one page over all of it (first run).
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

    /** Adds a page; the first one is shown. Its accessible name becomes the entry's label. */
    void addPage(const NavigationItem &item, QWidget *page);

    /** Goes to a page; false if there is none of that name. */
    bool showPage(const QString &id);
    [[nodiscard]] QString currentPage() const;

    /** Covers everything with `page`, which then belongs to the window, until endFullPage(). */
    void showFullPage(const QString &title, QWidget *page);
    void endFullPage(); ///< does nothing without one
    [[nodiscard]] bool hasFullPage() const { return !m_fullPageTitle.isEmpty(); }

    void setConnection(const ConnectionSummary &connection);
    void setCount(const QString &pageId, qsizetype count);

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
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeWorkArea();
    void addShortcuts(ServerControl &server);
    void restorePlace();
    void keepPlace() const;
    void updateTitle();

    QString m_stateFile;
    NavigationModel m_model;
    CloseAction m_closeAction = CloseAction::Quit;
    QString m_fullPageTitle;
    bool m_painted = false;
    NavigationPanel *m_navigation; // these belong to the window as its children
    ServerMessage *m_serverMessage;
    InlineMessage *m_connectionMessage;
    QWidget *m_connectionMessageRoom;
    QStackedWidget *m_pages;
    QStackedWidget *m_root;
};

} // namespace tokensmith::ui
