// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace tokensmith::ui {

class Paragraph;
class StepRail;

/** The words around a wizard's pages. Leaving asks with the last three once something was entered. */
struct WizardOptions
{
    QString objectName;
    QString title;      ///< "New token"
    QString back;       ///< "Back to tokens"
    QStringList steps;  ///< one for each page
    QString leaveTitle; ///< "Leave without creating the token?"
    QString leaveText;  ///< "What you entered is lost."
    QString leaveVerb;  ///< "Leave"
};

/** One page: what stands above it, and what Next is called there: its goal, or at the end a verb. */
struct WizardPage
{
    QString title;
    QString lead = {}; ///< a sentence below the title
    QString next;      ///< "Next: Limits", "Create token"
    QString icon = {}; ///< beside the title, in the colour of success; empty: none
};

/**
 * A wizard that replaces the page inside the window: step rail, content, side pane, footer. It keeps no data and
 * decides nothing: the controller answers nextRequested() with setCurrentPage(). Alt+Left goes back, Alt+Right and
 * Ctrl+Enter go on, Esc leaves. Children: `<objectName>Back`, `…Next`, `…Cancel`, `…Leave` (in the rail), `…Rail`,
 * `…Note`.
 */
class WizardFrame : public QWidget
{
    Q_OBJECT

public:
    WizardFrame(const Theme &theme, const WizardOptions &options, QWidget *parent = nullptr);

    /** Pages come in the order of the steps; `content` belongs to the frame and scrolls if it must. */
    void addPage(const WizardPage &page, QWidget *content);
    /** The result in plain words; belongs to the frame, 304 wide. Hidden where the window is too narrow for it. */
    void setSidePane(QWidget *pane);
    void setSidePaneWidth(int designed);
    [[nodiscard]] bool isSidePaneShown() const; ///< false: too narrow, or there is none

    /** Stands above the pages, whichever is shown, such as a message; belongs to the frame. */
    void setBanner(QWidget *banner);
    /** What is said at the foot of the rail. */
    void setNote(const QString &note);

    void setCurrentPage(int page);
    [[nodiscard]] int currentPage() const;
    void setPageWords(int page, const WizardPage &words);

    /** Something was entered, so leaving asks; or nothing yet; or it can't be left by Esc, the rail or Cancel. */
    enum class Leaving { Free, Asks, Locked };
    void setLeaving(Leaving leaving);

    /** Asks if need be, then emits left(). */
    void leave();

    [[nodiscard]] StepRail *rail() const { return m_rail; }
    [[nodiscard]] QPushButton *nextButton() const { return m_next; }
    [[nodiscard]] QPushButton *backButton() const { return m_back; }
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }

    /** Puts it at the left or the right end of the footer, if need be from another place; belongs to the frame. */
    void addToFooter(QWidget *widget, Qt::Edge edge);

Q_SIGNALS:
    void nextRequested(int page); ///< from this page
    void stepRequested(int page); ///< Back, or a done step of the rail
    void left();
    void sidePaneToggled(); ///< isSidePaneShown() has changed

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Page;

    [[nodiscard]] QWidget *makeRail();
    [[nodiscard]] QWidget *makeFooter();
    void addShortcuts();
    void showSidePane();

    const Theme &m_theme;
    WizardOptions m_options;
    Leaving m_leaving = Leaving::Free;
    QList<Page *> m_pages;
    StepRail *m_rail = nullptr;
    Paragraph *m_note = nullptr;
    QPushButton *m_leave = nullptr;
    QStackedWidget *m_stack;
    QWidget *m_side = nullptr;
    int m_sideWidth;
    QVBoxLayout *m_content;
    QVBoxLayout *m_banner = nullptr; ///< holds the banner
    QHBoxLayout *m_upper;
    QHBoxLayout *m_footer = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace tokensmith::ui
