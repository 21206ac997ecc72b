// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/message.h"

#include "ui/common/buttons.h"
#include "ui/common/paragraph.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QTimer>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kEdge = 3;
constexpr int kRadius = 6;
constexpr int kIconSize = 20;
constexpr int kGap = 10;
constexpr int kLeastHeight = 40;
constexpr auto kOkStays = 6s;

QString usualIcon(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Info:
        return u"info"_s;
    case Tone::Ok:
        return u"check"_s;
    case Tone::Warn:
        return u"warn"_s;
    case Tone::Danger:
        return u"stop"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

InlineMessage::InlineMessage(const Theme &theme, const QString &objectName, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new Paragraph(theme, {}, {}, this))
    , m_details(new Paragraph(theme, {.style = TextStyle::Mono, .colour = Colour::Text2}, {}, this))
    , m_detailsButton(makeButton(
          theme, {.objectName = objectName + "DetailsButton"_L1, .text = tr("Details"), .size = ControlSize::Small},
          this))
    , m_row(new QHBoxLayout)
    , m_goAway(new QTimer(this))
{
    setObjectName(objectName);
    m_text->setObjectName(objectName + "Text"_L1);
    m_text->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_details->setObjectName(objectName + "Details"_L1);
    m_details->setTextInteractionFlags(Qt::NoTextInteraction);
    const int side = m_theme.iconSize(kIconSize);
    m_icon->setFixedSize(side, side);
    m_detailsButton->setCheckable(true);

    m_row->setSpacing(kGap);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_detailsButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kEdge + space::kMedium, 8, space::kMedium, 8);
    column->setSpacing(space::kSmall);
    column->addLayout(m_row);
    auto *below = new QHBoxLayout;
    below->addSpacing(side + kGap);
    below->addWidget(m_details);
    column->addLayout(below);
    setMinimumHeight(kLeastHeight);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_goAway->setSingleShot(true);
    m_goAway->setInterval(kOkStays);
    connect(m_goAway, &QTimer::timeout, this, &QWidget::hide);
    connect(m_detailsButton, &QPushButton::clicked, this, &InlineMessage::toggleDetails);
    connect(&m_theme, &Theme::changed, this, &InlineMessage::applyTheme);
    setContent({});
}

void InlineMessage::setContent(const MessageContent &content)
{
    m_content = content;
    showText();
    m_details->setText(content.details);
    m_detailsButton->setVisible(!content.details.isEmpty());
    m_detailsButton->setChecked(false);
    toggleDetails();
    applyTheme();
    if (content.tone == Tone::Ok)
        m_goAway->start();
    else
        m_goAway->stop();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT announced();
}

void InlineMessage::updateText(const QString &text, const QString &spoken)
{
    m_content.text = text;
    m_content.spoken = spoken;
    showText();
}

void InlineMessage::showText()
{
    // A label with an accessible name of its own says nothing when its text changes.
    const QString heard =
        m_content.spoken.isEmpty() ? QString() : (m_content.title + u' ' + m_content.spoken).trimmed();
    if (m_text->accessibleName() != heard)
        m_text->setAccessibleName(heard);
    m_text->setTexts(m_content.title, m_content.text);
    const QString name = heard.isEmpty() ? m_text->text() : heard;
    if (accessibleName() != name)
        setAccessibleName(name);
}

QPushButton *InlineMessage::addAction(const QString &objectName, const QString &text)
{
    auto *button = makeButton(m_theme, {.objectName = objectName, .text = text, .size = ControlSize::Small}, this);
    m_row->addWidget(button);
    m_actions.append(button);
    Q_ASSERT(m_actions.size() <= 2);
    return button;
}

void InlineMessage::clearActions()
{
    qDeleteAll(m_actions);
    m_actions.clear();
}

void InlineMessage::toggleDetails()
{
    m_details->setVisible(m_detailsButton->isChecked() && !m_content.details.isEmpty());
}

void InlineMessage::applyTheme()
{
    const QString icon = m_content.icon.isEmpty() ? usualIcon(m_content.tone) : m_content.icon;
    m_icon->setPixmap(
        m_theme.pixmap(icon, m_theme.iconSize(kIconSize), textColour(m_content.tone), devicePixelRatioF()));
    update();
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()), kRadius, kRadius);
    painter.fillPath(shape, m_theme.colour(softColour(m_content.tone)));
    QPainterPath border;
    border.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius - 0.5, kRadius - 0.5);
    painter.strokePath(border, QPen(m_theme.colour(Colour::Border), 1));
    painter.setClipPath(shape);
    const int x = layoutDirection() == Qt::LeftToRight ? 0 : width() - kEdge;
    painter.fillRect(QRect(x, 0, kEdge, height()), m_theme.colour(edgeColour(m_content.tone)));
}

} // namespace tokensmith::ui
