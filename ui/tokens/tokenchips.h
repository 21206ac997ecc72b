// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/search/trait.h"
#include "ui/common/theme.h"

#include <QList>
#include <QWidget>

class QMenu;
class QToolButton;

namespace tokensmith::ui {

class Chip;
class TokenTableModel;

/**
 * One line of filters with the number of tokens behind each, for the present search. A click chooses one alone, or
 * gives all tokens back; with Ctrl it is added to or taken from those chosen, all of which must hold. Left and Right
 * move. What doesn't fit, and the rarer ones, are in a menu at the end. Children: chipAll, chip-<word>, chipsMore. The
 * model must outlive it.
 */
class TokenChips final : public QWidget
{
    Q_OBJECT

public:
    TokenChips(const Theme &theme, TokenTableModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        Chip *chip;
        search::Traits trait; ///< none: all tokens
        bool isRare = false;
    };

    void addEntry(const QString &label, search::Traits trait);
    void choose(search::Traits trait);
    void toggle(search::Traits trait);
    void showModel();
    void place();
    void fillMenu();
    void moveFocus(QWidget *from, int step);

    const Theme &m_theme;
    TokenTableModel &m_model;
    QList<Entry> m_entries;
    QToolButton *m_more = nullptr;
    QMenu *m_menu;
    bool m_withControl = false; ///< Ctrl was held with the last click or key on a chip
};

/** What a chip or menu entry is called. */
[[nodiscard]] QString traitLabel(search::Trait trait);

} // namespace tokensmith::ui
