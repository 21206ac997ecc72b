// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/timelinechart.h"

#include "ui/common/tooltip.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 66;
constexpr int kTop = 4;
constexpr int kGap = 3;
constexpr int kUrgentWeeks = 1; ///< the first week needs attention now
constexpr int kSoonWeeks = 5;   ///< up to 30 days

Colour barColour(int week)
{
    if (week < kUrgentWeeks)
        return Colour::Danger;
    return week < kSoonWeeks ? Colour::WarnMark : Colour::Bar;
}

} // namespace

TimelineChart::TimelineChart(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setAccessibleName(tr("Expiry by week"));
    setLayoutDirection(Qt::LeftToRight);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void TimelineChart::setCounts(const WeeklyCounts &counts)
{
    m_data = counts;
    m_cursor = std::clamp(m_cursor, 0, std::max(0, weeks() - 1));
    m_hovered = -1;
    setAccessibleDescription(summary());
    update();
}

void TimelineChart::setChosen(std::optional<Span> span)
{
    m_chosen = span;
    update();
}

QSize TimelineChart::sizeHint() const
{
    return {52 * 14, std::max(kHeight, 46 + m_theme.lineHeight(TextStyle::Caption))};
}

QSize TimelineChart::minimumSizeHint() const
{
    return {52 * 4, sizeHint().height()};
}

int TimelineChart::barRoom() const
{
    return height() - m_theme.lineHeight(TextStyle::Caption) - kTop - 4;
}

double TimelineChart::left(int week) const
{
    return weeks() == 0 ? 0 : double(width()) * week / weeks();
}

int TimelineChart::weekAt(int x) const
{
    return weeks() == 0 ? -1 : std::clamp(x * weeks() / std::max(1, width()), 0, weeks() - 1);
}

QString TimelineChart::weekWords(int week) const
{
    const QDate day = m_data.firstDay.addDays(7 * week);
    return tr("Week of %1: %n tokens", nullptr, m_data.counts.at(week)).arg(QLocale().toString(day, u"d MMM"_s));
}

QString TimelineChart::summary() const
{
    const auto sum = [this](int from, int to) {
        const auto begin = m_data.counts.begin();
        return std::accumulate(begin + std::min(from, weeks()), begin + std::min(to, weeks()), 0);
    };
    return tr("%1 in the next 7 days, %2 in the 4 weeks after, %3 later")
        .arg(sum(0, kUrgentWeeks))
        .arg(sum(kUrgentWeeks, kSoonWeeks))
        .arg(sum(kSoonWeeks, weeks()));
}

std::optional<TimelineChart::Span> TimelineChart::shownSpan() const
{
    if (m_pressed >= 0 && m_hovered >= 0)
        return Span{.first = std::min(m_pressed, m_hovered), .last = std::max(m_pressed, m_hovered)};
    return m_chosen;
}

void TimelineChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBars(painter);
    paintMonths(painter);
    if (hasFocus() && weeks() > 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour(Colour::Accent), 2));
        const int first = std::min(m_cursor, m_anchor);
        const QRectF frame(left(first), 0, left(std::max(m_cursor, m_anchor) + 1) - left(first), kTop + barRoom() + 2);
        painter.drawRoundedRect(frame.adjusted(0, 1, -1, -1), 3, 3);
    }
}

void TimelineChart::paintBars(QPainter &painter) const
{
    const int base = kTop + barRoom();
    painter.fillRect(QRect(0, base, width(), 1), m_theme.colour(Colour::Border));
    if (weeks() == 0)
        return;
    const std::optional<Span> span = shownSpan();
    if (span) {
        const QRectF ground(left(span->first), 0, left(span->last + 1) - left(span->first), base);
        painter.fillRect(ground, m_theme.colour(Colour::Selected));
    }
    const int most = std::max(1, *std::max_element(m_data.counts.begin(), m_data.counts.end()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int week = 0; week < weeks(); ++week) {
        if (week == m_hovered && !span)
            painter.fillRect(QRectF(left(week), 0, left(week + 1) - left(week), base), m_theme.colour(Colour::Hover));
        const int count = m_data.counts.at(week);
        if (count == 0)
            continue;
        const double tall = std::max(4.0, double(barRoom()) * count / most);
        const double wide = std::max(2.0, left(week + 1) - left(week) - kGap);
        const QRectF bar(left(week) + kGap / 2.0, base - tall, wide, tall);
        painter.setBrush(m_theme.colour(barColour(week)));
        painter.drawRoundedRect(bar, 2, 2);
        painter.drawRect(bar.adjusted(0, std::min(2.0, tall / 2), 0, 0)); // round at the top only
    }
}

void TimelineChart::paintMonths(QPainter &painter) const
{
    const int base = kTop + barRoom();
    QFont font = m_theme.font(TextStyle::Caption);
    font.setWeight(QFont::Normal);
    painter.setFont(font);
    int free = 0; // where the last label ended
    const QDate end = m_data.firstDay.addDays(7 * weeks());
    QDate month(m_data.firstDay.year(), m_data.firstDay.month(), 1);
    for (month = month.addMonths(1); month < end; month = month.addMonths(1)) {
        const int x = qRound(double(width()) * double(m_data.firstDay.daysTo(month)) / (7.0 * weeks()));
        painter.fillRect(QRect(x, base + 1, 1, 4), m_theme.colour(Colour::Control));
        const QString words = QLocale().toString(month, month.month() == 1 ? u"MMM yyyy"_s : u"MMM"_s);
        const int wide = painter.fontMetrics().horizontalAdvance(words);
        if (x < free || x + 4 + wide > width())
            continue;
        painter.setPen(m_theme.colour(Colour::Text2));
        painter.drawText(QRect(x + 4, base + 3, wide + 1, height() - base - 3), Qt::AlignLeft | Qt::AlignTop, words);
        free = x + 4 + wide + space::kSmall;
    }
}

void TimelineChart::choose(Span span)
{
    m_chosen = span;
    update();
    Q_EMIT spanChosen(m_data.firstDay.addDays(7 * span.first), m_data.firstDay.addDays(7 * span.last + 6));
}

void TimelineChart::clearChoice()
{
    m_chosen.reset();
    update();
    Q_EMIT spanCleared();
}

void TimelineChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = m_hovered = weekAt(event->pos().x());
    update();
}

void TimelineChart::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = weekAt(event->pos().x());
    update();
}

void TimelineChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressed < 0 || event->button() != Qt::LeftButton)
        return;
    const int week = weekAt(event->pos().x());
    const Span span{.first = std::min(m_pressed, week), .last = std::max(m_pressed, week)};
    m_pressed = -1;
    m_anchor = span.first;
    m_cursor = span.last;
    if (m_chosen == span)
        clearChoice(); // the same again takes it back
    else
        choose(span);
}

void TimelineChart::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void TimelineChart::moveTo(int week, Move move)
{
    m_cursor = std::clamp(week, 0, std::max(0, weeks() - 1));
    if (move == Move::Alone)
        m_anchor = m_cursor;
    setAccessibleDescription(weeks() > 0 ? weekWords(m_cursor) : summary());
    QAccessibleEvent said(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&said);
    update();
}

void TimelineChart::keyPressEvent(QKeyEvent *event)
{
    const auto move = event->modifiers().testFlag(Qt::ShiftModifier) ? Move::Extending : Move::Alone;
    switch (event->key()) {
    case Qt::Key_Left:
        moveTo(m_cursor - 1, move);
        return;
    case Qt::Key_Right:
        moveTo(m_cursor + 1, move);
        return;
    case Qt::Key_Home:
        moveTo(0, move);
        return;
    case Qt::Key_End:
        moveTo(weeks() - 1, move);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (weeks() > 0)
            choose({.first = std::min(m_cursor, m_anchor), .last = std::max(m_cursor, m_anchor)});
        return;
    case Qt::Key_Escape:
        if (m_chosen) {
            clearChoice();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TimelineChart::focusInEvent(QFocusEvent *)
{
    update();
}

void TimelineChart::focusOutEvent(QFocusEvent *)
{
    setAccessibleDescription(summary());
    update();
}

bool TimelineChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto &help = dynamic_cast<QHelpEvent &>(*event);
    if (const int week = weekAt(help.pos().x()); week >= 0)
        showPlainToolTip(help.globalPos(), weekWords(week), this);
    return true;
}

} // namespace tokensmith::ui
