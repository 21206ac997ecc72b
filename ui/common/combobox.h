// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QComboBox>

namespace tokensmith::ui {

/** A combo box with our chevron: a style sheet can only place a fixed picture there. Needs a label as its buddy. */
class ComboBox : public QComboBox
{
    Q_OBJECT

public:
    ComboBox(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace tokensmith::ui
