// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigationmodel.h"

#include "ui/common/navdelegate.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

QString NavigationModel::Entry::countText() const
{
    if (isCounting)
        return u"…"_s;
    return count ? QLocale().toString(*count) : QString();
}

QString NavigationModel::Entry::spoken() const
{
    QString words = item.label;
    if (count && !isCounting)
        words = tr("%1, %2", "page, count").arg(words, countText());
    if (attention > 0)
        words = tr("%1, %2", "page, needs attention").arg(words, tr("%n need(s) attention", nullptr, attention));
    return words;
}

bool NavigationModel::Entry::operator==(const Entry &other) const
{
    return count == other.count && isCounting == other.isCounting && attention == other.attention;
}

int NavigationModel::add(const NavigationItem &item)
{
    const auto before = std::find_if(m_entries.begin(), m_entries.end(),
                                     [&](const Entry &entry) { return entry.item.place > item.place; });
    const int row = static_cast<int>(before - m_entries.begin());
    beginInsertRows({}, row, row);
    m_entries.insert(before, {.item = item});
    endInsertRows();
    return row;
}

void NavigationModel::setCount(const QString &id, qsizetype count)
{
    change(id, [count](Entry &entry) {
        entry.count = count;
        entry.isCounting = false;
    });
}

void NavigationModel::setCounting(const QString &id)
{
    change(id, [](Entry &entry) { entry.isCounting = true; });
}

void NavigationModel::setAttention(const QString &id, int attention)
{
    change(id, [attention](Entry &entry) { entry.attention = attention; });
}

void NavigationModel::change(const QString &id, const std::function<void(Entry &)> &how)
{
    const QModelIndex index = indexOf(id);
    if (!index.isValid())
        return;
    Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    const Entry before = entry;
    how(entry);
    if (!(entry == before))
        Q_EMIT dataChanged(index, index, {NavCountRole, NavAttentionRole, Qt::AccessibleTextRole});
}

QModelIndex NavigationModel::indexOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_entries[static_cast<std::size_t>(row)].item.id == id)
            return index(row);
    }
    return {};
}

int NavigationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant NavigationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    const NavigationItem &item = entry.item;
    switch (role) {
    case Qt::DisplayRole:
        return item.label;
    case Qt::ToolTipRole:
        return item.shortcut.isEmpty() ? item.label : tr("%1 (%2)", "page, shortcut").arg(item.label, item.shortcut);
    case Qt::AccessibleTextRole:
        return entry.spoken();
    case IdRole:
        return item.id;
    case NavIconRole:
        return item.icon;
    case NavCountRole:
        return entry.countText();
    case NavAttentionRole:
        return entry.attention;
    default:
        return {};
    }
}

} // namespace tokensmith::ui
