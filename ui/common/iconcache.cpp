// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/iconcache.h"

#include "ui/common/theme.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPointer>
#include <QSvgRenderer>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcIcons, "tokensmith.ui.icons")

namespace {

constexpr int kThinBelow = 16; ///< below this size a 1.5 stroke looks grey, so it is drawn with 1.9

QByteArray source(const IconRequest &request)
{
    QFile file(u":/icons/%1.svg"_s.arg(request.name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcIcons) << "no icon named" << request.name;
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", request.colour.name().toLatin1());
    if (request.size < kThinBelow)
        svg.replace("stroke-width=\"1.5\"", "stroke-width=\"1.9\"");
    return svg;
}

QPixmap draw(const IconRequest &request)
{
    const int side = qRound(request.size * request.devicePixelRatio);
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(source(request));
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(0, 0, side, side));
    }
    pixmap.setDevicePixelRatio(request.devicePixelRatio);
    return pixmap;
}

/** Asks the theme's cache at every painting; wider than high means: the icon, then empty room before the text. */
class ThemeIconEngine final : public QIconEngine
{
public:
    ThemeIconEngine(const Theme &theme, QString name, const IconColours &colours)
        : m_theme(&theme)
        , m_name(std::move(name))
        , m_colours(colours)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = std::min(rect.width(), rect.height());
        if (!m_theme || side <= 0)
            return;
        const qreal ratio = painter->device()->devicePixelRatio();
        const bool atRight = rect.width() > side && QGuiApplication::isRightToLeft();
        const QPoint corner(atRight ? rect.right() + 1 - side : rect.left(), rect.top());
        painter->drawPixmap(corner, m_theme->pixmap(m_name, side, colour(mode, state), ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap canvas(size);
        canvas.fill(Qt::transparent);
        canvas.setDevicePixelRatio(scale);
        QPainter painter(&canvas);
        const QSizeF logical = QSizeF(size) / scale;
        paint(&painter, QRect(QPoint(), logical.toSize()), mode, state);
        painter.end();
        return canvas;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new ThemeIconEngine(*this); }

private:
    [[nodiscard]] Colour colour(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return m_colours.disabled;
        return state == QIcon::On ? m_colours.checked : m_colours.normal;
    }

    QPointer<const Theme> m_theme;
    QString m_name;
    IconColours m_colours;
};

} // namespace

size_t qHash(const IconRequest &request, size_t seed)
{
    return qHashMulti(seed, request.name, request.size, request.colour.rgba(), request.devicePixelRatio);
}

QPixmap IconCache::pixmap(const IconRequest &request) const
{
    const auto known = m_pixmaps.constFind(request);
    if (known != m_pixmaps.cend())
        return *known;
    QPixmap drawn = draw(request);
    m_pixmaps.insert(request, drawn);
    return drawn;
}

QStringList IconCache::names()
{
    QStringList names = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    for (QString &name : names)
        name.chop(4);
    return names;
}

QIcon themeIcon(const Theme &theme, const QString &name, const IconColours &colours)
{
    return QIcon(new ThemeIconEngine(theme, name, colours));
}

} // namespace tokensmith::ui
