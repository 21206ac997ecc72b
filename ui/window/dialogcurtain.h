// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>

namespace tokensmith::ui {

/** Takes a window's dialogs off the screen while it is covered, with what was entered in them, and puts them back. */
class DialogCurtain
{
public:
    void draw(const QWidget &window);
    void open();

private:
    QList<QPointer<QDialog>> m_hidden;
};

} // namespace tokensmith::ui
