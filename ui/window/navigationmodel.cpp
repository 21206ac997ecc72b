// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigationmodel.h"

#include "ui/common/navdelegate.h"

#include <QLocale>

namespace tokensmith::ui {

namespace {

QString countText(const NavigationItem &item)
{
    return item.count ? QLocale().toString(*item.count) : QString();
}

} // namespace

void NavigationModel::add(const NavigationItem &item)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_items.push_back(item);
    endInsertRows();
}

void NavigationModel::setCount(const QString &id, qsizetype count)
{
    const QModelIndex index = indexOf(id);
    if (!index.isValid())
        return;
    NavigationItem &item = m_items[static_cast<std::size_t>(index.row())];
    if (item.count == count)
        return;
    item.count = count;
    Q_EMIT dataChanged(index, index, {NavCountRole, Qt::AccessibleTextRole});
}

QModelIndex NavigationModel::indexOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_items[static_cast<std::size_t>(row)].id == id)
            return index(row);
    }
    return {};
}

int NavigationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant NavigationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const NavigationItem &item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return item.label;
    case Qt::ToolTipRole:
        return item.shortcut.isEmpty() ? item.label : tr("%1 (%2)", "page, shortcut").arg(item.label, item.shortcut);
    case Qt::AccessibleTextRole:
        return item.count ? tr("%1, %2", "page, count").arg(item.label, countText(item)) : item.label;
    case IdRole:
        return item.id;
    case NavIconRole:
        return item.icon;
    case NavCountRole:
        return countText(item);
    default:
        return {};
    }
}

} // namespace tokensmith::ui
