// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/emptystate.h"

#include "ui/common/paragraph.h"

#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 28;
constexpr int kMarkSize = 96;
constexpr int kTextWidth = 420;

} // namespace

/** The icon, or the mark drawn as a plan: a dashed coin with a keyhole. */
class EmptyState::Picture final : public QWidget
{
public:
    Picture(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

    void setIcon(const QString &icon)
    {
        m_icon = icon;
        const int side = icon.isEmpty() ? kMarkSize : m_theme.iconSize(kIconSize);
        setFixedSize(side, side);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (m_icon.isEmpty())
            paintMark(painter);
        else
            painter.drawPixmap(0, 0,
                               m_theme.pixmap(m_icon, m_theme.iconSize(kIconSize), Colour::Text3, devicePixelRatioF()));
    }

private:
    void paintMark(QPainter &painter) const
    {
        const QPolygonF coin{{{34, 14}, {62, 14}, {82, 34}, {82, 62}, {62, 82}, {34, 82}, {14, 62}, {14, 34}}};
        QPen dashes(m_theme.colour(Colour::Control), 1.5);
        dashes.setDashPattern({4 / 1.5, 5 / 1.5});
        painter.setPen(dashes);
        painter.drawPolygon(coin);
        painter.setPen(QPen(m_theme.colour(Colour::Accent), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawEllipse(QPointF(48, 40), 9, 9);
        painter.drawPolyline(QPolygonF{{{45, 48.5}, {41.5, 64}, {54.5, 64}, {51, 48.5}}});
    }

    const Theme &m_theme;
    QString m_icon;
};

EmptyState::EmptyState(const Theme &theme, const QString &objectName, const EmptyContent &content, QWidget *parent)
    : QWidget(parent)
    , m_picture(new Picture(theme, this))
    , m_title(new Label(theme, {.style = TextStyle::SectionTitle}, {}, this))
    , m_text(new Paragraph(theme, {.colour = Colour::Text2}, {}, this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(objectName);
    m_title->setObjectName(objectName + "Title"_L1);
    m_text->setObjectName(objectName + "Text"_L1);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setMaximumWidth(kTextWidth);
    m_buttons->setSpacing(space::kSmall);

    auto *text = new QHBoxLayout; // the paragraph takes the width it may have, in the middle
    text->addStretch(1);
    text->addWidget(m_text, 1000);
    text->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(space::kSmall);
    column->addWidget(m_title);
    column->addSpacing(space::kTiny);
    column->addLayout(text);
    column->addSpacing(space::kInset);
    column->addLayout(m_buttons);
    column->addStretch();
    m_buttons->addStretch();
    m_buttons->addStretch();
    setContent(content);
}

void EmptyState::setContent(const EmptyContent &content)
{
    m_picture->setIcon(content.icon);
    m_title->setText(content.title);
    m_title->setVisible(!content.title.isEmpty());
    m_text->setTexts({}, content.text);
}

void EmptyState::addButton(QPushButton *button)
{
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

} // namespace tokensmith::ui
