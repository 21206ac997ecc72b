// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QHeaderView>

namespace tokensmith::ui {

/** Column titles in caption style, the chevron of the sorted column right behind its title. */
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

    /** What the title of a section and its chevron need, with the room around them. */
    [[nodiscard]] int titleWidth(int logicalIndex) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    const Theme &m_theme;
};

} // namespace tokensmith::ui
