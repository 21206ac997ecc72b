// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/zonemodel.h"

#include "core/base/text.h"

#include <algorithm>

namespace tokensmith::ui {

namespace {

constexpr int kLongestName = 255;

} // namespace

void ZoneModel::setZones(const std::vector<model::Zone> &zones)
{
    m_zones = zones;
    std::sort(m_zones.begin(), m_zones.end(), [](const model::Zone &left, const model::Zone &right) {
        return left.name.compare(right.name, Qt::CaseInsensitive) < 0;
    });
    QSet<QString> known;
    for (const model::Zone &zone : m_zones)
        known.insert(zone.id);
    m_chosen.intersect(known);
    fill();
    Q_EMIT chosenChanged();
}

void ZoneModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    fill();
}

void ZoneModel::setChosen(const QStringList &zoneIds)
{
    m_chosen = QSet<QString>(zoneIds.begin(), zoneIds.end());
    fill();
    Q_EMIT chosenChanged();
}

void ZoneModel::fill()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t at = 0; at < m_zones.size(); ++at) {
        if (m_zones[at].name.contains(m_filter, Qt::CaseInsensitive))
            m_rows.push_back(at);
    }
    std::stable_partition(m_rows.begin(), m_rows.end(),
                          [this](std::size_t at) { return m_chosen.contains(m_zones[at].id); });
    endResetModel();
}

std::vector<model::Zone> ZoneModel::chosenZones() const
{
    std::vector<model::Zone> chosen;
    QSet<QString> unknown = m_chosen;
    for (const model::Zone &zone : m_zones) {
        if (unknown.remove(zone.id))
            chosen.push_back(zone);
    }
    QStringList rest(unknown.begin(), unknown.end());
    rest.sort();
    for (const QString &id : rest)
        chosen.push_back({.id = id, .name = {}});
    return chosen;
}

void ZoneModel::toggle(const QModelIndex &index)
{
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    setData(index, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

int ZoneModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ZoneModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const model::Zone &zone = m_zones[m_rows[std::size_t(index.row())]];
    if (role == Qt::DisplayRole)
        return base::plainLine(zone.name, kLongestName);
    if (role == Qt::CheckStateRole)
        return int(m_chosen.contains(zone.id) ? Qt::Checked : Qt::Unchecked);
    return {};
}

bool ZoneModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString &id = m_zones[m_rows[std::size_t(index.row())]].id;
    if (value.toInt() == Qt::Checked)
        m_chosen.insert(id);
    else
        m_chosen.remove(id);
    Q_EMIT dataChanged(index, index);
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags ZoneModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

} // namespace tokensmith::ui
