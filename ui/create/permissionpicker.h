// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/create/permissionmodel.h"

#include <QWidget>

namespace tokensmith::ui {

class CategoryList;
class ComboBox;
class PermissionList;
class SearchField;
class SegmentedControl;
class Theme;

/**
 * Finds and chooses permissions: search, categories with counts, and the list with its levels. Where there is little
 * room the categories become a combo box. Children: `createSearch`, `createCategories`, `createCategory`,
 * `createPermissions`, `createShowAll`, `createShowChosen`.
 */
class PermissionPicker final : public QWidget
{
    Q_OBJECT

public:
    /** `theme` outlives it. */
    explicit PermissionPicker(const Theme &theme, QWidget *parent = nullptr);

    void setChoices(const PermissionChoices &choices);
    [[nodiscard]] const PermissionChoices &choices() const { return m_model.choices(); }

    /** Takes one away, as if the person had done so in the list. */
    void decline(std::size_t choice) { m_model.decline(choice); }

Q_SIGNALS:
    void edited();
    void dashboardRequested(); ///< for what no token can be given by another

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeDashboardNote();
    [[nodiscard]] QString category() const;
    void chooseCategory(const QString &category);
    void refilter();
    void refreshCategories();

    const Theme &m_theme;
    PermissionModel m_model;
    SearchField *m_search; // these belong to the picker as its children
    SegmentedControl *m_show;
    CategoryList *m_categories;
    ComboBox *m_category;
    PermissionList *m_list;
    QWidget *m_dashboard = nullptr;
};

} // namespace tokensmith::ui
