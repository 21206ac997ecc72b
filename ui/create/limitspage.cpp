// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/limitspage.h"

#include "core/model/expiry.h"
#include "ui/common/buttons.h"
#include "ui/common/combobox.h"
#include "ui/common/field.h"
#include "ui/common/label.h"
#include "ui/common/times.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFieldWidth = 420;
constexpr int kUsual = 3; // 90 days

} // namespace

LimitsPage::LimitsPage(const Theme &theme, const base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_expiry(new ComboBox(theme, u"createExpiry"_s))
    , m_date(new Label(theme, {.style = TextStyle::Small, .colour = Colour::Text2}))
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
    for (const auto &[words, value] : {std::pair(tr("In 1 day"), u"1d"_s), std::pair(tr("In 7 days"), u"7d"_s),
                                       std::pair(tr("In 30 days"), u"30d"_s), std::pair(tr("In 90 days"), u"90d"_s),
                                       std::pair(tr("In 6 months"), u"6m"_s), std::pair(tr("In 1 year"), u"1y"_s),
                                       std::pair(tr("Never"), QString())})
        m_expiry->addItem(words, value);
    m_expiry->setCurrentIndex(kUsual);
    m_expiry->setAccessibleName(tr("Expires"));
    auto *label = new Label(theme, {.style = TextStyle::SmallStrong, .colour = Colour::Text2}, tr("Expires"));
    label->setBuddy(m_expiry);
    auto *mine = makeButton(
        theme, {.objectName = u"createMyAddress"_s, .text = tr("Add my address"), .size = ControlSize::Small});
    auto *expiry = new QHBoxLayout;
    expiry->setSpacing(space::kMedium);
    expiry->addWidget(m_expiry);
    expiry->addWidget(m_date, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(label);
    column->addLayout(expiry);
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
    connect(mine, &QPushButton::clicked, this, &LimitsPage::ownAddressWanted);
    showDate();
}

void LimitsPage::showDate()
{
    const auto ends = model::expiryAfter(m_expiry->currentData().toString(), m_clock.now());
    const bool expires = ends && *ends;
    m_date->setText(expires ? exactWords(**ends, m_clock.now())
                            : tr("A token that never expires works until somebody revokes it."));
}

void LimitsPage::fill(TokenDraft &draft) const
{
    draft.expiresIn = m_expiry->currentData().toString();
    draft.notBefore = m_start->edit()->text().trimmed();
    draft.ipAllow = addressesIn(m_allow->edit()->text());
    draft.ipDeny = addressesIn(m_deny->edit()->text());
}

void LimitsPage::setAddresses(const QStringList &allow, const QStringList &deny)
{
    m_allow->edit()->setText(allow.join(u", "_s));
    m_deny->edit()->setText(deny.join(u", "_s));
}

void LimitsPage::addAddress(const QString &address)
{
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

void LimitsPage::setStartError(const QString &sentence)
{
    m_start->setError(sentence);
}

QString LimitsPage::summary() const
{
    const int count = int(addressesIn(m_allow->edit()->text()).size());
    const QString from = count == 0 ? tr("any address") : tr("%n address(es)", nullptr, count);
    return m_expiry->currentText() + u", "_s + from;
}

} // namespace tokensmith::ui
