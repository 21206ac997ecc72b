// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tooltip.h"

#include <QToolTip>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : "<span>"_L1 + text.toHtmlEscaped().replace(u'\n', "<br>"_L1) + "</span>"_L1;
}

void showPlainToolTip(const QPoint &globalPosition, const QString &text, QWidget *widget)
{
    QToolTip::showText(globalPosition, plainToolTip(text), widget);
}

} // namespace tokensmith::ui
