// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QPainter;

namespace tokensmith::ui {

/** One to three words on a soft ground; says a state, is never clickable. */
struct Badge
{
    QString text;
    Tone tone = Tone::Neutral;
    QString icon = {};
};

[[nodiscard]] QSize badgeSize(const Theme &theme, const Badge &badge);

/** Paints the badge left-aligned and vertically centred in `room`; what does not fit is elided. */
void paintBadge(QPainter &painter, const Theme &theme, const QRect &room, const Badge &badge);

/** The same as a widget. */
class BadgeLabel : public QWidget
{
    Q_OBJECT

public:
    explicit BadgeLabel(const Theme &theme, Badge badge = {}, QWidget *parent = nullptr);

    void setBadge(const Badge &badge);
    [[nodiscard]] const Badge &badge() const { return m_badge; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Badge m_badge;
};

} // namespace tokensmith::ui
