// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/timetest.h"

#include <QTimeZone>

namespace tokensmith::search {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMost = 9999; ///< of any unit

enum class Side { None, Less, More };

/** "<30d" → Less and "30d"; "<=" and ">=" are read like "<" and ">". */
struct Compared
{
    Side side = Side::None;
    QStringView rest;
};

Compared compared(QStringView value)
{
    Compared result{.rest = value};
    if (value.startsWith(u'<'))
        result.side = Side::Less;
    else if (value.startsWith(u'>'))
        result.side = Side::More;
    else
        return result;
    result.rest = value.mid(value.mid(1).startsWith(u'=') ? 2 : 1);
    return result;
}

/** `now` and "30d" ahead; negative `direction`: back. */
std::optional<QDateTime> moved(QStringView span, const QDateTime &now, int direction)
{
    bool isNumber = false;
    const int number = span.size() < 2 ? 0 : span.chopped(1).toInt(&isNumber);
    if (!isNumber || number < 0 || number > kMost)
        return std::nullopt;
    const int steps = number * direction;
    switch (span.back().toLower().unicode()) {
    case u'h':
        return now.addSecs(qint64(steps) * 3600);
    case u'd':
        return now.addSecs(qint64(steps) * 86'400);
    case u'w':
        return now.addSecs(qint64(steps) * 7 * 86'400);
    case u'm':
        return now.addMonths(steps);
    case u'y':
        return now.addYears(steps);
    default:
        return std::nullopt;
    }
}

/** The days meant by "2026-12-05" or "2026-12". */
std::optional<TimeSpan> calendarSpan(QStringView text)
{
    const bool month = text.size() == 7;
    const QString day = month ? text.toString() + u"-01"_s : text.toString();
    const QDate first = QDate::fromString(day, Qt::ISODate);
    if (day.size() != 10 || !first.isValid())
        return std::nullopt;
    const QDate after = month ? first.addMonths(1) : first.addDays(1);
    return TimeSpan{first.startOfDay().toMSecsSinceEpoch(), after.startOfDay().toMSecsSinceEpoch()};
}

std::optional<TimeSpan> calendarRange(QStringView text)
{
    const qsizetype dots = text.indexOf(".."_L1);
    if (dots < 0)
        return calendarSpan(text);
    const std::optional<TimeSpan> first = calendarSpan(text.first(dots));
    const std::optional<TimeSpan> last = calendarSpan(text.mid(dots + 2));
    return first && last ? std::optional(TimeSpan{first->from, last->until}) : std::nullopt;
}

bool isNever(QStringView value)
{
    return value.compare("never"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

std::optional<TimeSpan> expirySpan(QStringView value, const QDateTime &now)
{
    if (isNever(value))
        return TimeSpan{.from = kNeverEnds, .until = kNeverEnds};
    const Compared text = compared(value);
    if (const std::optional<QDateTime> then = moved(text.rest, now, +1)) {
        const qint64 justAfter = then->toMSecsSinceEpoch() + 1;
        return text.side == Side::More ? TimeSpan{.from = justAfter} : TimeSpan{now.toMSecsSinceEpoch() + 1, justAfter};
    }
    const std::optional<TimeSpan> days = calendarRange(text.rest);
    if (!days || text.side == Side::None)
        return days;
    return text.side == Side::Less ? TimeSpan{.until = days->from} : TimeSpan{.from = days->until};
}

std::optional<LastUse> lastUseTest(QStringView value, const QDateTime &now)
{
    if (isNever(value))
        return LastUse{.used = {.until = kNeverWas}, .neverIfMadeBefore = kNeverEnds};
    const Compared text = compared(value);
    const std::optional<QDateTime> then = moved(text.rest, now, -1);
    if (!then)
        return std::nullopt;
    const qint64 since = then->toMSecsSinceEpoch();
    if (text.side == Side::Less)
        return LastUse{.used = {.from = since}};
    return LastUse{.used = {.until = since}, .neverIfMadeBefore = since};
}

} // namespace tokensmith::search
