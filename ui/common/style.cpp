// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QStyleOption>

#include <optional>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIndicator = 16; ///< side of check boxes and radio buttons

std::optional<int> ourMetric(const Theme &theme, QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ToolBarIconSize:
        return theme.iconSize(kIndicator);
    case QStyle::PM_ScrollBarExtent:
        return 10;
    case QStyle::PM_SplitterWidth:
        return 1;
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing:
        return space::kSmall;
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin:
        return space::kInset;
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
        return 0;
    default:
        return std::nullopt;
    }
}

/** The rectangle of an indicator, on whole pixels, in the middle of what the control offers. */
QRectF indicatorRect(const Theme &theme, const QStyleOption &option)
{
    const int side = theme.iconSize(kIndicator);
    QRect box(0, 0, side, side);
    box.moveCenter(option.rect.center());
    return box;
}

} // namespace

Style::Style(const Theme &theme)
    : QProxyStyle(u"Fusion"_s)
    , m_theme(theme)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return; // focus is a 2 px border of the control (style sheet) or a frame of the delegate
    case PE_IndicatorCheckBox:
        return drawCheckBox(*option, *painter);
    case PE_IndicatorRadioButton:
        return drawRadioButton(*option, *painter);
    case PE_IndicatorArrowDown:
        return drawArrow(u"down"_s, *option, *painter);
    case PE_IndicatorArrowUp:
        return drawArrow(u"up"_s, *option, *painter);
    case PE_IndicatorArrowLeft:
        return drawArrow(u"left"_s, *option, *painter);
    case PE_IndicatorArrowRight:
        return drawArrow(u"right"_s, *option, *painter);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (const std::optional<int> ours = ourMetric(m_theme, metric))
        return *ours;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient:
    case SH_Menu_FlashTriggeredItem:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void Style::drawCheckBox(const QStyleOption &option, QPainter &painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool filled = option.state.testFlag(State_On) || option.state.testFlag(State_NoChange);
    const bool focused = option.state.testFlag(State_HasFocus);
    const Colour ground = !enabled ? Colour::Window : filled ? Colour::AccentFill : Colour::Surface;
    const Colour edge = focused ? Colour::Accent : !enabled ? Colour::Border : filled ? ground : Colour::Control;
    const qreal pen = focused ? 2 : 1;
    const QRectF box = indicatorRect(m_theme, option);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(edge), pen));
    painter.setBrush(m_theme.colour(ground));
    painter.drawRoundedRect(box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), 4, 4);
    if (filled) {
        const QString mark = option.state.testFlag(State_On) ? u"check"_s : u"minus"_s;
        const Colour colour = enabled ? Colour::OnFill : Colour::Text3;
        const int side = qRound(box.width() * 3 / 4);
        const qreal inset = std::floor((box.width() - side) / 2);
        painter.drawPixmap(box.topLeft() + QPointF(inset, inset),
                           m_theme.pixmap(mark, side, colour, painter.device()->devicePixelRatio()));
    }
    painter.restore();
}

void Style::drawRadioButton(const QStyleOption &option, QPainter &painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool on = option.state.testFlag(State_On);
    const bool focused = option.state.testFlag(State_HasFocus);
    const QRectF box = indicatorRect(m_theme, option);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Colour edge = !enabled  ? Colour::Border
                        : on      ? Colour::AccentFill
                        : focused ? Colour::Accent
                                  : Colour::Control;
    const qreal pen = on ? qRound(box.width() * 5 / 16) : focused ? 2 : 1; // what it leaves is the dot
    painter.setPen(QPen(m_theme.colour(edge), pen));
    painter.setBrush(m_theme.colour(on ? Colour::OnFill : Colour::Surface));
    painter.drawEllipse(box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2));
    if (on && focused) {
        painter.setPen(QPen(m_theme.colour(Colour::Text), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
    }
    painter.restore();
}

void Style::drawArrow(const QString &icon, const QStyleOption &option, QPainter &painter) const
{
    const Colour colour = option.state.testFlag(State_Enabled) ? Colour::Text2 : Colour::Text3;
    const int side = std::clamp(std::min(option.rect.width(), option.rect.height()), 12, m_theme.iconSize(16));
    const QPoint corner = option.rect.center() - QPoint(side / 2 - 1, side / 2 - 1);
    painter.drawPixmap(corner, m_theme.pixmap(icon, side, colour, painter.device()->devicePixelRatio()));
}

} // namespace tokensmith::ui
