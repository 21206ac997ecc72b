// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/table.h"

namespace tokensmith::ui {

class ActivityModel;

/** The list of the Activity page: one row can be chosen; titles of days take the whole width. */
class ActivityTable final : public Table
{
    Q_OBJECT

public:
    /** Both outlive it. */
    ActivityTable(const Theme &theme, ActivityModel &model, QWidget *parent = nullptr);

    /** The row chosen, or -1. */
    [[nodiscard]] int chosenRow() const;

Q_SIGNALS:
    void chosenChanged();
    void opened(); ///< Enter or a click: the details are wanted

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void shapeRows(int first, int last);
    void shapeAll();

    const Theme &m_theme;
    ActivityModel &m_model;
};

} // namespace tokensmith::ui
