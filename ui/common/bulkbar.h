// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/buttons.h"

#include <QWidget>

class QHBoxLayout;

namespace tokensmith::ui {

class Label;

/** What a page's footer becomes while several rows are selected: "3 selected" and what can be done to all of them. */
class BulkBar : public QWidget
{
    Q_OBJECT

public:
    BulkBar(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /** "3 selected". Child `<objectName>Count`. */
    void setCount(int count);

    /** A small button behind the others; those that destroy come last. Belongs to the bar. */
    QPushButton *addAction(const ButtonOptions &options);

Q_SIGNALS:
    void clearRequested(); ///< the cross at the end: nothing is to be selected any more

private:
    const Theme &m_theme;
    Label *m_count;
    QHBoxLayout *m_row;
};

} // namespace tokensmith::ui
