// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/creationlimits.h"

#include "core/base/text.h"
#include "core/model/cidr.h"
#include "core/model/expiry.h"
#include "core/model/json.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qsizetype kLongestName = 120;

tl::unexpected<Error> refuse(const QString &field, const QString &message)
{
    return base::fail({.code = Error::Code::InvalidArgument, .message = message, .field = field});
}

base::Result<std::optional<QDateTime>> startFrom(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    QDateTime start = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!start.isValid()) {
        return refuse(
            u"notBefore"_s,
            u"\"%1\" is no time. Use a date such as 2026-12-01, or a time such as 2026-12-01T08:00:00Z."_s.arg(
                base::plainLine(text, 60)));
    }
    if (start.timeSpec() == Qt::LocalTime)
        start.setTimeSpec(Qt::UTC);
    start = start.toUTC();
    return QDateTime(start.date(), QTime(start.time().hour(), start.time().minute(), start.time().second()), Qt::UTC);
}

base::Result<std::optional<QDateTime>> endFrom(const CreateRequest &request, const QDateTime &now)
{
    if (!request.expiresOn)
        return model::expiryAfter(request.expiresIn, now);
    const QDateTime end = request.expiresOn->toUTC();
    if (!end.isValid() || end <= now)
        return refuse(u"expiresOn"_s, u"The token would have ended already. Choose a later end."_s);
    return QDateTime(end.date(), QTime(end.time().hour(), end.time().minute(), end.time().second()), Qt::UTC);
}

base::Result<base::Done> checkOrder(const model::TokenSpec &spec)
{
    if (!spec.notBefore || !spec.expiresOn || *spec.notBefore < *spec.expiresOn)
        return base::Done{};
    return refuse(u"notBefore"_s, u"The token would end (%1) before it starts (%2). expiresIn counts from now."_s.arg(
                                      model::timeToText(*spec.expiresOn), model::timeToText(*spec.notBefore)));
}

} // namespace

base::Result<model::TokenSpec> limitsFrom(const CreateRequest &request, const QDateTime &now)
{
    model::TokenSpec spec{.name = request.name.trimmed()};
    if (spec.name.isEmpty() || spec.name.size() > kLongestName)
        return refuse(u"name"_s, u"The name must have 1 to 120 characters."_s);
    const base::Result<std::optional<QDateTime>> expiresOn = endFrom(request, now);
    if (!expiresOn)
        return base::fail(expiresOn.error());
    spec.expiresOn = *expiresOn;
    const base::Result<std::optional<QDateTime>> notBefore = startFrom(request.notBefore);
    if (!notBefore)
        return base::fail(notBefore.error());
    spec.notBefore = *notBefore;
    const base::Result<base::Done> ordered = checkOrder(spec);
    if (!ordered)
        return base::fail(ordered.error());
    base::Result<QStringList> allowed = model::canonicalCidrs(request.ipAllow, u"ipAllow"_s);
    if (!allowed)
        return base::fail(std::move(allowed.error()));
    base::Result<QStringList> denied = model::canonicalCidrs(request.ipDeny, u"ipDeny"_s);
    if (!denied)
        return base::fail(std::move(denied.error()));
    spec.condition = {.in = *std::move(allowed), .notIn = *std::move(denied)};
    return spec;
}

} // namespace tokensmith::tokens
