// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tile.h"

#include "core/base/text.h"

#include <QPainter>

namespace tokensmith::ui {

namespace {

constexpr int kSide = 24;
constexpr int kRadius = 6;

} // namespace

QString initialsOf(const QString &name)
{
    QStringList words = base::plainLine(name, 80).split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return !word.front().isLetterOrNumber(); });
    if (words.isEmpty())
        return {};
    if (words.size() == 1)
        return words.front().left(2);
    return words.at(0).left(1) + words.at(1).left(1);
}

void paintTile(QPainter &painter, const Theme &theme, const QRect &tile, const QString &name)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Colour::Neutral));
    painter.drawRoundedRect(tile, kRadius, kRadius);
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.colour(Colour::Text2));
    painter.drawText(tile, Qt::AlignCenter, initialsOf(name));
    painter.restore();
}

TileLabel::TileLabel(const Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(name)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, &QWidget::updateGeometry);
}

QSize TileLabel::sizeHint() const
{
    const int side = m_theme.iconSize(kSide);
    return {side, side};
}

void TileLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTile(painter, m_theme, rect(), m_name);
}

} // namespace tokensmith::ui
