// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change/expiryfield.h"

#include "ui/common/combobox.h"
#include "ui/common/paragraph.h"
#include "ui/common/times.h"
#include "ui/create/datefield.h"

#include <QVBoxLayout>

#include <algorithm>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualDays = 90;
const QString kOnDay = u"day"_s;

} // namespace

ExpiryField::ExpiryField(const Theme &theme, const base::Clock &clock, const std::optional<QDateTime> &present,
                         QWidget *parent)
    : QWidget(parent)
    , m_span(new ComboBox(theme, u"editExpiry"_s))
    , m_day(new DateField(theme, u"editDay"_s))
    , m_error(new Paragraph(theme, {.style = TextStyle::Small, .colour = Colour::Danger}))
{
    const QString until = present ? exactWords(*present, clock.now()) : tr("never");
    m_span->addItem(tr("As it is: %1").arg(until), QString());
    for (const auto &[words, value] :
         {std::pair(tr("In 7 days"), u"7d"_s), std::pair(tr("In 30 days"), u"30d"_s),
          std::pair(tr("In 90 days"), u"90d"_s), std::pair(tr("In 6 months"), u"6m"_s),
          std::pair(tr("In 1 year"), u"1y"_s), std::pair(tr("On a day…"), kOnDay), std::pair(tr("Never"), u"never"_s)})
        m_span->addItem(words, value);
    m_span->setAccessibleName(tr("Expires"));
    const QDate today = clock.now().toLocalTime().date();
    const QDate now = present ? present->toLocalTime().date() : today.addDays(kUsualDays);
    m_day->setAccessibleName(tr("The day it expires"));
    m_day->setMinimumDate(today.addDays(1));
    m_day->setDate(std::max(now, today.addDays(1)));
    m_day->hide();
    m_error->setObjectName(u"editExpiryError"_s);
    m_error->hide();
    auto *label = new Label(theme, {.style = TextStyle::Strong}, tr("Expires"));
    label->setBuddy(m_span);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    row->addWidget(m_span);
    row->addWidget(m_day);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kTiny);
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(m_error);
    connect(m_span, &QComboBox::currentIndexChanged, this, [this] {
        m_day->setVisible(hasDay());
        Q_EMIT edited();
    });
    connect(m_day, &QDateEdit::dateChanged, this, &ExpiryField::edited);
}

bool ExpiryField::hasDay() const
{
    return m_span->currentData().toString() == kOnDay;
}

QString ExpiryField::expiresIn() const
{
    return hasDay() ? QString() : m_span->currentData().toString();
}

std::optional<QDateTime> ExpiryField::expiresOn() const
{
    return hasDay() ? std::optional(m_day->date().startOfDay().toUTC()) : std::nullopt;
}

QWidget *ExpiryField::firstStop() const
{
    return m_span;
}

void ExpiryField::setError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
}

} // namespace tokensmith::ui
