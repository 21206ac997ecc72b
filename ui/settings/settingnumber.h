// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QSpinBox>

namespace tokensmith::ui {

/** A number with our chevrons at its right end; a click on one steps, as the arrow keys do. */
class SettingNumber final : public QSpinBox
{
    Q_OBJECT

public:
    SettingNumber(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QRect stepperRoom() const;

    const Theme &m_theme;
};

} // namespace tokensmith::ui
