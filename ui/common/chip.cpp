// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chip.h"

#include "ui/common/bind.h"

#include <QLocale>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 12;
constexpr int kGap = 6;

} // namespace

Chip::Chip(const Theme &theme, const QString &objectName, const QString &label, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_label(label)
{
    setObjectName(objectName);
    setProperty("chip", true);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setText(label);
    useFont(this, theme, TextStyle::Small);
}

void Chip::setCount(int count)
{
    m_count = count;
    setAccessibleName(count < 0 ? m_label : tr("%1, %n tokens", nullptr, count).arg(m_label));
    updateGeometry();
    update();
}

QString Chip::countText() const
{
    return m_count < 0 ? u"…"_s : QLocale().toString(m_count);
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::SmallStrong)); // checked is wider; the size must not change
    const int text = metrics.horizontalAdvance(m_label) + kGap + metrics.horizontalAdvance(countText());
    return {text + 2 * kPadding, m_theme.controlHeight(ControlSize::Small)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);

    const bool on = isChecked();
    const QFont labelFont = m_theme.font(on ? TextStyle::SmallStrong : TextStyle::Small);
    const QFont countFont = m_theme.font(TextStyle::SmallStrong);
    const int labelWidth = QFontMetrics(labelFont).horizontalAdvance(m_label);
    const int countWidth = QFontMetrics(countFont).horizontalAdvance(countText());
    const int start = (width() - labelWidth - kGap - countWidth) / 2;
    const auto place = [&](int x, int w) { return QStyle::visualRect(layoutDirection(), rect(), {x, 0, w, height()}); };
    painter.setFont(labelFont);
    painter.setPen(m_theme.colour(on ? Colour::Text : m_count == 0 ? Colour::Text3 : Colour::Text2));
    painter.drawText(place(start, labelWidth + 1), Qt::AlignVCenter | Qt::AlignLeft, m_label);
    painter.setFont(countFont);
    painter.setPen(m_theme.colour(on ? Colour::Text2 : Colour::Text3));
    painter.drawText(place(start + labelWidth + kGap, countWidth + 1), Qt::AlignVCenter | Qt::AlignLeft, countText());
}

} // namespace tokensmith::ui
