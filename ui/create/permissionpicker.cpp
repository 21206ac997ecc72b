// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/permissionpicker.h"

#include "ui/common/bind.h"
#include "ui/common/buttons.h"
#include "ui/common/combobox.h"
#include "ui/common/paragraph.h"
#include "ui/common/permissionlist.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmented.h"
#include "ui/create/categorylist.h"
#include "ui/create/roundframe.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kListHeight = 260;
constexpr int kCategoriesWidth = 152;
constexpr int kLeastWidth = 560; ///< below it the categories become a combo box

bool isAboutTokens(const QString &text)
{
    return text.contains("token"_L1, Qt::CaseInsensitive) || text.startsWith("api"_L1, Qt::CaseInsensitive);
}

} // namespace

PermissionPicker::PermissionPicker(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_search(new SearchField(theme, {.objectName = u"createSearch"_s,
                                       .accessibleName = tr("Find a permission"),
                                       .placeholder = tr("Find a permission or a category")}))
    , m_show(new SegmentedControl(theme, tr("Which permissions"),
                                  {{u"createShowAll"_s, tr("All")}, {u"createShowChosen"_s, tr("Chosen")}}))
    , m_categories(new CategoryList(theme, u"createCategories"_s, tr("Categories")))
    , m_category(new ComboBox(theme, u"createCategory"_s))
    , m_list(new PermissionList(theme, u"createPermissions"_s, tr("Permissions")))
{
    m_category->setAccessibleName(tr("Category"));
    m_categories->setFixedWidth(theme.width(kCategoriesWidth));
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kSmall);
    line->addWidget(m_search, 1);
    line->addWidget(m_show);
    auto *lists = new QHBoxLayout;
    lists->setSpacing(space::kMedium);
    lists->addWidget(m_categories);
    lists->addWidget(makeList(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kMedium);
    column->addLayout(line);
    column->addWidget(m_category);
    column->addLayout(lists, 1);
    m_category->hide();
    m_list->setModel(&m_model);
    connect(&m_model, &PermissionModel::choicesChanged, this, [this] {
        m_show->setText(1, tr("Chosen %1").arg(choices().chosenCount()));
        Q_EMIT edited();
    });
    connect(m_search, &SearchField::textChanged, this, &PermissionPicker::refilter);
    connect(m_categories, &CategoryList::chosen, this, &PermissionPicker::chooseCategory);
    connect(m_category, &QComboBox::activated, this, [this] { chooseCategory(m_category->currentData().toString()); });
    connect(m_show, &SegmentedControl::currentChanged, this, &PermissionPicker::refilter);
}

QWidget *PermissionPicker::makeList()
{
    m_list->setMinimumHeight(m_theme.width(kListHeight));
    m_dashboard = makeDashboardNote();
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(new RoundFrame(m_list), 1);
    column->addWidget(m_dashboard);
    return box;
}

QWidget *PermissionPicker::makeDashboardNote()
{
    auto *note = new QWidget;
    auto *row = new QHBoxLayout(note);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kSmall);
    row->addWidget(new Paragraph(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2},
                                 tr("A token that may make or change tokens can only be made in the dashboard.")),
                   1);
    auto *open = makeButton(m_theme, {.objectName = u"createOpenDashboard"_s,
                                      .text = tr("Open the dashboard"),
                                      .icon = u"ext"_s,
                                      .size = ControlSize::Small});
    row->addWidget(open);
    connect(open, &QPushButton::clicked, this, &PermissionPicker::dashboardRequested);
    note->hide();
    return note;
}

void PermissionPicker::setChoices(const PermissionChoices &choices)
{
    m_model.setChoices(choices);
    m_show->setText(1, tr("Chosen %1").arg(choices.chosenCount()));
    refilter();
}

QString PermissionPicker::category() const
{
    return m_categories->category();
}

void PermissionPicker::chooseCategory(const QString &category)
{
    m_categories->setCategory(category);
    refilter();
}

void PermissionPicker::refilter()
{
    const auto show = m_show->currentIndex() == 1 ? PermissionFilter::Show::Chosen : PermissionFilter::Show::All;
    refreshCategories();
    m_model.setFilter({.text = m_search->text(), .category = category(), .show = show});
    m_search->setNote(tr("%1 of %2").arg(m_model.shownCount()).arg(choices().all().size()));
    m_dashboard->setVisible(choices().leavesOutTokenManagers() && isAboutTokens(m_search->text()));
}

void PermissionPicker::refreshCategories()
{
    const auto show = m_show->currentIndex() == 1 ? PermissionFilter::Show::Chosen : PermissionFilter::Show::All;
    QHash<QString, int> counts;
    int all = 0;
    for (const std::size_t at : choices().matching({.text = m_search->text(), .show = show})) {
        ++counts[choices().all()[at].category];
        ++all;
    }
    std::vector<CategoryCount> categories{{.category = {}, .words = tr("All categories"), .count = all}};
    for (const QString &category : choices().categories())
        categories.push_back({.category = category, .words = categoryWords(category), .count = counts.value(category)});
    m_categories->setCategories(categories);
    const QSignalBlocker quiet(m_category);
    m_category->clear();
    for (const CategoryCount &one : categories)
        m_category->addItem(tr("%1 (%2)", "category, number of permissions").arg(one.words).arg(one.count),
                            one.category);
    m_category->setCurrentIndex(std::max(0, m_category->findData(category())));
}

void PermissionPicker::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < m_theme.width(kLeastWidth);
    m_categories->setVisible(!narrow);
    m_category->setVisible(narrow);
}

} // namespace tokensmith::ui
