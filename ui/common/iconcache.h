// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colours.h"

#include <QHash>
#include <QIcon>
#include <QPixmap>

namespace tokensmith::ui {

class Theme;

/** Which picture: `name` is a file of resources/icons without its ending, `size` is in logical pixels. */
struct IconRequest
{
    QString name;
    int size = 16;
    QColor colour;
    qreal devicePixelRatio = 1.0;

    [[nodiscard]] bool operator==(const IconRequest &) const = default;
};

[[nodiscard]] size_t qHash(const IconRequest &request, size_t seed = 0);

/** Our own icons, drawn once for each name, size, colour and device pixel ratio. An unknown name is logged and empty.
 */
class IconCache
{
public:
    [[nodiscard]] QPixmap pixmap(const IconRequest &request) const;

    /** The names of all icons that were built in. */
    [[nodiscard]] static QStringList names();

    void clear() { m_pixmaps.clear(); }

private:
    mutable QHash<IconRequest, QPixmap> m_pixmaps;
};

/** Colours of an icon in a control: as it is, disabled, and checked. */
struct IconColours
{
    Colour normal = Colour::Text;
    Colour disabled = Colour::Text3;
    Colour checked = Colour::Accent;
};

/**
 * An icon for buttons, actions and labels that draws itself in the theme's present colours, so that it follows a change
 * of the scheme without being set again. Safe to keep longer than the theme (it then draws nothing).
 */
[[nodiscard]] QIcon themeIcon(const Theme &theme, const QString &name, const IconColours &colours = {});

} // namespace tokensmith::ui
