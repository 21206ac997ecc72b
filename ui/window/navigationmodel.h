// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <functional>
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
    int place = 0;         ///< among the others, whenever it is added
};

/** The list of pages for a NavDelegate; only those that exist are ever added. */
class NavigationModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /** Beside those of NavDelegate. */
    enum Role { IdRole = Qt::UserRole + 100 };

    using QAbstractListModel::QAbstractListModel;

    int add(const NavigationItem &item); ///< its row: behind those of the same place and before those of a later one
    void setCount(const QString &id, qsizetype count);
    void setCounting(const QString &id);                        ///< the count isn't known yet: "…"
    void setAttention(const QString &id, int attention);        ///< how many need attention, in a red badge; 0: none
    [[nodiscard]] QModelIndex indexOf(const QString &id) const; ///< invalid: no such page

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry
    {
        NavigationItem item;
        std::optional<qsizetype> count = {};
        bool isCounting = false;
        int attention = 0;

        [[nodiscard]] QString countText() const;
        [[nodiscard]] QString spoken() const;
        [[nodiscard]] bool operator==(const Entry &other) const;
    };

    void change(const QString &id, const std::function<void(Entry &)> &how);

    std::vector<Entry> m_entries;
};

} // namespace tokensmith::ui
