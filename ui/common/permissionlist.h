// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace tokensmith::ui {

/** How much of a permission group a token gets. */
enum class PermissionLevel { None, Read, Edit };

/**
 * What a model answers to be shown by a PermissionList; Qt::DisplayRole is the name. A row without the flag
 * ItemIsSelectable is a heading ("Zone permissions"). The level is written back with setData().
 */
enum PermissionRole {
    PermissionCoversRole = Qt::UserRole + 200, ///< QString: one line what it covers
    PermissionLevelRole,                       ///< int, a PermissionLevel
    PermissionLevelsRole,                      ///< QList<int>: levels that exist; empty: all three
    PermissionIconRole,                        ///< QString: icon of a heading
};

/** Rows of 44 px: name, what it covers, and the three levels at the right; headings of 32 px between. */
class PermissionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PermissionDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    /** Where the button for a level lies inside a row. */
    [[nodiscard]] QRect levelRect(const QRect &row, Qt::LayoutDirection direction, PermissionLevel level) const;

    /** Levels that the row offers, lowest first. */
    [[nodiscard]] static QList<PermissionLevel> levelsOf(const QModelIndex &index);

private:
    [[nodiscard]] int segmentWidth() const;
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintLevels(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Theme &m_theme;
};

/** The list itself: up and down move between permissions, left and right change the level. */
class PermissionList : public QListView
{
    Q_OBJECT

public:
    PermissionList(const Theme &theme, const QString &objectName, const QString &accessibleName,
                   QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tokensmith::ui
