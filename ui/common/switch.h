// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QCheckBox>

namespace tokensmith::ui {

/**
 * On or off, for a setting that acts at once; a form uses a checkbox. Has no words of its own: the label stands beside
 * it. One that can't work here is disabled, and its tooltip says why.
 */
class Switch : public QCheckBox
{
    Q_OBJECT

public:
    Switch(const Theme &theme, const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override;

private:
    const Theme &m_theme;
};

} // namespace tokensmith::ui
