// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QToolButton>

namespace tokensmith::ui {

/** A filter that is on or off: label and the number of things behind it. A count of 0 stays, in the hint colour. */
class Chip : public QToolButton
{
    Q_OBJECT

public:
    Chip(const Theme &theme, const QString &objectName, const QString &label, QWidget *parent = nullptr);

    void setCount(int count);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString countText() const;

    const Theme &m_theme;
    QString m_label;
    int m_count = -1; ///< -1: not known yet
};

} // namespace tokensmith::ui
