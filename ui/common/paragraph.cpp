// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/paragraph.h"

#include <QPainter>

#include <cmath>

namespace tokensmith::ui {

namespace {

constexpr int kPreferredCharacters = 60; ///< what a comfortable line holds

} // namespace

Paragraph::Paragraph(const Theme &theme, LabelLook look, const QString &text, QWidget *parent)
    : Label(theme, look, text, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
}

void Paragraph::setTexts(const QString &lead, const QString &rest)
{
    const bool both = !lead.isEmpty() && !rest.isEmpty();
    m_leadLength = lead.size();
    setText(both ? lead + u' ' + rest : lead + rest);
    updateGeometry();
    update();
}

int Paragraph::heightForWidth(int width) const
{
    QTextLayout layout;
    return layOut(layout, width);
}

QSize Paragraph::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int whole = metrics.horizontalAdvance(text()) + metrics.averageCharWidth();
    const int width = std::min(whole, metrics.averageCharWidth() * kPreferredCharacters);
    return {width, heightForWidth(width)};
}

QSize Paragraph::minimumSizeHint() const
{
    return {QFontMetrics(font()).averageCharWidth() * 12, theme().lineHeight(look().style)};
}

void Paragraph::paintEvent(QPaintEvent *)
{
    QTextLayout layout;
    const int height = layOut(layout, width());
    const bool centred = alignment().testFlag(Qt::AlignVCenter);
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    layout.draw(&painter, QPointF(0, centred ? std::max(0, (this->height() - height) / 2) : 0));
}

int Paragraph::layOut(QTextLayout &layout, int width) const
{
    layout.setText(text().replace(u'\n', QChar(QChar::LineSeparator)));
    layout.setFont(font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(alignment() & Qt::AlignHorizontal_Mask);
    option.setTextDirection(layoutDirection());
    layout.setTextOption(option);
    if (m_leadLength > 0) {
        QTextCharFormat strong;
        const auto style = look().style == TextStyle::Small ? TextStyle::SmallStrong : TextStyle::Strong;
        strong.setFont(theme().font(style));
        strong.setForeground(theme().colour(Colour::Text));
        layout.setFormats({{.start = 0, .length = int(m_leadLength), .format = strong}});
    }
    const qreal lineHeight = theme().lineHeight(look().style);
    qreal y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y + (lineHeight - line.height()) / 2));
        y += lineHeight;
    }
    layout.endLayout();
    return int(std::ceil(y));
}

} // namespace tokensmith::ui
