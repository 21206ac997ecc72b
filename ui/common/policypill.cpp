// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/policypill.h"

#include <QAccessible>
#include <QMenu>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

struct PillLook
{
    Colour ground;
    Colour text;
    QLatin1StringView icon;
};

PillLook lookOf(PolicyChoice choice)
{
    switch (choice) {
    case PolicyChoice::Allow:
        return {.ground = Colour::OkSoft, .text = Colour::Ok, .icon = "check"_L1};
    case PolicyChoice::Ask:
        return {.ground = Colour::AccentSoft, .text = Colour::Accent, .icon = "shield"_L1};
    case PolicyChoice::Deny:
        return {.ground = Colour::Neutral, .text = Colour::Text2, .icon = "off"_L1};
    }
    Q_UNREACHABLE();
}

constexpr std::array kChoices{PolicyChoice::Allow, PolicyChoice::Ask, PolicyChoice::Deny};
constexpr int kIcon = 14;
constexpr int kChevron = 12;
constexpr int kPadding = 7;

} // namespace

QString policyWord(PolicyChoice choice)
{
    switch (choice) {
    case PolicyChoice::Allow:
        return PolicyPill::tr("Allow");
    case PolicyChoice::Ask:
        return PolicyPill::tr("Ask");
    case PolicyChoice::Deny:
        return PolicyPill::tr("Deny");
    }
    Q_UNREACHABLE();
}

QSize policyPillSize(const Theme &theme)
{
    const QFontMetrics metrics(theme.font(TextStyle::SmallStrong));
    const int marks = theme.iconSize(kIcon) + theme.iconSize(kChevron);
    int text = 0;
    for (const PolicyChoice choice : kChoices)
        text = std::max(text, metrics.horizontalAdvance(policyWord(choice)));
    return {std::max(76, text + marks + 2 * kPadding + 10), std::max(24, metrics.height() + 8)};
}

void paintPolicyPill(QPainter &painter, const Theme &theme, const QRect &room, PolicyChoice choice)
{
    const PillLook look = lookOf(choice);
    const Qt::LayoutDirection direction = painter.layoutDirection();
    const QRect box = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, policyPillSize(theme), room);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(look.ground));
    painter.drawRoundedRect(box, 4, 4);
    const int icon = theme.iconSize(kIcon);
    const int chevron = theme.iconSize(kChevron);
    const qreal ratio = painter.device()->devicePixelRatio();
    const QRect inside = box.adjusted(kPadding, 0, -kPadding, 0);
    const auto at = [&](Qt::Alignment side, int size) {
        return QStyle::alignedRect(direction, side | Qt::AlignVCenter, {size, size}, inside).topLeft();
    };
    painter.drawPixmap(at(Qt::AlignLeft, icon), theme.pixmap(look.icon, icon, look.text, ratio));
    painter.drawPixmap(at(Qt::AlignRight, chevron), theme.pixmap(u"down"_s, chevron, look.text, ratio));
    painter.setFont(theme.font(TextStyle::SmallStrong));
    painter.setPen(theme.colour(look.text));
    const QRect words = QStyle::visualRect(direction, inside, inside.adjusted(icon + 5, 0, -chevron - 2, 0));
    painter.drawText(words, int(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter),
                     policyWord(choice));
    painter.restore();
}

PolicyPill::PolicyPill(const Theme &theme, const QString &objectName, const QString &subject, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_subject(subject)
    , m_menu(new QMenu(this))
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_menu->setObjectName(objectName + "Menu"_L1);
    for (const PolicyChoice choice : kChoices) {
        QAction *action = m_menu->addAction(themeIcon(theme, lookOf(choice).icon), policyWord(choice));
        connect(action, &QAction::triggered, this, [this, choice] {
            setChoice(choice);
            Q_EMIT chosen(choice);
        });
    }
    connect(this, &QAbstractButton::clicked, this, &PolicyPill::openMenu);
    connect(&m_theme, &Theme::changed, this, &QWidget::updateGeometry);
    setChoice(PolicyChoice::Ask);
}

void PolicyPill::setChoice(PolicyChoice choice)
{
    m_choice = choice;
    setAccessibleName(u"%1: %2"_s.arg(m_subject, policyWord(choice)));
    update();
}

QSize PolicyPill::sizeHint() const
{
    return policyPillSize(m_theme).grownBy({2, 2, 2, 2});
}

void PolicyPill::openMenu()
{
    m_menu->popup(mapToGlobal(rect().bottomLeft()));
}

void PolicyPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintPolicyPill(painter, m_theme, rect().adjusted(2, 2, -2, -2), m_choice);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.colour(Colour::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
}

} // namespace tokensmith::ui
