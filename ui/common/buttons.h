// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QKeySequence>

class QPushButton;
class QToolButton;
class QWidget;

namespace tokensmith::ui {

/** Primary: one per page or dialog. Confirm: only inside a dialog that destroys. Link: a word in a line of text. */
enum class ButtonKind { Default, Primary, Quiet, Danger, Confirm, Link };

struct ButtonOptions
{
    QString objectName; ///< tests find it by this
    QString text = {};
    QString icon = {}; ///< name of an icon, or empty
    ButtonKind kind = ButtonKind::Default;
    ControlSize size = ControlSize::Regular;
};

/** A button with a label. It never becomes the default of a dialog by itself. */
[[nodiscard]] QPushButton *makeButton(const Theme &theme, const ButtonOptions &options, QWidget *parent = nullptr);

/** Changes what an existing button looks like; its label and connections stay. */
void setButtonKind(QPushButton *button, const Theme &theme, ButtonKind kind);
void setButtonIcon(QPushButton *button, const Theme &theme, const QString &icon);

struct IconButtonOptions
{
    QString objectName;
    QString name; ///< what it does: accessible name, and tooltip together with the shortcut
    QString icon;
    QKeySequence shortcut = {}; ///< shown in the tooltip; also set on the button unless the page has it as a QShortcut
    ButtonKind kind = ButtonKind::Default; ///< Default (bordered) or Quiet
    ControlSize size = ControlSize::Regular;
};

/** A square button that is only an icon; reached by Tab like any other. */
[[nodiscard]] QToolButton *makeIconButton(const Theme &theme, const IconButtonOptions &options,
                                          QWidget *parent = nullptr);

/** Sets a dynamic property that the style sheet selects by, and styles the widget again. */
void setStyleProperty(QWidget *widget, const char *property, const QVariant &value);

} // namespace tokensmith::ui
