// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QPainter;

namespace tokensmith::ui {

/** Two letters for a name: "CD" of Claude Desktop, "Cu" of Cursor. */
[[nodiscard]] QString initialsOf(const QString &name);

/** Paints the initials of `name` on a small ground: the sign of what has no picture. */
void paintTile(QPainter &painter, const Theme &theme, const QRect &tile, const QString &name);

/** The same as a widget; the words beside it say the name. */
class TileLabel final : public QWidget
{
    Q_OBJECT

public:
    /** `theme` outlives it. */
    TileLabel(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_name;
};

} // namespace tokensmith::ui
