// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/cell.h"

#include <QStyledItemDelegate>

namespace tokensmith::ui {

/** Cells at the left edge of a table begin where the page does. */
enum class CellEdge { First, Inner };

/** Where content goes inside a cell. */
[[nodiscard]] QRect cellRoom(const QRect &cell, Qt::LayoutDirection direction, CellEdge edge);

/**
 * Paints every cell of a Table from the roles of cell.h: ground for hover and selection, the accent bar at the left
 * edge, the keyboard frame around the current row, icon and text, or a skeleton. Elided text has itself as tooltip.
 */
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /** What stands in a cell; `room` is the cell without its margins. */
    virtual void paintContent(QPainter &painter, const QRect &room, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const;
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    struct Place;

    [[nodiscard]] static Place placeOf(const QStyleOptionViewItem &option, const QModelIndex &index);
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const Place &place) const;
    void paintSkeleton(QPainter &painter, const QRect &room, const QModelIndex &index, CellEdge edge) const;
    void paintKeyboardFrame(QPainter &painter, const QRect &cell, const Place &place) const;

    const Theme &m_theme;
};

} // namespace tokensmith::ui
