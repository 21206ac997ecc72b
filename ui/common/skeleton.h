// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QTimer;

namespace tokensmith::ui {

/**
 * Grey lines where words are still being loaded, for panes and cards; a Table has CellPlaceholderRole. Shows nothing in
 * the first 300 ms, so that a quick answer doesn't flicker, and doesn't move.
 */
class Skeleton : public QWidget
{
    Q_OBJECT

public:
    Skeleton(const Theme &theme, const QString &objectName, int lines, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    const Theme &m_theme;
    int m_lines;
    QTimer *m_patience;
};

} // namespace tokensmith::ui
