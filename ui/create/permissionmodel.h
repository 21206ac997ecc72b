// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/create/permissionchoices.h"

#include <QAbstractListModel>

namespace tokensmith::ui {

/** The rows of the permission picker: what passes the filter, under a heading for each scope. */
class PermissionModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setChoices(const PermissionChoices &choices);
    [[nodiscard]] const PermissionChoices &choices() const { return m_choices; }

    void decline(std::size_t choice); ///< takes it away, as if the person had done so in the list

    void setFilter(const PermissionFilter &filter);
    [[nodiscard]] int shownCount() const; ///< without headings

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void choicesChanged(); ///< the person chose another level

private:
    static constexpr std::size_t kHeading = std::size_t(-1);

    struct Row
    {
        std::size_t choice = kHeading;
        QString scope = {};
    };

    void fill();
    [[nodiscard]] QVariant headingData(const Row &row, int role) const;

    PermissionChoices m_choices;
    PermissionFilter m_filter;
    std::vector<Row> m_rows;
};

} // namespace tokensmith::ui
