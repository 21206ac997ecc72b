// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QListView>

class QStandardItemModel;

namespace tokensmith::ui {

/** A category of permissions, and how many of it pass the search. */
struct CategoryCount
{
    QString category; ///< empty: all of them
    QString words;
    int count = 0;
};

/** The categories beside the permission list, each with its count; those without any are in the hint colour. */
class CategoryList final : public QListView
{
    Q_OBJECT

public:
    /** `theme` outlives it. */
    CategoryList(const Theme &theme, const QString &objectName, const QString &accessibleName,
                 QWidget *parent = nullptr);

    /** Keeps what is chosen if it is still there, else chooses the first. Does not emit chosen(). */
    void setCategories(const std::vector<CategoryCount> &categories);

    [[nodiscard]] QString category() const;
    void setCategory(const QString &category); ///< does not emit chosen()

Q_SIGNALS:
    void chosen(const QString &category);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QStandardItemModel *m_model;
    bool m_filling = false;
};

} // namespace tokensmith::ui
