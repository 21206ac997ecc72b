// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingcard.h"

#include "ui/common/bind.h"
#include "ui/common/label.h"
#include "ui/common/iconlabel.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace tokensmith::ui {

namespace {

constexpr int kRowHeight = 44;
constexpr int kHintRowHeight = 47;
constexpr int kIcon = 20;

} // namespace

SettingRow::SettingRow(const Theme &theme, const SettingWords &words, QWidget *control, QWidget *parent)
    : QWidget(parent)
    , m_divider(makeDivider(Qt::Horizontal, this))
    , m_title(new Label(theme, {.style = TextStyle::Body}, words.title, this))
    , m_hint(new ElidedLabel(theme, {.style = TextStyle::Small, .colour = Colour::Text2}, words.hint, this))
    , m_badge(new BadgeLabel(theme, {}, this))
    , m_control(control)
{
    setObjectName(words.objectName);
    m_hint->setObjectName(words.objectName + "Hint"_L1);
    m_hint->setVisible(!words.hint.isEmpty());
    m_badge->hide();
    m_title->setBuddy(control);
    auto *first = new QHBoxLayout;
    first->setSpacing(space::kSmall);
    first->addWidget(m_title);
    first->addWidget(m_badge);
    first->addStretch();
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addStretch();
    left->addLayout(first);
    left->addWidget(m_hint);
    left->addStretch();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, space::kTiny + 2, 0, space::kTiny + 2);
    row->setSpacing(space::kInset);
    row->addStrut(theme.height(words.hint.isEmpty() ? kRowHeight : kHintRowHeight) - 2 * (space::kTiny + 2) - 1);
    row->addLayout(left, 1);
    row->addWidget(control, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_divider);
    column->addLayout(row, 1);
    describeControl();
}

void SettingRow::describeControl()
{
    m_control->setAccessibleName(m_title->text());
    m_control->setAccessibleDescription(m_hint->text());
}

void SettingRow::setTitle(const QString &title)
{
    m_title->setText(title);
    describeControl();
}

void SettingRow::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    describeControl();
}

void SettingRow::setBadge(const Badge &badge)
{
    m_badge->setBadge(badge);
    m_badge->setVisible(!badge.text.isEmpty());
}

bool SettingRow::matches(const QString &words) const
{
    return m_title->text().contains(words, Qt::CaseInsensitive) || m_hint->text().contains(words, Qt::CaseInsensitive);
}

SettingCard::SettingCard(const Theme &theme, const Head &head, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(head.title)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(head.objectName);
    setAccessibleName(head.title);
    setProperty("frame", u"card"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *icon = new IconLabel(theme, kIcon, this);
    icon->setIcon(head.icon, Colour::Text2);
    auto *title = new Label(theme, {.style = TextStyle::Title}, head.title, this);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kSmall);
    line->addWidget(icon);
    line->addWidget(title, 1);
    icon->setFixedHeight(theme.height(38));
    m_column->setContentsMargins(space::kInset, 1, space::kInset, 1);
    m_column->setSpacing(0);
    m_column->addLayout(line);
}

SettingRow *SettingCard::addRow(const SettingWords &words, QWidget *control)
{
    auto *row = new SettingRow(m_theme, words, control, this);
    m_column->addWidget(row);
    m_rows.append(row);
    return row;
}

bool SettingCard::filter(const QString &words)
{
    const bool all = m_title.contains(words, Qt::CaseInsensitive);
    bool any = false;
    for (SettingRow *row : std::as_const(m_rows)) {
        const bool shown = all || row->matches(words);
        row->setVisible(shown);
        any = any || shown;
    }
    setVisible(any);
    return any;
}

} // namespace tokensmith::ui
