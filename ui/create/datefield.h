// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QDateEdit>

namespace tokensmith::ui {

/** A day, typed or picked from a calendar; with our icon, which a style sheet can't colour. `theme` outlives it. */
class DateField final : public QDateEdit
{
    Q_OBJECT

public:
    DateField(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace tokensmith::ui
