// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

namespace tokensmith::ui {

/** A rounded bar, 4 or 6 px high, filled to a share. The words beside it say the same. */
class Meter : public QWidget
{
    Q_OBJECT

public:
    enum class Thickness { Thin, Regular };

    Meter(const Theme &theme, const QString &objectName, Thickness thickness, QWidget *parent = nullptr);

    /** From 0 to 1; what is outside is cut. */
    void setFraction(double fraction);
    [[nodiscard]] double fraction() const { return m_fraction; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    double m_fraction = 0;
};

} // namespace tokensmith::ui
