// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/accesspage.h"

#include "core/base/text.h"
#include "ui/common/combobox.h"
#include "ui/common/field.h"
#include "ui/common/label.h"
#include "ui/common/permissionlist.h"
#include "ui/common/segmented.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kListHeight = 260;
constexpr int kZonesHeight = 132;
constexpr int kZoneId = Qt::UserRole;

} // namespace

AccessPage::AccessPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_search(new Field(theme, {.objectName = u"createSearch"_s,
                                 .accessibleName = tr("Find a permission"),
                                 .placeholder = tr("Find a permission or a category"),
                                 .leadingIcon = u"search"_s,
                                 .clearable = true}))
    , m_count(new Label(theme, {.style = TextStyle::Small, .colour = Colour::Text3}))
    , m_show(new SegmentedControl(theme, tr("Which permissions"),
                                  {{u"createShowAll"_s, tr("All")}, {u"createShowChosen"_s, tr("Chosen")}}))
    , m_category(new ComboBox(theme, u"createCategory"_s))
    , m_list(new PermissionList(theme, u"createPermissions"_s, tr("Permissions")))
    , m_account(new ComboBox(theme, u"createAccount"_s))
    , m_which(
          new SegmentedControl(theme, tr("Which zones"),
                               {{u"createAllZones"_s, tr("All zones")}, {u"createSomeZones"_s, tr("Chosen zones")}}))
    , m_findZone(new QLineEdit)
    , m_zones(new QListWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(makePicker(), 1);
    column->addSpacing(space::kSmall);
    column->addWidget(makeWhere());
    m_list->setModel(&m_model);
    for (QComboBox *box : {static_cast<QComboBox *>(m_category), static_cast<QComboBox *>(m_account)})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    refreshZones();
    connect(&m_model, &PermissionModel::choicesChanged, this, &AccessPage::edited);
    connect(m_search->edit(), &QLineEdit::textChanged, this, &AccessPage::refilter);
    connect(m_category, &QComboBox::currentIndexChanged, this, &AccessPage::refilter);
    connect(m_show, &SegmentedControl::currentChanged, this, &AccessPage::refilter);
    connect(m_account, &QComboBox::activated, this, &AccessPage::accountChanged);
    connect(m_which, &SegmentedControl::currentChanged, this, &AccessPage::refreshZones);
    connect(m_which, &SegmentedControl::currentChanged, this, &AccessPage::edited);
    connect(m_findZone, &QLineEdit::textChanged, this, &AccessPage::refreshZones);
    connect(m_zones, &QListWidget::itemChanged, this, &AccessPage::edited);
}

QWidget *AccessPage::makePicker()
{
    m_category->setAccessibleName(tr("Category"));
    m_list->setMinimumHeight(kListHeight);
    auto *picker = new QWidget;
    auto *grid = new QVBoxLayout(picker);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::kSmall);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kSmall);
    line->addWidget(m_search, 1);
    line->addWidget(m_category);
    line->addWidget(m_show);
    grid->addLayout(line);
    grid->addWidget(m_list, 1);
    grid->addWidget(m_count);
    return picker;
}

QWidget *AccessPage::makeWhere()
{
    m_account->setAccessibleName(tr("Account"));
    m_findZone->setObjectName(u"createFindZone"_s);
    m_findZone->setAccessibleName(tr("Find a zone"));
    m_findZone->setPlaceholderText(tr("Find a zone"));
    m_zones->setObjectName(u"createZones"_s);
    m_zones->setAccessibleName(tr("Zones"));
    m_zones->setFixedHeight(kZonesHeight);
    auto *where = new QWidget;
    auto *column = new QVBoxLayout(where);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kSmall);
    line->addWidget(new Label(m_theme, {.style = TextStyle::Title}, tr("Where?")), 1);
    line->addWidget(m_account);
    line->addWidget(m_which);
    column->addLayout(line);
    column->addWidget(m_findZone);
    column->addWidget(m_zones);
    return where;
}

void AccessPage::setChoices(const PermissionChoices &choices)
{
    m_model.setChoices(choices);
    refreshCategories();
    refilter();
}

void AccessPage::refreshCategories()
{
    const QString before = m_category->currentData().toString();
    const QSignalBlocker quiet(m_category);
    m_category->clear();
    m_category->addItem(tr("All categories"), QString());
    for (const QString &category : m_model.choices().categories())
        m_category->addItem(categoryWords(category), category);
    m_category->setCurrentIndex(std::max(0, m_category->findData(before)));
}

void AccessPage::refilter()
{
    const bool chosen = m_show->currentIndex() == 1;
    m_model.setFilter({.text = m_search->edit()->text(),
                       .category = m_category->currentData().toString(),
                       .show = chosen ? PermissionFilter::Show::Chosen : PermissionFilter::Show::All});
    m_count->setText(tr("%1 of %2").arg(m_model.shownCount()).arg(m_model.choices().all().size()));
}

void AccessPage::setAccounts(const std::vector<model::Account> &accounts, const model::Owner &owner)
{
    m_accounts.clear();
    for (const model::Account &account : accounts) {
        if (owner.kind == model::Owner::Kind::User || account.id == owner.accountId)
            m_accounts.push_back(account);
    }
    const QString before = accountId();
    m_account->clear();
    if (owner.kind == model::Owner::Kind::User)
        m_account->addItem(tr("All accounts"), QString());
    for (const model::Account &account : m_accounts)
        m_account->addItem(base::plainLine(account.name, 60), account.id);
    m_account->setCurrentIndex(std::max(0, m_account->findData(before)));
}

QString AccessPage::accountId() const
{
    return m_account->currentData().toString();
}

void AccessPage::setPlaces(const QString &accountId, const QStringList &zoneIds)
{
    m_account->setCurrentIndex(std::max(0, m_account->findData(accountId)));
    m_wantedZones = zoneIds;
    m_which->setCurrentIndex(zoneIds.isEmpty() ? 0 : 1);
}

void AccessPage::setZones(const std::vector<model::Zone> &zones)
{
    const QSignalBlocker quiet(m_zones);
    m_zones->clear();
    for (const model::Zone &zone : zones) {
        auto *item = new QListWidgetItem(base::plainLine(zone.name, 255), m_zones);
        item->setData(kZoneId, zone.id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_wantedZones.contains(zone.id) ? Qt::Checked : Qt::Unchecked);
    }
    refreshZones();
}

void AccessPage::refreshZones()
{
    const bool choose = m_which->currentIndex() == 1;
    m_findZone->setVisible(choose);
    m_zones->setVisible(choose);
    for (int row = 0; row < m_zones->count(); ++row) {
        QListWidgetItem *item = m_zones->item(row);
        item->setHidden(!item->text().contains(m_findZone->text(), Qt::CaseInsensitive));
    }
}

void AccessPage::fill(TokenDraft &draft) const
{
    draft.permissions = m_model.choices();
    draft.accountId = accountId();
    draft.zones = m_which->currentIndex() == 1 ? TokenDraft::Zones::Chosen : TokenDraft::Zones::All;
    draft.zoneIds.clear();
    for (int row = 0; row < m_zones->count(); ++row) {
        if (m_zones->item(row)->checkState() == Qt::Checked)
            draft.zoneIds.append(m_zones->item(row)->data(kZoneId).toString());
    }
}

} // namespace tokensmith::ui
