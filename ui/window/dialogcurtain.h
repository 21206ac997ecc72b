// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QObject>
#include <QPointer>

namespace tokensmith::ui {

/**
 * Takes the program's modal dialogs off the screen while the window is covered, with what was entered in them, and puts
 * them back. One that is opened meanwhile waits as well, before anything of it is seen; an open menu is closed.
 */
class DialogCurtain final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void draw();
    void open();

    /** A dialog that tells nothing and belongs over a cover too, as the one that asks before quitting. */
    static void spare(QDialog &dialog);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeAway(QDialog &dialog);
    void takeBeforeSeen(QDialog &dialog);

    enum class State { Open, Drawn };
    State m_state = State::Open;
    QList<QPointer<QDialog>> m_hidden; ///< in the order in which they come back
};

} // namespace tokensmith::ui
