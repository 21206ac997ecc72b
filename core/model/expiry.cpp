// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/expiry.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tokensmith::model {

using namespace Qt::StringLiterals;

namespace {

struct Unit
{
    char16_t letter;
    int most;
    QDateTime (*add)(const QDateTime &from, int amount);
};

constexpr std::array<Unit, 4> units{{
    {u'h', 8760, [](const QDateTime &from, int n) { return from.addSecs(qint64(n) * 3600); }},
    {u'd', 365, [](const QDateTime &from, int n) { return from.addDays(n); }},
    {u'm', 12, [](const QDateTime &from, int n) { return from.addMonths(n); }},
    {u'y', 10, [](const QDateTime &from, int n) { return from.addYears(n); }},
}};

QDateTime inWholeSeconds(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), Qt::UTC);
}

tl::unexpected<base::Error> refuse(const QString &field, const QString &message)
{
    return base::fail({.code = base::Error::Code::InvalidArgument, .message = message, .field = field});
}

/** What a duration is given for: the argument, and the word its refusals begin with. */
struct Purpose
{
    QString field;
    QString word;
};

/** Nothing where the text is no number with a unit. */
std::optional<base::Result<QDateTime>> durationAfter(QStringView text, const QDateTime &now, const Purpose &purpose)
{
    static const QRegularExpression form(u"\\A([0-9]{1,9})([hdmy])\\z"_s);
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const int amount = match.capturedView(1).toInt();
    if (amount == 0)
        return refuse(purpose.field, u"%1 amount must be greater than 0"_s.arg(purpose.word));
    const QChar letter = match.capturedView(2).front();
    const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit &u) { return letter == u.letter; });
    if (amount > unit->most)
        return refuse(purpose.field,
                      u"%1 too far in the future. Maximum: %2%3"_s.arg(purpose.word).arg(unit->most).arg(letter));
    return unit->add(inWholeSeconds(now), amount);
}

/** A moment with its offset; nothing for another text. Qt alone also takes a date, or a time of no zone. */
std::optional<QDateTime> momentFrom(QStringView text)
{
    static const QRegularExpression form(
        u"\\A([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.[0-9]+)?(?:[Zz]|([+-][0-9]{2}:[0-9]{2}))\\z"_s);
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const QString offset = match.captured(3).isEmpty() ? u"Z"_s : match.captured(3);
    const QDateTime moment =
        QDateTime::fromString(match.captured(1) + u'T' + match.captured(2) + offset, Qt::ISODate).toUTC();
    const int year = moment.date().year(); // the offset may lead beyond the years that can be written
    return moment.isValid() && year >= 1 && year <= 9999 ? std::optional(moment) : std::nullopt;
}

} // namespace

base::Result<std::optional<QDateTime>> expiryAfter(QStringView expiresIn, const QDateTime &now)
{
    const QString field = u"expiresIn"_s;
    if (expiresIn.isEmpty() || expiresIn == "never"_L1)
        return std::nullopt;
    const base::Result<QDateTime> end =
        durationAfter(expiresIn, now, {.field = field, .word = u"Expiration"_s})
            .value_or(refuse(
                field,
                uR"(Invalid expiration format: "%1". Use formats like "1h", "7d", "30d", "3m", "1y", or "never".)"_s
                    .arg(base::plainLine(expiresIn, 40))));
    if (!end)
        return base::fail(end.error());
    return *end;
}

base::Result<std::optional<QDateTime>> startFrom(QStringView notBefore, const QDateTime &now,
                                                 const std::optional<QDateTime> &expiresOn)
{
    const QString field = u"notBefore"_s;
    if (notBefore.isEmpty())
        return std::nullopt;
    std::optional<QDateTime> start = momentFrom(notBefore);
    if (!start) {
        base::Result<QDateTime> later =
            durationAfter(notBefore, now, {.field = field, .word = u"Start"_s})
                .value_or(refuse(
                    field, u"\"%1\" is neither a moment like 2026-12-01T08:00:00Z nor a duration like 12h or 7d."_s.arg(
                               base::plainLine(notBefore, 40))));
        if (!later)
            return base::fail(std::move(later.error()));
        start = *later;
    }
    if (expiresOn && *start >= *expiresOn)
        return refuse(field, u"notBefore must be earlier than the token's end (%1)."_s.arg(
                                 expiresOn->toUTC().toString(Qt::ISODate)));
    return start;
}

} // namespace tokensmith::model
