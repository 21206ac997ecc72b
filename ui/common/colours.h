// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace tokensmith::ui {

/** Light or dark. Qt 6.4 does not tell, so it comes from outside (core/platform, a setting). */
enum class Scheme { Light, Dark };

/** The colours of the design; what each is for stands in the table in colours.cpp. */
enum class Colour {
    Window,
    Surface,
    Sunken,
    Neutral,
    Hover,
    Selected,
    Line,
    Border,
    Button,
    Control,
    Text,
    Text2,
    Text3,
    Accent,
    AccentFill,
    OnFill,
    AccentSoft,
    Ok,
    OkSoft,
    Warn,
    WarnSoft,
    WarnMark,
    Danger,
    DangerSoft,
    DangerFill,
    Bar,
    SwitchOff,
};

/** One row of the colour table. `name` is what the style sheet calls it: `@accent-fill`. */
struct ColourEntry
{
    Colour colour;
    QLatin1StringView name;
    QRgb light;
    QRgb dark;
};

inline constexpr std::size_t kColourCount = std::size_t(Colour::SwitchOff) + 1;

/** Every colour once, in the order of the enum. */
[[nodiscard]] const std::array<ColourEntry, kColourCount> &colourTable();

[[nodiscard]] QColor colourOf(Scheme scheme, Colour colour);

/** WCAG 2 contrast of two opaque colours, 1 to 21. Text needs 4.5, marks and the borders of fields 3. */
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/** What a badge, a message or a cell wants to say by its colour; always beside an icon or a word. */
enum class Tone { Neutral, Info, Ok, Warn, Danger };

[[nodiscard]] Colour textColour(Tone tone); ///< of words and icons
[[nodiscard]] Colour softColour(Tone tone); ///< of the ground below them
[[nodiscard]] Colour edgeColour(Tone tone); ///< of bars and edges that carry no text

} // namespace tokensmith::ui
