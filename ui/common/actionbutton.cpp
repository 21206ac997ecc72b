// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/actionbutton.h"

#include <QAction>
#include <QPushButton>

namespace tokensmith::ui {

void bindButton(QPushButton *button, QAction *action)
{
    const auto show = [button, action] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
        if (!action->isVisible())
            button->hide();
        else if (button->testAttribute(Qt::WA_WState_ExplicitShowHide))
            button->show(); // hidden earlier; a new one shows up with its parent
        button->setToolTip(action->toolTip());
        button->setAccessibleDescription(action->isEnabled() ? QString() : action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, show);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    show();
}

QPushButton *makeActionButton(const Theme &theme, const ButtonOptions &options, QAction *action, QWidget *parent)
{
    QPushButton *button = makeButton(theme, options, parent);
    bindButton(button, action);
    return button;
}

} // namespace tokensmith::ui
