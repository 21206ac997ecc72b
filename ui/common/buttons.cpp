// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/buttons.h"

#include "ui/common/bind.h"

#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVariant>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 16;
constexpr int kInlineIconSize = 14;
constexpr int kIconGap = 2; ///< added to the 4 px that Qt leaves between icon and label

QString kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Default:
        return u"default"_s;
    case ButtonKind::Primary:
        return u"primary"_s;
    case ButtonKind::Quiet:
        return u"quiet"_s;
    case ButtonKind::Danger:
        return u"danger"_s;
    case ButtonKind::Confirm:
        return u"confirm"_s;
    case ButtonKind::Link:
        return u"link"_s;
    }
    Q_UNREACHABLE();
}

Colour iconColour(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Default:
        return Colour::Text;
    case ButtonKind::Primary:
    case ButtonKind::Confirm:
        return Colour::OnFill;
    case ButtonKind::Quiet:
        return Colour::Text2;
    case ButtonKind::Danger:
        return Colour::Danger;
    case ButtonKind::Link:
        return Colour::Accent;
    }
    Q_UNREACHABLE();
}

ButtonKind kindOf(const QWidget &button)
{
    const QString name = button.property("kind").toString();
    for (const auto kind :
         {ButtonKind::Primary, ButtonKind::Quiet, ButtonKind::Danger, ButtonKind::Confirm, ButtonKind::Link}) {
        if (kindName(kind) == name)
            return kind;
    }
    return ButtonKind::Default;
}

} // namespace

void setStyleProperty(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QPushButton *makeButton(const Theme &theme, const ButtonOptions &options, QWidget *parent)
{
    auto *button = new QPushButton(options.text, parent);
    button->setObjectName(options.objectName);
    button->setAutoDefault(false);
    button->setProperty("compact", options.size != ControlSize::Regular);
    button->setProperty("kind", kindName(options.kind));
    const bool small = options.size != ControlSize::Regular || options.kind == ButtonKind::Link;
    useFont(button, theme, small ? TextStyle::SmallStrong : TextStyle::Strong);
    if (!options.icon.isEmpty())
        setButtonIcon(button, theme, options.icon);
    return button;
}

void setButtonKind(QPushButton *button, const Theme &theme, ButtonKind kind)
{
    setStyleProperty(button, "kind", kindName(kind));
    const QString icon = button->property("iconName").toString();
    if (!icon.isEmpty())
        setButtonIcon(button, theme, icon);
}

void setButtonIcon(QPushButton *button, const Theme &theme, const QString &icon)
{
    button->setProperty("iconName", icon);
    button->setIcon(themeIcon(theme, icon, {.normal = iconColour(kindOf(*button))}));
    const int side = theme.iconSize(kIconSize);
    button->setIconSize({side + kIconGap, side});
}

QToolButton *makeIconButton(const Theme &theme, const IconButtonOptions &options, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(options.objectName);
    button->setAccessibleName(options.name);
    const QString keys = options.shortcut.toString(QKeySequence::NativeText);
    button->setToolTip(keys.isEmpty() ? options.name : u"%1 (%2)"_s.arg(options.name, keys));
    if (!options.shortcut.isEmpty())
        button->setShortcut(options.shortcut);
    button->setProperty("compact", options.size == ControlSize::Small);
    button->setProperty("inline", options.size == ControlSize::Inline);
    button->setProperty("kind", kindName(options.kind));
    button->setIcon(themeIcon(theme, options.icon, {.normal = iconColour(options.kind)}));
    const int side = theme.iconSize(options.size == ControlSize::Inline ? kInlineIconSize : kIconSize);
    button->setIconSize({side, side});
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace tokensmith::ui
