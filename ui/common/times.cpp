// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/times.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

struct Times
{
    Q_DECLARE_TR_FUNCTIONS(Times)
};

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr double kMonthDays = 30.44;

int asInt(qint64 value)
{
    return int(std::min<qint64>(value, 1'000'000));
}

/** "6 hours", "12 days", "3 months": whole units, rounded down, so that nobody counts on time that isn't there. */
QString span(qint64 seconds)
{
    if (seconds < kHour) {
        const int minutes = asInt(seconds / kMinute);
        return minutes == 1 ? Times::tr("1 minute") : Times::tr("%n minutes", nullptr, minutes);
    }
    if (seconds < kDay) {
        const int hours = asInt(seconds / kHour);
        return hours == 1 ? Times::tr("1 hour") : Times::tr("%n hours", nullptr, hours);
    }
    const qint64 days = seconds / kDay;
    if (days <= 60)
        return days == 1 ? Times::tr("1 day") : Times::tr("%n days", nullptr, asInt(days));
    const int months = asInt(qint64(double(days) / kMonthDays));
    if (months < 24)
        return months == 1 ? Times::tr("1 month") : Times::tr("%n months", nullptr, months);
    return Times::tr("%n years", nullptr, months / 12);
}

qint64 calendarDaysAgo(const QDateTime &time, const QDateTime &now)
{
    return time.toLocalTime().date().daysTo(now.toLocalTime().date());
}

QString hourText(const QDateTime &time)
{
    return time.toLocalTime().toString(u"HH:mm"_s);
}

} // namespace

Urgency urgencyOf(const QDateTime &ends, const QDateTime &now)
{
    if (!ends.isValid())
        return Urgency::None;
    const qint64 left = now.secsTo(ends);
    if (left <= 0)
        return Urgency::Over;
    if (left <= 7 * kDay)
        return Urgency::Urgent;
    return left <= 30 * kDay ? Urgency::Soon : Urgency::None;
}

Tone toneOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::None:
        return Tone::Neutral;
    case Urgency::Soon:
        return Tone::Warn;
    case Urgency::Urgent:
    case Urgency::Over:
        return Tone::Danger;
    }
    Q_UNREACHABLE();
}

QString expiryWords(const QDateTime &ends, const QDateTime &now)
{
    if (!ends.isValid())
        return Times::tr("Never");
    const qint64 left = now.secsTo(ends);
    if (left > 0)
        return left < kMinute ? Times::tr("in a minute") : Times::tr("in %1").arg(span(left));
    return left > -kMinute ? Times::tr("Just now") : Times::tr("%1 ago").arg(span(-left));
}

QString lastUsedWords(const QDateTime &used, const QDateTime &now)
{
    if (!used.isValid())
        return Times::tr("Never");
    const qint64 ago = used.secsTo(now);
    if (ago < kMinute)
        return Times::tr("Just now");
    if (ago < kHour)
        return Times::tr("%n min ago", nullptr, asInt(ago / kMinute));
    const qint64 days = calendarDaysAgo(used, now);
    if (days == 0 || ago < 12 * kHour)
        return Times::tr("%n h ago", nullptr, asInt(ago / kHour));
    if (days == 1)
        return Times::tr("Yesterday");
    return Times::tr("%n d ago", nullptr, asInt(days));
}

QString agoWords(const QDateTime &time, const QDateTime &now)
{
    const qint64 ago = time.secsTo(now);
    if (ago < kMinute)
        return Times::tr("just now");
    if (ago < kHour)
        return Times::tr("%n min ago", nullptr, asInt(ago / kMinute));
    const qint64 days = calendarDaysAgo(time, now);
    if (days == 0 || ago < 12 * kHour)
        return Times::tr("%n h ago", nullptr, asInt(ago / kHour));
    return days == 1 ? Times::tr("yesterday") : Times::tr("%n days ago", nullptr, asInt(days));
}

QString exactWords(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 days = calendarDaysAgo(time, now);
    if (days == 0)
        return Times::tr("Today, %1").arg(hourText(time));
    if (days == 1)
        return Times::tr("Yesterday, %1").arg(hourText(time));
    return QLocale().toString(time.toLocalTime(), u"d MMM yyyy, HH:mm"_s);
}

QString dayWords(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const QDate day = time.toLocalTime().date();
    const bool thisYear = day.year() == now.toLocalTime().date().year();
    return QLocale().toString(day, thisYear ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString sinceWords(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 days = calendarDaysAgo(time, now);
    if (days == 0)
        return Times::tr("%1 today").arg(hourText(time));
    if (days == 1)
        return Times::tr("%1 yesterday").arg(hourText(time));
    return Times::tr("%1 on %2").arg(hourText(time), dayWords(time, now));
}

} // namespace tokensmith::ui
