// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"

#include <QAbstractListModel>
#include <QSet>

#include <vector>

namespace tokensmith::ui {

/** Zones to be ticked. Those ticked when the list or the search changes come first; ticking moves nothing. */
class ZoneModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setZones(const std::vector<model::Zone> &zones); ///< forgets ticks of zones that are not among them
    void setFilter(const QString &text);
    void setChosen(const QStringList &zoneIds);

    [[nodiscard]] int zoneCount() const { return int(m_zones.size()); }
    [[nodiscard]] std::vector<model::Zone> chosenZones() const; ///< by name; those of which no name is known by id
    void toggle(const QModelIndex &index);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    void fill();

    std::vector<model::Zone> m_zones; ///< by name
    QString m_filter;
    QSet<QString> m_chosen;
    std::vector<std::size_t> m_rows;
};

} // namespace tokensmith::ui
