// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dialogcurtain.h"

#include <QApplication>
#include <QEvent>
#include <QVariant>

#include <utility>

namespace tokensmith::ui {

namespace {

constexpr auto kSpared = "spared";

bool isToHide(const QDialog &dialog)
{
    return dialog.isModal() && !dialog.property(kSpared).toBool();
}

} // namespace

void DialogCurtain::spare(QDialog &dialog)
{
    dialog.setProperty(kSpared, true);
}

void DialogCurtain::draw()
{
    if (std::exchange(m_state, State::Drawn) == State::Drawn)
        return;
    while (QWidget *menu = QApplication::activePopupWidget()) {
        if (!menu->close())
            break;
    }
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        auto *dialog = qobject_cast<QDialog *>(widget);
        if (dialog && dialog->isVisible() && isToHide(*dialog))
            takeAway(*dialog);
    }
    QCoreApplication::instance()->installEventFilter(this);
}

void DialogCurtain::open()
{
    if (std::exchange(m_state, State::Open) == State::Open)
        return;
    QCoreApplication::instance()->removeEventFilter(this);
    const QList<QPointer<QDialog>> hidden = std::exchange(m_hidden, {});
    for (const QPointer<QDialog> &dialog : hidden) {
        if (!dialog)
            continue;
        dialog->disconnect(this);
        dialog->open();
    }
}

bool DialogCurtain::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        auto *dialog = qobject_cast<QDialog *>(watched);
        if (dialog && isToHide(*dialog))
            takeBeforeSeen(*dialog);
    }
    return QObject::eventFilter(watched, event);
}

void DialogCurtain::takeBeforeSeen(QDialog &dialog)
{
    // It is being shown just now and can't be hidden before that is done; but it need not reach the screen.
    dialog.setAttribute(Qt::WA_DontShowOnScreen);
    QMetaObject::invokeMethod(
        &dialog,
        [this, shown = &dialog] {
            const bool wanted = shown->isVisible();
            shown->hide();
            shown->setAttribute(Qt::WA_DontShowOnScreen, false);
            if (!wanted)
                return;
            if (m_state == State::Drawn)
                takeAway(*shown);
            else
                shown->open();
        },
        Qt::QueuedConnection);
}

void DialogCurtain::takeAway(QDialog &dialog)
{
    dialog.hide();
    m_hidden.append(&dialog);
    // It may come to its end unseen, when what it waited for is done.
    connect(&dialog, &QDialog::finished, this, [this, ended = &dialog] { m_hidden.removeAll(ended); });
}

} // namespace tokensmith::ui
