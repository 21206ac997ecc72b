// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/limitspage.h"

#include "core/model/cidr.h"
#include "core/model/expiry.h"
#include "ui/common/buttons.h"
#include "ui/common/combobox.h"
#include "ui/common/field.h"
#include "ui/common/paragraph.h"
#include "ui/common/times.h"
#include "ui/create/createrefusal.h"
#include "ui/create/datefield.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualDays = 90;
constexpr int kFieldWidth = 420;
constexpr int kUsual = 3; // 90 days
const QString kOnDay = u"day"_s;

} // namespace

LimitsPage::LimitsPage(const Theme &theme, const base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_expiry(new ComboBox(theme, u"createExpiry"_s))
    , m_day(new DateField(theme, u"createDay"_s))
    , m_date(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2}))
    , m_allow(new Field(theme, {.objectName = u"createAllow"_s,
                                .label = tr("Works only from these addresses"),
                                .placeholder = tr("Any address"),
                                .hint = tr("Addresses or ranges such as 203.0.113.0/24, parted by commas.")}))
    , m_deny(new Field(
          theme,
          {.objectName = u"createDeny"_s, .label = tr("Never works from these addresses"), .placeholder = tr("None")}))
    , m_start(new Field(theme, {.objectName = u"createStart"_s,
                                .label = tr("Starts to work"),
                                .placeholder = tr("At once"),
                                .hint = tr("A date such as 2026-12-01, or a time such as 2026-12-01T08:00:00Z.")}))
{
    for (const auto &[words, value] :
         {std::pair(tr("1 day"), u"1d"_s), std::pair(tr("7 days"), u"7d"_s), std::pair(tr("30 days"), u"30d"_s),
          std::pair(tr("90 days"), u"90d"_s), std::pair(tr("6 months"), u"6m"_s), std::pair(tr("1 year"), u"1y"_s),
          std::pair(tr("On a day…"), kOnDay), std::pair(tr("Never"), QString())})
        m_expiry->addItem(words, value);
    m_expiry->setCurrentIndex(kUsual);
    m_expiry->setAccessibleName(tr("Expires"));
    auto *label = new Label(theme, {.style = TextStyle::Strong}, tr("Expires"));
    label->setBuddy(m_expiry);
    auto *mine = makeButton(
        theme, {.objectName = u"createMyAddress"_s, .text = tr("Add my address"), .size = ControlSize::Small});
    auto *expiry = new QHBoxLayout;
    expiry->setSpacing(space::kMedium);
    expiry->addWidget(m_expiry);
    expiry->addWidget(m_day);
    expiry->addStretch();
    m_day->setAccessibleName(tr("The day it expires"));
    m_day->setDate(clock.now().toLocalTime().date().addDays(kUsualDays));
    m_day->setMinimumDate(clock.now().toLocalTime().date().addDays(1));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(label);
    column->addLayout(expiry);
    column->addWidget(m_date);
    column->addSpacing(space::kMedium);
    column->addWidget(m_allow);
    column->addWidget(mine, 0, Qt::AlignLeft);
    column->addSpacing(space::kMedium);
    column->addWidget(m_deny);
    column->addSpacing(space::kMedium);
    column->addWidget(m_start);
    column->addStretch();
    for (Field *field : {m_allow, m_deny, m_start}) {
        field->setMaximumWidth(theme.width(kFieldWidth));
        connect(field->edit(), &QLineEdit::textChanged, field, [field] { field->setError({}); });
        connect(field->edit(), &QLineEdit::textEdited, this, &LimitsPage::edited);
    }
    connect(m_expiry, &QComboBox::currentIndexChanged, this, &LimitsPage::showDate);
    connect(m_expiry, &QComboBox::activated, this, &LimitsPage::edited);
    connect(m_day, &QDateEdit::dateChanged, this, [this] {
        showDate();
        Q_EMIT edited();
    });
    connect(mine, &QPushButton::clicked, this, &LimitsPage::ownAddressWanted);
    showDate();
}

bool LimitsPage::hasDate() const
{
    return m_expiry->currentData().toString() == kOnDay;
}

std::optional<QDateTime> LimitsPage::end() const
{
    if (hasDate())
        return m_day->date().startOfDay().toUTC();
    const auto ends = model::expiryAfter(m_expiry->currentData().toString(), m_clock.now());
    return ends ? *ends : std::nullopt;
}

void LimitsPage::showDate()
{
    m_day->setVisible(hasDate());
    const std::optional<QDateTime> ends = end();
    m_date->setColour(ends ? Colour::Text2 : Colour::Warn);
    if (!ends) {
        m_date->setText(tr("A token that never expires works until somebody revokes it."));
        return;
    }
    const int days = int((m_clock.now().secsTo(*ends) + 3600) / 86400);
    m_date->setText(tr("Until %1 (%n days)", nullptr, days).arg(exactWords(*ends, m_clock.now())));
}

void LimitsPage::fill(TokenDraft &draft) const
{
    draft.expiresIn = hasDate() ? QString() : m_expiry->currentData().toString();
    draft.expiresOn = hasDate() ? end() : std::nullopt;
    draft.notBefore = m_start->edit()->text().trimmed();
    draft.ipAllow = addressesIn(m_allow->edit()->text());
    draft.ipDeny = addressesIn(m_deny->edit()->text());
}

bool LimitsPage::check()
{
    for (Field *field : {m_allow, m_deny}) {
        if (!model::canonicalCidrs(addressesIn(field->edit()->text()), {}))
            field->setError(notAnAddress());
    }
    return !m_allow->hasError() && !m_deny->hasError();
}

void LimitsPage::setAddresses(const QStringList &allow, const QStringList &deny)
{
    m_allow->edit()->setText(allow.join(u", "_s));
    m_deny->edit()->setText(deny.join(u", "_s));
}

void LimitsPage::addAddress(const QString &address)
{
    m_ownAddress = address;
    QStringList all = addressesIn(m_allow->edit()->text());
    if (!all.contains(address))
        all.append(address);
    m_allow->edit()->setText(all.join(u", "_s));
    Q_EMIT edited();
}

void LimitsPage::setAddressError(const QString &sentence)
{
    m_allow->setError(sentence);
}

void LimitsPage::setDenyError(const QString &sentence)
{
    m_deny->setError(sentence);
}

void LimitsPage::setEndError(const QString &sentence)
{
    m_date->setText(sentence);
    m_date->setColour(Colour::Danger);
}

void LimitsPage::setStartError(const QString &sentence)
{
    m_start->setError(sentence);
}

QString LimitsPage::summary() const
{
    const int count = int(addressesIn(m_allow->edit()->text()).size());
    const QString from = count == 0 ? tr("any address") : tr("%n address(es)", nullptr, count);
    const std::optional<QDateTime> ends = end();
    const QString until = !ends       ? tr("Never expires")
                          : hasDate() ? dayWords(*ends, m_clock.now())
                                      : m_expiry->currentText();
    return tr("%1, %2", "how long, from where").arg(until, from);
}

} // namespace tokensmith::ui
