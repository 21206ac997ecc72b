// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sidenote.h"

#include "ui/common/iconlabel.h"
#include "ui/common/paragraph.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEdge = 3;
constexpr int kIcon = 16;
constexpr qreal kRadius = 6;

} // namespace

SideNote::SideNote(const Theme &theme, const QString &text, const ButtonOptions &link, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    auto *icon = new IconLabel(theme, kIcon);
    icon->setIcon(u"info"_s, Colour::Accent);
    auto *button = makeButton(
        theme,
        {.objectName = link.objectName, .text = link.text, .kind = ButtonKind::Link, .size = ControlSize::Small});
    button->setAccessibleDescription(text);
    connect(button, &QPushButton::clicked, this, &SideNote::pressed);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Paragraph(theme, {.style = TextStyle::Small}, text));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(button);
    line->addStretch();
    words->addLayout(line);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kEdge + space::kMedium, space::kSmall, space::kSmall, space::kTiny);
    row->setSpacing(10);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

void SideNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.fillPath(shape, m_theme.colour(Colour::AccentSoft));
    painter.strokePath(shape, QPen(m_theme.colour(Colour::Border), 1));
    painter.setClipPath(shape);
    const int x = layoutDirection() == Qt::LeftToRight ? 0 : width() - kEdge;
    painter.fillRect(QRect(x, 0, kEdge, height()), m_theme.colour(Colour::Accent));
}

} // namespace tokensmith::ui
