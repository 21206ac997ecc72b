// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dialogcurtain.h"

#include <utility>

namespace tokensmith::ui {

void DialogCurtain::draw(const QWidget &window)
{
    const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (!dialog->isVisible() || dialog->windowModality() == Qt::NonModal)
            continue;
        m_hidden.append(dialog);
        dialog->hide();
    }
}

void DialogCurtain::open()
{
    const QList<QPointer<QDialog>> hidden = std::exchange(m_hidden, {});
    for (const QPointer<QDialog> &dialog : hidden) {
        if (dialog)
            dialog->open();
    }
}

} // namespace tokensmith::ui
