// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QTableView>

namespace tokensmith::ui {

/**
 * The table of every page: rows of one height, painted by CellDelegate, hover and keyboard frame for whole rows, a
 * header of 32 px whose third click on a column gives back the natural order. Models answer the roles of cell.h.
 */
class Table : public QTableView
{
    Q_OBJECT

public:
    Table(const Theme &theme, const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /** The row under the mouse, or -1. */
    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }

    /** True while the current row was reached by the keyboard and the table has the focus. */
    [[nodiscard]] bool showsKeyboardFrame() const { return m_byKeyboard && hasFocus(); }

    /**
     * Designed widths in the order of the model's columns, which grow with the text; 0: takes the rest of the room. One
     * that has none to take keeps a readable width, and the table scrolls.
     */
    void setColumnWidths(const QList<int> &widths);

    /** What the header of a column needs to be read whole. */
    [[nodiscard]] int titleWidth(int column) const;

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void giveRest();
    void setHoveredRow(int row);
    void updateRow(int row);

    const Theme &m_theme;
    int m_hoveredRow = -1;
    bool m_byKeyboard = false;
    int m_restColumn = -1; ///< takes the rest of the room
};

} // namespace tokensmith::ui
