// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/accesspage.h"

#include "core/base/text.h"
#include "ui/common/combobox.h"
#include "ui/common/field.h"
#include "ui/common/label.h"
#include "ui/common/segmented.h"
#include "ui/create/permissionpicker.h"
#include "ui/create/zonepicker.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAccountLength = 40;
constexpr int kLeastWidth = 560; ///< below it account and zones stand below each other

} // namespace

AccessPage::AccessPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_picker(new PermissionPicker(theme))
    , m_account(new ComboBox(theme, u"createAccount"_s))
    , m_which(
          new SegmentedControl(theme, tr("Which zones"),
                               {{u"createAllZones"_s, tr("All zones")}, {u"createSomeZones"_s, tr("Chosen zones")}}))
    , m_zones(new ZonePicker(theme))
    , m_buckets(new Field(theme, {.objectName = u"createBuckets"_s,
                                  .label = tr("R2 buckets"),
                                  .placeholder = tr("Names, parted by commas"),
                                  .hint = tr("A bucket of a jurisdiction is written like eu/backups.")}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_picker, 1);
    column->addSpacing(space::kTiny);
    column->addWidget(makeWhere());
    refreshWhere();
    connect(m_picker, &PermissionPicker::edited, this, &AccessPage::refreshWhere);
    connect(m_picker, &PermissionPicker::edited, this, &AccessPage::edited);
    connect(m_picker, &PermissionPicker::dashboardRequested, this, &AccessPage::dashboardRequested);
    connect(m_account, &QComboBox::activated, this, [this] {
        m_zones->setChosen({});
        refreshWhere();
        Q_EMIT accountChanged();
    });
    connect(m_which, &SegmentedControl::currentChanged, this, &AccessPage::refreshWhere);
    connect(m_which, &SegmentedControl::currentChanged, this, &AccessPage::edited);
    connect(m_zones, &ZonePicker::edited, this, &AccessPage::refreshWhere);
    connect(m_zones, &ZonePicker::edited, this, &AccessPage::edited);
    connect(m_zones, &ZonePicker::retryRequested, this, &AccessPage::zonesWanted);
    connect(m_buckets->edit(), &QLineEdit::textChanged, this, &AccessPage::edited);
}

QWidget *AccessPage::makeWhere()
{
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_account->setMinimumContentsLength(10);
    m_account->setAccessibleName(tr("Account"));
    auto *label = new Label(m_theme, {.style = TextStyle::Small, .colour = Colour::Text2}, tr("Account"));
    label->setBuddy(m_account);
    auto *account = new QHBoxLayout;
    account->setSpacing(space::kSmall);
    account->addWidget(new Label(m_theme, {.style = TextStyle::Title}, tr("Where?")), 1);
    account->addWidget(label);
    account->addWidget(m_account);
    m_places = new QBoxLayout(QBoxLayout::LeftToRight);
    m_places->setSpacing(space::kSmall);
    m_places->addLayout(account, 1);
    m_places->addWidget(m_which, 0, Qt::AlignRight);
    auto *where = new QWidget;
    auto *column = new QVBoxLayout(where);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addLayout(m_places);
    column->addWidget(m_zones);
    column->addWidget(m_buckets);
    return where;
}

const PermissionChoices &AccessPage::choices() const
{
    return m_picker->choices();
}

void AccessPage::setChoices(const PermissionChoices &choices)
{
    m_picker->setChoices(choices);
    refreshWhere();
}

void AccessPage::decline(std::size_t choice)
{
    m_picker->decline(choice);
}

void AccessPage::setAccounts(const std::vector<model::Account> &accounts, const model::Owner &owner)
{
    const QString before = accountId();
    m_account->clear();
    for (const model::Account &account : accounts) {
        if (owner.kind == model::Owner::Kind::User || account.id == owner.accountId)
            m_account->addItem(base::plainLine(account.name, kAccountLength), account.id);
    }
    if (owner.kind == model::Owner::Kind::User)
        m_account->addItem(tr("All accounts"), QString()); // the widest comes last
    m_account->setCurrentIndex(before.isEmpty() ? 0 : std::max(0, m_account->findData(before)));
    refreshWhere();
}

QString AccessPage::accountId() const
{
    return m_account->currentData().toString();
}

void AccessPage::setPlaces(const QString &accountId, const QStringList &zoneIds)
{
    m_account->setCurrentIndex(std::max(0, m_account->findData(accountId)));
    m_zones->setChosen(zoneIds);
    m_which->setCurrentIndex(zoneIds.isEmpty() ? 0 : 1);
    if (accountId.isEmpty())
        m_zones->showNoAccount();
    refreshWhere();
}

void AccessPage::setZones(const std::vector<model::Zone> &zones)
{
    m_zones->setZones(zones);
    refreshWhere();
}

void AccessPage::showZonesLoading()
{
    if (accountId().isEmpty())
        m_zones->showNoAccount();
    else
        m_zones->showLoading();
}

void AccessPage::showZonesFailure(const QString &sentence)
{
    m_zones->showFailure(sentence);
}

void AccessPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < m_theme.width(kLeastWidth);
    m_places->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void AccessPage::refreshWhere()
{
    const int all = accountId().isEmpty() ? 0 : m_zones->zoneCount();
    const int chosen = int(m_zones->chosen().size());
    m_which->setText(0, all > 0 ? tr("All %n zones", nullptr, all) : tr("All zones"));
    m_which->setText(1, chosen > 0 ? tr("Chosen zones %1").arg(chosen) : tr("Chosen zones"));
    const bool buckets = choices().hasChosen(model::scope::bucket);
    const bool zones = choices().hasChosen(model::scope::zone) || choices().chosenCount() == 0;
    m_which->setVisible(zones);
    m_zones->setVisible(zones && m_which->currentIndex() == 1);
    m_buckets->setVisible(buckets);
}

PlaceNames AccessPage::placeNames() const
{
    PlaceNames names{.account = accountId().isEmpty() ? QString() : m_account->currentText()};
    for (const model::Zone &zone : m_zones->chosen())
        names.zones.append(base::plainLine(zone.name.isEmpty() ? zone.id.left(8) + u'…' : zone.name, 255));
    return names;
}

void AccessPage::fill(TokenDraft &draft) const
{
    draft.permissions = choices();
    draft.accountId = accountId();
    draft.zones = m_which->currentIndex() == 1 ? TokenDraft::Zones::Chosen : TokenDraft::Zones::All;
    draft.zoneIds.clear();
    for (const model::Zone &zone : m_zones->chosen())
        draft.zoneIds.append(zone.id);
    draft.buckets = addressesIn(m_buckets->edit()->text());
}

} // namespace tokensmith::ui
