// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colours.h"
#include "ui/common/iconcache.h"

#include <QFont>
#include <QObject>
#include <QPalette>

namespace tokensmith::ui {

/** The text styles of the design; Title and Heading are 600 in the sizes of Body and Small. All derive from the
 * system's font, so the desktop's text scaling works. */
enum class TextStyle {
    PageTitle,
    SectionTitle,
    Title,
    Heading,
    Body,
    Strong,
    Small,
    SmallStrong,
    Caption,
    Mono,
    MonoSmall
};

/** Regular is 32 px high at 100 %, Small 28; Inline, 24, is for an icon that acts inside a line of text. */
enum class ControlSize { Regular, Small, Inline };

/** Fixed measures in logical pixels; heights that hold text come from Theme, because they grow with it. */
namespace space {
inline constexpr int kTiny = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kInset = 16; ///< inside panes and cards
inline constexpr int kPage = 20;  ///< left and right edge of a page
inline constexpr int kLarge = 24;
} // namespace space

/**
 * What everything that is drawn asks: colours, fonts, measures and icons of the scheme in force.
 *
 * One object, owned by the ThemeController, handed to widgets and delegates by reference; it outlives them. Its answers
 * change when the scheme or the system's font does: ask while painting, or do it again on changed().
 */
class Theme : public QObject
{
    Q_OBJECT

public:
    Theme(Scheme scheme, const QFont &systemFont);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] QColor colour(Colour colour) const { return colourOf(m_scheme, colour); }
    [[nodiscard]] QFont font(TextStyle style) const;

    /** Distance of two base lines in running text of that style. */
    [[nodiscard]] int lineHeight(TextStyle style) const;

    /** A designed height, made larger where the system's text needs it: max(designed, line + 12). */
    [[nodiscard]] int height(int designed, TextStyle style = TextStyle::Body) const;
    [[nodiscard]] int controlHeight(ControlSize size = ControlSize::Regular) const;

    /** A designed width for text, made larger where the system's font is larger or wider than the design's. */
    [[nodiscard]] int width(int designed) const;
    /** The designed side of an icon, or of another mark beside words: grows with the system's text. */
    [[nodiscard]] int iconSize(int designed) const { return qRound(designed * m_scale); }
    [[nodiscard]] int rowHeight() const { return height(m_row); }

    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;
    [[nodiscard]] const IconCache &icons() const { return m_icons; }

    /** A picture in a colour of the theme, for painters. */
    [[nodiscard]] QPixmap pixmap(const QString &icon, int size, Colour colour, qreal devicePixelRatio) const;

    /** Only the ThemeController calls this. */
    void apply(Scheme scheme, const QFont &systemFont);
    void setRowHeight(int designed) { m_row = designed; }

Q_SIGNALS:
    /** Palette and style sheet of the application have already been replaced. */
    void changed();

private:
    Scheme m_scheme;
    int m_row = 36;
    QFont m_base;
    double m_scale; ///< of the system's text, against the design's; at least 1
    QFont::Weight m_medium;
    IconCache m_icons;
};

} // namespace tokensmith::ui
