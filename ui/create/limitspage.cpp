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
    , m_start(new ComboBox(theme, u"createStart"_s))
    , m_startDay(new DateField(theme, u"createStartDay"_s))
    , m_startNote(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Text2}))
{
    auto *mine = makeButton(
        theme, {.objectName = u"createMyAddress"_s, .text = tr("Add my address"), .size = ControlSize::Small});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(makeExpiry(theme));
    column->addSpacing(space::kMedium);
    column->addWidget(m_allow);
    column->addWidget(mine, 0, Qt::AlignLeft);
    column->addSpacing(space::kMedium);
    column->addWidget(m_deny);
    column->addSpacing(space::kMedium);
    column->addWidget(makeStart(theme));
    column->addStretch(1);
    for (Field *field : {m_allow, m_deny}) {
        field->setMaximumWidth(theme.width(kFieldWidth));
        connect(field->edit(), &QLineEdit::textChanged, field, [field] { field->setError({}); });
        connect(field->edit(), &QLineEdit::textChanged, this, &LimitsPage::edited);
    }
    for (ComboBox *box : {m_expiry, m_start}) {
        connect(box, &QComboBox::currentIndexChanged, this, &LimitsPage::showDate);
        connect(box, &QComboBox::activated, this, &LimitsPage::edited);
    }
    for (DateField *day : {m_day, m_startDay}) {
        connect(day, &QDateEdit::dateChanged, this, &LimitsPage::showDate);
        connect(day, &QDateEdit::dateChanged, this, &LimitsPage::edited);
    }
    connect(mine, &QPushButton::clicked, this, &LimitsPage::ownAddressWanted);
    showDate();
}

namespace {

/** A label, a choice with a day beside it, and a line below. */
QWidget *makeRow(const Theme &theme, const QString &name, ComboBox *choice, DateField *day, Paragraph *note)
{
    auto *label = new Label(theme, {.style = TextStyle::Strong}, name);
    label->setBuddy(choice);
    choice->setAccessibleName(name);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kSmall);
    line->addWidget(choice);
    line->addWidget(day);
    line->addStretch();
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(label);
    column->addLayout(line);
    column->addWidget(note);
    return row;
}

} // namespace

QWidget *LimitsPage::makeExpiry(const Theme &theme)
{
    for (const auto &[words, value] :
         {std::pair(tr("1 day"), u"1d"_s), std::pair(tr("7 days"), u"7d"_s), std::pair(tr("30 days"), u"30d"_s),
          std::pair(tr("90 days"), u"90d"_s), std::pair(tr("6 months"), u"6m"_s), std::pair(tr("1 year"), u"1y"_s),
          std::pair(tr("On a day…"), kOnDay), std::pair(tr("Never"), QString())})
        m_expiry->addItem(words, value);
    m_expiry->setCurrentIndex(kUsual);
    const QDate today = m_clock.now().toLocalTime().date();
    m_day->setAccessibleName(tr("The day it expires"));
    m_day->setMinimumDate(today.addDays(1));
    m_day->setDate(today.addDays(kUsualDays));
    return makeRow(theme, tr("Expires"), m_expiry, m_day, m_date);
}

QWidget *LimitsPage::makeStart(const Theme &theme)
{
    m_start->addItem(tr("At once"), QString());
    m_start->addItem(tr("On a day…"), kOnDay);
    const QDate today = m_clock.now().toLocalTime().date();
    m_startDay->setAccessibleName(tr("The day it starts to work"));
    m_startDay->setMinimumDate(today.addDays(1));
    m_startDay->setDate(today.addDays(1));
    return makeRow(theme, tr("Starts to work"), m_start, m_startDay, m_startNote);
}

std::optional<QDateTime> LimitsPage::start() const
{
    return m_start->currentIndex() == 0 ? std::nullopt : std::optional(m_startDay->date().startOfDay().toUTC());
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
    m_startDay->setVisible(start().has_value());
    m_startNote->setColour(Colour::Text2);
    m_startNote->setText(start() ? tr("It does nothing before %1.").arg(exactWords(*start(), m_clock.now()))
                                 : QString());
    m_startNote->setVisible(start().has_value());
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
    draft.notBefore = start() ? start()->toString(Qt::ISODate) : QString();
    draft.ipAllow = addressesIn(m_allow->edit()->text());
    draft.ipDeny = addressesIn(m_deny->edit()->text());
}

bool LimitsPage::check()
{
    for (Field *field : {m_allow, m_deny}) {
        if (!model::canonicalCidrs(addressesIn(field->edit()->text()), {}))
            field->setError(notAnAddress());
    }
    const bool ordered = !start() || !end() || *start() < *end();
    if (!ordered)
        setStartError(tr("It would start after it expires. Choose an earlier day, or a later end."));
    return ordered && !m_allow->hasError() && !m_deny->hasError();
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
    m_startNote->setText(sentence);
    m_startNote->setColour(Colour::Danger);
    m_startNote->show();
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
