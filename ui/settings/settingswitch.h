// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QCheckBox>

namespace tokensmith::ui {

/** A switch: 36 × 20 with a knob, for a setting that acts at once. Its words stand beside it. */
class SettingSwitch final : public QCheckBox
{
    Q_OBJECT

public:
    SettingSwitch(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override { return rect().contains(position); }

private:
    const Theme &m_theme;
};

} // namespace tokensmith::ui
