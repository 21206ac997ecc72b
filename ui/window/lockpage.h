// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/common/theme.h"

#include <QWidget>

class QPushButton;

namespace tokensmith::ui {

class InlineMessage;

/** Over the whole window while the program is locked: what that means, and the button that ends it. */
class LockPage final : public QWidget
{
    Q_OBJECT

public:
    explicit LockPage(const Theme &theme, QWidget *parent = nullptr);

    /** Why it could not be unlocked; the button can be pressed again. */
    void showProblem(const base::Error &problem);

Q_SIGNALS:
    void unlockRequested();
    void quitRequested();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QPushButton *m_unlock; // these belong to the page as its children
    QWidget *m_problemRoom;
    InlineMessage *m_problem;
};

} // namespace tokensmith::ui
