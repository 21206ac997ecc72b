// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/colours.h"

#include <algorithm>
#include <cmath>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QRgb opaque(unsigned int rgb)
{
    return 0xFF000000U | rgb;
}

/** Linear light of one channel, as WCAG 2 defines it. */
double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) + 0.0722 * linear(colour.blue());
}

} // namespace

const std::array<ColourEntry, kColourCount> &colourTable()
{
    // The whole palette of the program; nothing else in ui/ spells a colour. tests/ui/tst_theme measures it.
    static constexpr std::array<ColourEntry, kColourCount> kTable{{
        {Colour::Window, "window"_L1, opaque(0xF4F6F8), opaque(0x15181C)},     // navigation, footers, rails, code
        {Colour::Surface, "surface"_L1, opaque(0xFFFFFF), opaque(0x1B1F24)},   // pages, cards, fields, rows
        {Colour::Sunken, "sunken"_L1, opaque(0xEDF0F3), opaque(0x121518)},     // skeletons, empty progress track
        {Colour::Neutral, "neutral"_L1, opaque(0xEDF0F3), opaque(0x2B3138)},   // neutral badge, Deny, client tile
        {Colour::Hover, "hover"_L1, opaque(0xEEF2F5), opaque(0x252A31)},       // hovered row, item, button
        {Colour::Selected, "selected"_L1, opaque(0xDCECF4), opaque(0x17394A)}, // selected row, item, chip, segment
        {Colour::Line, "line"_L1, opaque(0xE4E8EC), opaque(0x282E35)},         // between rows
        {Colour::Border, "border"_L1, opaque(0xD5DBE1), opaque(0x30363E)},     // frames, as decoration only
        {Colour::Button, "btn"_L1, opaque(0xBAC3CC), opaque(0x4A535D)},        // border of buttons
        {Colour::Control, "control"_L1, opaque(0x7E8995), opaque(0x737E8A)},   // border of fields, checkboxes, steps
        {Colour::Text, "text"_L1, opaque(0x1B2128), opaque(0xE7EAEE)},         // main text
        {Colour::Text2, "text2"_L1, opaque(0x4A5561), opaque(0xB4BCC5)},       // supporting text
        {Colour::Text3, "text3"_L1, opaque(0x5B6672), opaque(0x96A0AB)},       // hints, placeholders, disabled labels
        {Colour::Accent, "accent"_L1, opaque(0x0B6A8F), opaque(0x6CBFE2)},     // links, active icons, focus
        {Colour::AccentFill, "accent-fill"_L1, opaque(0x0B6A8F), opaque(0x17759C)}, // primary button, check, progress
        {Colour::OnFill, "on-fill"_L1, opaque(0xFFFFFF), opaque(0xFFFFFF)},         // text on the two fills
        {Colour::AccentSoft, "accent-soft"_L1, opaque(0xDFF0F7), opaque(0x173443)}, // info message and badge
        {Colour::Ok, "ok"_L1, opaque(0x1C7443), opaque(0x6FCB97)},                  // works, done
        {Colour::OkSoft, "ok-soft"_L1, opaque(0xE0F3E8), opaque(0x17301F)},
        {Colour::Warn, "warn"_L1, opaque(0x845400), opaque(0xE6B65E)}, // caution, sandbox
        {Colour::WarnSoft, "warn-soft"_L1, opaque(0xFCEFD2), opaque(0x382B10)},
        {Colour::WarnMark, "warn-mark"_L1, opaque(0xB97A00), opaque(0xE0A83F)}, // bars and edges without text
        {Colour::Danger, "danger"_L1, opaque(0xB3261E), opaque(0xF28F87)},      // expired, failed
        {Colour::DangerSoft, "danger-soft"_L1, opaque(0xFBE5E3), opaque(0x42201E)},
        {Colour::DangerFill, "danger-fill"_L1, opaque(0xB3261E), opaque(0xBD372E)}, // confirm button of a dialog
        {Colour::Bar, "bar"_L1, opaque(0x6A98AE), opaque(0x4C7F96)},                // timeline bars, elapsed lifetime
        {Colour::SwitchOff, "switch-off"_L1, opaque(0x6E7985), opaque(0x69747F)},   // track of a switch that is off
    }};
    return kTable;
}

QColor colourOf(Scheme scheme, Colour colour)
{
    const ColourEntry &entry = colourTable()[std::size_t(colour)];
    return {scheme == Scheme::Light ? entry.light : entry.dark};
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

Colour textColour(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return Colour::Text2;
    case Tone::Info:
        return Colour::Accent;
    case Tone::Ok:
        return Colour::Ok;
    case Tone::Warn:
        return Colour::Warn;
    case Tone::Danger:
        return Colour::Danger;
    }
    Q_UNREACHABLE();
}

Colour softColour(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return Colour::Neutral;
    case Tone::Info:
        return Colour::AccentSoft;
    case Tone::Ok:
        return Colour::OkSoft;
    case Tone::Warn:
        return Colour::WarnSoft;
    case Tone::Danger:
        return Colour::DangerSoft;
    }
    Q_UNREACHABLE();
}

Colour edgeColour(Tone tone)
{
    return tone == Tone::Warn ? Colour::WarnMark : textColour(tone);
}

} // namespace tokensmith::ui
