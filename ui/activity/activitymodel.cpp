// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitymodel.h"

#include "ui/activity/activitywords.h"
#include "ui/common/cell.h"
#include "ui/common/times.h"

#include <QLocale>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using audit::Activity;

namespace {

QDate dayOf(const Activity &activity)
{
    return audit::timeOf(activity).toLocalTime().date();
}

CellLook lookOf(const Activity &activity, int column)
{
    switch (column) {
    case ActivityTime:
        return {.textColour = Colour::Text2, .style = TextStyle::Small};
    case ActivityWho:
        return {.icon = whoMark(activity).icon, .style = TextStyle::Small, .iconGap = 6};
    case ActivityToken:
        return audit::tokenNameOf(activity).isEmpty() ? CellLook{.textColour = Colour::Text3, .elide = Qt::ElideMiddle}
                                                      : CellLook{.style = TextStyle::Strong};
    case ActivityOutcome: {
        const ActivityMark mark = endingMark(activity);
        return {.icon = mark.icon,
                .iconColour = mark.colour,
                .textColour = mark.colour,
                .style = TextStyle::SmallStrong,
                .iconGap = 5};
    }
    default:
        return {};
    }
}

QString wordsOf(const Activity &activity, int column)
{
    switch (column) {
    case ActivityTime:
        return audit::timeOf(activity).toLocalTime().toString(u"HH:mm:ss"_s);
    case ActivityWho:
        return whoMark(activity).words;
    case ActivityWhat:
        return whatWords(activity);
    case ActivityToken:
        return tokenWords(activity);
    case ActivityOutcome:
        return endingMark(activity).words;
    default:
        return {};
    }
}

} // namespace

int ActivityCounts::all() const
{
    int sum = 0;
    for (const int one : kinds)
        sum += one;
    return sum;
}

ActivityModel::ActivityModel(ActivitySource &source, const base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_clock(clock)
{
    connect(&source, &ActivitySource::restarted, this, &ActivityModel::clear);
    connect(&source, &ActivitySource::pageRead, this, &ActivityModel::append);
    connect(&source, &ActivitySource::arrived, this, &ActivityModel::prepend);
    connect(&source, &ActivitySource::changed, this, &ActivityModel::replace);
    connect(&source, &ActivitySource::left, this, &ActivityModel::remove);
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kActivityColumns;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    return row.activity ? cell(*row.activity, index.column(), role) : dayData(row, index.column(), role);
}

QVariant ActivityModel::cell(const Activity &activity, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return wordsOf(activity, column);
    case Qt::AccessibleTextRole:
        return column == ActivityTime ? exactWords(audit::timeOf(activity), m_clock.now()) : wordsOf(activity, column);
    case Qt::ToolTipRole:
        return column == ActivityTime ? exactWords(audit::timeOf(activity), m_clock.now()) : QString();
    case CellLookRole:
        return QVariant::fromValue(lookOf(activity, column));
    default:
        return {};
    }
}

QVariant ActivityModel::dayData(const Row &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return column == 0 ? dayTitle(row.day, m_clock.now().toLocalTime().date()) : QString();
    case CellLookRole:
        return QVariant::fromValue(CellLook{.textColour = Colour::Text2, .style = TextStyle::Heading});
    case kDayTitleRole:
        return true;
    default:
        return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ActivityTime:
        return tr("Time");
    case ActivityWho:
        return tr("Who");
    case ActivityWhat:
        return tr("What");
    case ActivityToken:
        return tr("Token");
    case ActivityOutcome:
        return tr("Outcome");
    default:
        return {};
    }
}

Qt::ItemFlags ActivityModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    return isDayTitle(index.row()) ? Qt::NoItemFlags : QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
}

bool ActivityModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_source.isAtEnd() && !m_source.isReading();
}

void ActivityModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        m_source.readMore();
}

const Activity *ActivityModel::activityAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const std::optional<Activity> &activity = m_rows[static_cast<std::size_t>(row)].activity;
    return activity ? &*activity : nullptr;
}

int ActivityModel::rowOf(const QString &key) const
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(),
                                 [&key](const Row &row) { return row.activity && row.activity->key == key; });
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

bool ActivityModel::isDayTitle(int row) const
{
    return row >= 0 && row < rowCount() && !m_rows[static_cast<std::size_t>(row)].activity;
}

void ActivityModel::append(const std::vector<Activity> &activities)
{
    std::vector<Row> rows;
    QDate day = m_rows.empty() ? QDate() : m_rows.back().day;
    for (const Activity &activity : activities) {
        // A clock that was set back does not open a day twice.
        if (!day.isValid() || dayOf(activity) < day) {
            day = dayOf(activity);
            rows.push_back({.day = day});
        }
        rows.push_back({.day = day, .activity = activity});
    }
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

void ActivityModel::prepend(const Activity &activity)
{
    const QDate day = dayOf(activity);
    if (!m_rows.empty() && m_rows.front().day >= day) {
        beginInsertRows({}, 1, 1);
        m_rows.insert(m_rows.begin() + 1, {.day = m_rows.front().day, .activity = activity});
        endInsertRows();
        return;
    }
    beginInsertRows({}, 0, 1);
    m_rows.push_front({.day = day, .activity = activity});
    m_rows.push_front({.day = day});
    endInsertRows();
}

void ActivityModel::replace(const Activity &activity)
{
    const int row = rowOf(activity.key);
    if (row < 0)
        return;
    m_rows[static_cast<std::size_t>(row)].activity = activity;
    Q_EMIT dataChanged(index(row, 0), index(row, kActivityColumns - 1));
}

void ActivityModel::remove(const QString &key)
{
    const int row = rowOf(key);
    if (row < 0)
        return;
    const bool isLastOfDay = isDayTitle(row - 1) && (row + 1 == rowCount() || isDayTitle(row + 1));
    const int first = isLastOfDay ? row - 1 : row;
    beginRemoveRows({}, first, row);
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + row + 1);
    endRemoveRows();
}

void ActivityModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void ActivityModel::refreshDays()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (isDayTitle(row))
            Q_EMIT dataChanged(index(row, 0), index(row, 0), {Qt::DisplayRole});
    }
}

} // namespace tokensmith::ui
