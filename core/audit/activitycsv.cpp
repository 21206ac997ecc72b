// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/activitycsv.h"

#include "core/base/csv.h"

namespace tokensmith::audit {

using namespace Qt::StringLiterals;

namespace {

QString wordFor(Ending ending)
{
    switch (ending) {
    case Ending::Done:
        return u"done"_s;
    case Ending::Approved:
        return u"approved"_s;
    case Ending::Denied:
        return u"denied"_s;
    case Ending::Refused:
        return u"refused"_s;
    case Ending::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

QString numbersOf(const Activity &activity)
{
    QStringList numbers;
    for (const NumberedEntry &entry : activity.entries)
        numbers.prepend(QString::number(entry.number));
    return numbers.join(u' ');
}

} // namespace

QByteArray activityCsvHeader()
{
    return base::csvLine({u"time"_s, u"client"_s, u"operation"_s, u"outcome"_s, u"token_name"_s, u"token_id"_s,
                          u"new_token_id"_s, u"error"_s, u"code"_s, u"took_ms"_s, u"waited_ms"_s, u"arguments"_s,
                          u"correlation_id"_s, u"cf_ray"_s, u"entries"_s});
}

QByteArray activityCsvLine(const Activity &activity)
{
    const std::optional<CallRow> &call = activity.call;
    return base::csvLine({timeOf(activity).toUTC().toString(Qt::ISODateWithMs), clientOf(activity),
                          operationOf(activity), wordFor(endingOf(activity)), tokenNameOf(activity),
                          tokenIdOf(activity), newTokenIdOf(activity), errorOf(activity), codeOf(activity),
                          call ? QString::number(call->took.count()) : QString(),
                          call ? QString::number(call->waited.count()) : QString(), call ? call->arguments : QString(),
                          correlationOf(activity), cfRayOf(activity), numbersOf(activity)});
}

} // namespace tokensmith::audit
