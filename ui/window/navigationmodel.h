// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace tokensmith::ui {

/** A page that can be gone to from the left side of the window. */
struct NavigationItem
{
    QString id;            ///< lower-case letters, as in --page
    QString label;         ///< translated
    QString icon;          ///< a name in resources/icons
    QString shortcut = {}; ///< for the tooltip, e.g. "Ctrl+1"
    std::optional<qsizetype> count = {};
};

/** The list of pages for a NavDelegate; only those that exist are ever added. */
class NavigationModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /** Beside those of NavDelegate. */
    enum Role { IdRole = Qt::UserRole + 100 };

    using QAbstractListModel::QAbstractListModel;

    void add(const NavigationItem &item);
    void setCount(const QString &id, qsizetype count);
    [[nodiscard]] QModelIndex indexOf(const QString &id) const; ///< invalid: no such page

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<NavigationItem> m_items;
};

} // namespace tokensmith::ui
