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

tl::unexpected<base::Error> refuse(const QString &message)
{
    return base::fail({.code = base::Error::Code::InvalidArgument, .message = message, .field = u"expiresIn"_s});
}

} // namespace

base::Result<std::optional<QDateTime>> expiryAfter(QStringView expiresIn, const QDateTime &now)
{
    if (expiresIn.isEmpty() || expiresIn == "never"_L1)
        return std::nullopt;
    static const QRegularExpression form(u"^([0-9]{1,9})([hdmy])\\z"_s);
    const QRegularExpressionMatch match = form.match(expiresIn.toString());
    if (!match.hasMatch()) {
        return refuse(
            u"Invalid expiration format: \"%1\". Use formats like \"1h\", \"7d\", \"30d\", \"3m\", \"1y\", or \"never\"."_s
                .arg(base::plainLine(expiresIn, 40)));
    }
    const int amount = match.capturedView(1).toInt();
    if (amount == 0)
        return refuse(u"Expiration amount must be greater than 0"_s);
    const QChar letter = match.capturedView(2).front();
    const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit &u) { return letter == u.letter; });
    if (amount > unit->most)
        return refuse(u"Expiration too far in the future. Maximum: %1%2"_s.arg(unit->most).arg(letter));
    const QDateTime wholeSeconds = QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), Qt::UTC);
    return unit->add(wholeSeconds, amount);
}

} // namespace tokensmith::model
