// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QStyledItemDelegate>

namespace tokensmith::ui {

/** What a navigation item has besides Qt::DisplayRole, its label. */
enum NavRole {
    NavIconRole = Qt::UserRole + 1, ///< QString: name of an icon
    NavCountRole,                   ///< QString: at the right, empty for none
    NavAttentionRole,               ///< int: how many need attention; 0: no red badge
};

/**
 * Paints the items of the navigation, a QListView with no frame: icon, label, count; selected on a soft ground, a 2 px
 * frame for the keyboard. Where the list is narrow (icons only), label and counts are left out.
 */
class NavDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit NavDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    /** Returns what is left for the label. */
    QRect paintCounts(QPainter &painter, const QRect &room, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace tokensmith::ui
