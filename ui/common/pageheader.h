// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace tokensmith::ui {

/** The top line of a page: title at the left, what the page offers at the right, a line below. 60 px high. */
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    PageHeader(const Theme &theme, const QString &title, QWidget *parent = nullptr);

    /** Adds beside the title, behind what was added there before; taken over by the header. */
    void addBeside(QWidget *widget);

    /** Adds at the right end; taken over by the header. */
    void add(QWidget *widget);

private:
    QHBoxLayout *m_row;
    int m_beside = 1; ///< where the next one beside the title goes
};

} // namespace tokensmith::ui
