// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/stylesheet.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>

#include <array>
#include <cmath>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

enum class Weight { Normal, Medium, DemiBold };
enum class Family { System, Fixed };

struct TextEntry
{
    TextStyle style;
    double scale; ///< of the system's font
    double line;  ///< line height, of the scaled size
    Weight weight;
    Family family;
};

const TextEntry &textEntry(TextStyle style)
{
    static constexpr std::array<TextEntry, 11> kTable{{
        {TextStyle::PageTitle, 1.5, 1.4, Weight::DemiBold, Family::System},
        {TextStyle::SectionTitle, 1.15, 1.47, Weight::DemiBold, Family::System},
        {TextStyle::Title, 1.0, 1.54, Weight::DemiBold, Family::System},
        {TextStyle::Heading, 0.92, 1.34, Weight::DemiBold, Family::System},
        {TextStyle::Body, 1.0, 1.54, Weight::Normal, Family::System},
        {TextStyle::Strong, 1.0, 1.54, Weight::Medium, Family::System},
        {TextStyle::Small, 0.92, 1.34, Weight::Normal, Family::System},
        {TextStyle::SmallStrong, 0.92, 1.34, Weight::Medium, Family::System},
        {TextStyle::Caption, 0.85, 1.45, Weight::Medium, Family::System},
        {TextStyle::Mono, 0.92, 1.5, Weight::Normal, Family::Fixed},
        {TextStyle::MonoSmall, 0.85, 1.45, Weight::Normal, Family::Fixed},
    }};
    return kTable[std::size_t(style)];
}

/** Medium where the family has it: Qt would otherwise fall back to the thinner face, and names lose their weight. */
QFont::Weight mediumWeight(const QFont &font)
{
    const QString family = QFontInfo(font).family();
    const QStringList styles = QFontDatabase::styles(family);
    for (const QString &style : styles) {
        if (QFontDatabase::weight(family, style) == QFont::Medium)
            return QFont::Medium;
    }
    return QFont::DemiBold;
}

/** How much larger the system's text is than the design's, which a desktop has at its usual 10 points. */
double scaleOf(const QFont &font)
{
    constexpr double kDesignedPixels = 13;
    constexpr double kNotWorthIt = 1.1; // so that icons stay on their grid
    const double scale = QFontInfo(font).pixelSize() / kDesignedPixels;
    return scale < kNotWorthIt ? 1 : scale;
}

void scaleTo(QFont &font, const QFont &base, double factor)
{
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, int(std::lround(base.pixelSize() * factor))));
}

/** Figures of one width, so that numbers in columns stand below each other. */
void useTabularFigures([[maybe_unused]] QFont &font)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature(QFont::Tag("tnum"), 1);
#endif
}

} // namespace

Theme::Theme(Scheme scheme, const QFont &systemFont)
    : m_scheme(scheme)
    , m_base(systemFont)
    , m_scale(scaleOf(systemFont))
    , m_medium(mediumWeight(systemFont))
{
}

void Theme::apply(Scheme scheme, const QFont &systemFont)
{
    m_scheme = scheme;
    m_base = systemFont;
    m_scale = scaleOf(systemFont);
    m_medium = mediumWeight(systemFont);
}

QFont Theme::font(TextStyle style) const
{
    const TextEntry &entry = textEntry(style);
    QFont font = entry.family == Family::Fixed ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : m_base;
    scaleTo(font, m_base, entry.scale);
    switch (entry.weight) {
    case Weight::Normal:
        font.setWeight(QFont::Normal);
        break;
    case Weight::Medium:
        font.setWeight(m_medium);
        break;
    case Weight::DemiBold:
        font.setWeight(QFont::DemiBold);
        break;
    }
    if (entry.family == Family::System)
        useTabularFigures(font);
    return font;
}

int Theme::lineHeight(TextStyle style) const
{
    const QFont asked = font(style);
    const int designed = int(std::lround(QFontInfo(asked).pixelSize() * textEntry(style).line));
    return std::max(designed, QFontMetrics(asked).height());
}

int Theme::height(int designed, TextStyle style) const
{
    return std::max(designed, QFontMetrics(font(style)).height() + 12);
}

int Theme::controlHeight(ControlSize size) const
{
    switch (size) {
    case ControlSize::Regular:
        return height(32);
    case ControlSize::Small:
        return height(28, TextStyle::Small);
    case ControlSize::Inline:
        return height(24, TextStyle::Caption);
    }
    Q_UNREACHABLE();
}

int Theme::width(int designed) const
{
    constexpr double kDesignedAdvance = 157; // of the words below in the font of the design
    const int advance = QFontMetrics(font(TextStyle::Body)).horizontalAdvance(u"Harbour Labs, 12 min ago"_s);
    return qRound(designed * std::max(1.0, advance / kDesignedAdvance));
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Colour token) { palette.setColor(role, colour(token)); };
    set(QPalette::Window, Colour::Window);
    set(QPalette::Base, Colour::Surface);
    set(QPalette::Button, Colour::Surface);
    set(QPalette::AlternateBase, Colour::Window);
    set(QPalette::WindowText, Colour::Text);
    set(QPalette::Text, Colour::Text);
    set(QPalette::ButtonText, Colour::Text);
    set(QPalette::BrightText, Colour::OnFill);
    set(QPalette::PlaceholderText, Colour::Text3);
    set(QPalette::Highlight, Colour::AccentFill);
    set(QPalette::HighlightedText, Colour::OnFill);
    set(QPalette::Link, Colour::Accent);
    set(QPalette::LinkVisited, Colour::Accent);
    set(QPalette::ToolTipBase, Colour::Surface);
    set(QPalette::ToolTipText, Colour::Text);
    set(QPalette::Light, Colour::Surface);
    set(QPalette::Midlight, Colour::Line);
    set(QPalette::Mid, Colour::Border);
    set(QPalette::Dark, Colour::Control);
    set(QPalette::Shadow, Colour::Control);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, colour(Colour::Text3));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colour(Colour::Hover));
    return palette;
}

QString Theme::styleSheet() const
{
    return makeStyleSheet(*this, m_medium);
}

QPixmap Theme::pixmap(const QString &icon, int size, Colour colour, qreal devicePixelRatio) const
{
    return m_icons.pixmap(
        {.name = icon, .size = size, .colour = this->colour(colour), .devicePixelRatio = devicePixelRatio});
}

} // namespace tokensmith::ui
