// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/permissionmodel.h"

#include "ui/common/permissionlist.h"

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using catalog::Level;

namespace {

PermissionLevel shownLevel(Level level)
{
    switch (level) {
    case Level::Read:
        return PermissionLevel::Read;
    case Level::Write:
        return PermissionLevel::Edit;
    case Level::None:
    case Level::Other:
        return PermissionLevel::None;
    }
    Q_UNREACHABLE();
}

Level levelOf(int shown)
{
    if (shown == int(PermissionLevel::Edit))
        return Level::Write;
    return shown == int(PermissionLevel::Read) ? Level::Read : Level::None;
}

QList<int> levelsOf(const PermissionChoice &choice)
{
    QList<int> levels{int(PermissionLevel::None)};
    if (!choice.readGroup.isEmpty())
        levels.append(int(PermissionLevel::Read));
    if (!choice.editGroup.isEmpty())
        levels.append(int(PermissionLevel::Edit));
    return levels;
}

QString headingOf(const QString &scope)
{
    if (scope == model::scope::zone)
        return PermissionModel::tr("Zone permissions");
    if (scope == model::scope::account)
        return PermissionModel::tr("Account permissions");
    if (scope == model::scope::user)
        return PermissionModel::tr("User permissions");
    return PermissionModel::tr("R2 bucket permissions");
}

QString iconOf(const QString &scope)
{
    if (scope == model::scope::zone)
        return u"globe"_s;
    if (scope == model::scope::bucket)
        return u"file"_s;
    return scope == model::scope::user ? u"user"_s : u"org"_s;
}

} // namespace

void PermissionModel::setChoices(const PermissionChoices &choices)
{
    m_choices = choices;
    fill();
}

void PermissionModel::setFilter(const PermissionFilter &filter)
{
    m_filter = filter;
    fill();
}

void PermissionModel::fill()
{
    beginResetModel();
    m_rows.clear();
    QString scope;
    for (const std::size_t at : m_choices.matching(m_filter)) {
        const QString &own = m_choices.all()[at].scope;
        if (own != scope)
            m_rows.push_back({.scope = own});
        scope = own;
        m_rows.push_back({.choice = at, .scope = own});
    }
    endResetModel();
}

int PermissionModel::shownCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.choice != kHeading; }));
}

int PermissionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PermissionModel::headingData(const Row &row, int role) const
{
    if (role == Qt::DisplayRole)
        return headingOf(row.scope);
    return role == PermissionIconRole ? QVariant(iconOf(row.scope)) : QVariant();
}

QVariant PermissionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    if (row.choice == kHeading)
        return headingData(row, role);
    const PermissionChoice &choice = m_choices.all()[row.choice];
    switch (role) {
    case Qt::DisplayRole:
        return choice.name;
    case Qt::AccessibleTextRole: {
        const QString level = choice.level == Level::None   ? tr("none")
                              : choice.level == Level::Read ? tr("read")
                                                            : tr("edit");
        return tr("%1, %2, %3", "permission, scope, level").arg(choice.name, headingOf(choice.scope), level);
    }
    case PermissionCoversRole:
        return coversWords(choice);
    case PermissionLevelRole:
        return int(shownLevel(choice.level));
    case PermissionLevelsRole:
        return QVariant::fromValue(levelsOf(choice));
    default:
        return {};
    }
}

void PermissionModel::decline(std::size_t choice)
{
    m_choices.setLevel(choice, Level::None);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
    Q_EMIT choicesChanged();
}

bool PermissionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != PermissionLevelRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Row &row = m_rows[std::size_t(index.row())];
    if (row.choice == kHeading)
        return false;
    m_choices.setLevel(row.choice, levelOf(value.toInt())); // stays in view, even where only chosen ones are shown
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, 0)); // others may have come with it
    Q_EMIT choicesChanged();
    return true;
}

Qt::ItemFlags PermissionModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool heading = m_rows[std::size_t(index.row())].choice == kHeading;
    return heading ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace tokensmith::ui
