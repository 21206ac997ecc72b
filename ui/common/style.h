// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace tokensmith::ui {

class Theme;

/**
 * Fusion with our measures, check marks, radio buttons and arrows, and without animations, etched text and dotted focus
 * frames. What can be said in the style sheet is said there. The theme outlives the style (ThemeController sees to it).
 */
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;

private:
    void drawCheckBox(const QStyleOption &option, QPainter &painter) const;
    void drawRadioButton(const QStyleOption &option, QPainter &painter) const;
    void drawArrow(const QString &icon, const QStyleOption &option, QPainter &painter) const;

    const Theme &m_theme;
};

} // namespace tokensmith::ui
