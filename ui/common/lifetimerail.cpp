// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/lifetimerail.h"

#include "ui/common/times.h"

#include <QPainter>

#include <algorithm>

namespace tokensmith::ui {

namespace {

constexpr int kRing = 5;  ///< radius
constexpr int kRail = 4;  ///< thickness
constexpr int kTop = 8;   ///< middle of the rail
constexpr int kText = 16; ///< top of the dates

} // namespace

LifetimeRail::LifetimeRail(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setAccessibleName(tr("Lifetime"));
    setLayoutDirection(Qt::LeftToRight); // time runs from left to right everywhere
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void LifetimeRail::setLifetime(const Lifetime &lifetime)
{
    m_lifetime = lifetime;
    setAccessibleDescription(description());
    update();
}

QSize LifetimeRail::sizeHint() const
{
    return {200, kText + m_theme.lineHeight(TextStyle::Caption)};
}

QSize LifetimeRail::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

double LifetimeRail::fractionAt(const QDateTime &time) const
{
    const qint64 whole = m_lifetime.starts.msecsTo(m_lifetime.ends);
    if (!m_lifetime.starts.isValid() || !m_lifetime.ends.isValid() || whole <= 0)
        return 1.0;
    return std::clamp(double(m_lifetime.starts.msecsTo(time)) / double(whole), 0.0, 1.0);
}

void LifetimeRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRail(painter);
    paintDates(painter);
}

void LifetimeRail::paintRail(QPainter &painter) const
{
    const bool ends = m_lifetime.ends.isValid();
    const double today = ends ? fractionAt(m_lifetime.now) : 0.5; // without an end, today is simply on the way
    const double mark = ends ? fractionAt(m_lifetime.ends.addDays(-30)) : 1.0;
    const auto piece = [&](double from, double to, Colour colour) {
        if (to <= from)
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(colour));
        painter.drawRoundedRect(QRectF(width() * from, kTop - kRail / 2.0, width() * (to - from), kRail), 2, 2);
    };
    piece(0, 1, Colour::Neutral);
    piece(std::max(today, mark), 1, ends ? Colour::WarnMark : Colour::Neutral);
    piece(0, today, Colour::Bar);
    const double x = std::clamp(width() * today, kRing + 1.0, width() - kRing - 1.0);
    const bool expired = ends && m_lifetime.ends <= m_lifetime.now;
    painter.setPen(QPen(m_theme.colour(expired ? Colour::Danger : Colour::Accent), 2));
    painter.setBrush(m_theme.colour(Colour::Surface));
    painter.drawEllipse(QPointF(x, kTop), kRing, kRing);
}

void LifetimeRail::paintDates(QPainter &painter) const
{
    const bool ends = m_lifetime.ends.isValid();
    const bool expired = ends && m_lifetime.ends <= m_lifetime.now;
    const QRect room(0, kText, width(), height() - kText);
    QFont plain = m_theme.font(TextStyle::Caption);
    const QFont strong = plain;
    plain.setWeight(QFont::Normal);
    const QFontMetrics metrics(strong);

    painter.setFont(plain);
    painter.setPen(m_theme.colour(Colour::Text3));
    const QString start = dayWords(m_lifetime.starts, m_lifetime.now);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, start);
    const Urgency urgency = urgencyOf(m_lifetime.ends, m_lifetime.now);
    painter.setPen(m_theme.colour(urgency == Urgency::None ? Colour::Text3 : textColour(toneOf(urgency))));
    const QString end = ends ? dayWords(m_lifetime.ends, m_lifetime.now) : tr("No end");
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, end);
    if (expired)
        return; // today lies beyond the rail

    // Today stays between the two dates, and is left out where it would touch them.
    const QString today = tr("Today");
    const int wanted = metrics.horizontalAdvance(today);
    const int from = metrics.horizontalAdvance(start) + space::kSmall;
    const int to = width() - metrics.horizontalAdvance(end) - space::kSmall;
    if (to - from < wanted)
        return;
    const int middle = qRound(width() * (ends ? fractionAt(m_lifetime.now) : 0.5));
    const int x = std::clamp(middle - wanted / 2, from, to - wanted);
    painter.setFont(strong);
    painter.setPen(m_theme.colour(Colour::Text));
    painter.drawText(QRect(x, room.top(), wanted + 1, room.height()), Qt::AlignLeft | Qt::AlignVCenter, today);
}

QString LifetimeRail::description() const
{
    const QString start = dayWords(m_lifetime.starts, m_lifetime.now);
    if (!m_lifetime.ends.isValid())
        return tr("From %1, without end").arg(start);
    return tr("From %1 to %2").arg(start, dayWords(m_lifetime.ends, m_lifetime.now));
}

} // namespace tokensmith::ui
