// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"
#include "core/model/token.h"
#include "ui/change/editplace.h"

#include <QAction>
#include <QUrl>

#include <functional>
#include <vector>

class QMenu;
class QWidget;

namespace tokensmith::ui {

/** What the actions have to know of the selected tokens; they ask for the tokens themselves when one is triggered. */
struct SelectionState
{
    int count = 0;
    bool allDisabled = false; ///< so that Enable makes sense
};

/**
 * Everything that can be done with the selected tokens, each as one QAction: what the pane's buttons, the table's
 * menus, the bar for several tokens and the keys share. Belongs to the page. Whatever changes a token is off while
 * there is a reason against it, which the tooltips then say.
 *
 * Copying and the menus are done in here; the rest is asked for by signals.
 */
class TokenActions : public QObject
{
    Q_OBJECT

public:
    /** `selected` gives the selected tokens, from top to bottom. */
    explicit TokenActions(std::function<std::vector<model::Token>()> selected, QObject *parent = nullptr);

    void setSelection(const SelectionState &state);

    /** Why nothing may be changed now, as a sentence; empty: changes are on. */
    void setChangesOff(const QString &reason);

    [[nodiscard]] QAction *rotate() const { return m_rotate; } ///< hidden until something can rotate tokens
    [[nodiscard]] QAction *edit() const { return m_edit; }
    [[nodiscard]] QAction *toggle() const { return m_toggle; }
    [[nodiscard]] QAction *roll() const { return m_roll; }
    [[nodiscard]] QAction *revoke() const { return m_revoke; }
    [[nodiscard]] QAction *copyId() const { return m_copyId; }
    [[nodiscard]] QAction *copyName() const { return m_copyName; }
    [[nodiscard]] QAction *dashboard() const { return m_dashboard; }
    [[nodiscard]] QAction *exportList() const { return m_export; } ///< of the selected tokens, or of all

    /** The actions on tokens, in the order of a menu. */
    [[nodiscard]] QMenu *makeMenu(QWidget *parent) const;

    /** The keys work in `list` and in `beside`, that of Export in all of `page`. */
    void addKeysTo(QWidget &page, QWidget &list, QWidget &beside);

    /** What the button of a finding stands for: off when that is off. */
    [[nodiscard]] QAction *actionFor(const model::Finding &finding) const;

    /** What stands on that button. */
    [[nodiscard]] QString wordsFor(const model::Finding &finding) const;

    void fix(const model::Finding &finding);

Q_SIGNALS:
    void rotateRequested(const std::vector<tokensmith::model::Token> &tokens);
    void editRequested(const tokensmith::model::Token &token, tokensmith::ui::EditPlace place);
    void toggleRequested(const std::vector<tokensmith::model::Token> &tokens);
    void rollRequested(const tokensmith::model::Token &token);
    void revokeRequested(const std::vector<tokensmith::model::Token> &tokens);
    void dashboardRequested(const QUrl &address);
    void exportRequested();

private:
    [[nodiscard]] QAction *add(const QString &objectName, const QString &text, const QKeySequence &keys = {});
    void connectAll();
    void refresh();
    void requestEdit(EditPlace place);
    [[nodiscard]] model::Fix doableFix(const model::Finding &finding) const;

    std::function<std::vector<model::Token>()> m_selected;
    SelectionState m_state;
    QString m_off;
    QAction *m_rotate; // these belong to it as its children
    QAction *m_edit;
    QAction *m_toggle;
    QAction *m_roll;
    QAction *m_revoke;
    QAction *m_copyId;
    QAction *m_copyName;
    QAction *m_dashboard;
    QAction *m_export;
};

} // namespace tokensmith::ui
