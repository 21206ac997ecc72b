// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloudflare/apiclient.h"

#include <QJsonArray>

// What the endpoints of ApiClient share: paths, pages and the errors of answers that miss something. Only for its own
// sources.
namespace tokensmith::cloudflare {

[[nodiscard]] tl::unexpected<base::Error> badId(QLatin1StringView field);
[[nodiscard]] tl::unexpected<base::Error> answerLacks(const QString &what);

[[nodiscard]] QUrl below(QUrl base, const QString &path);
[[nodiscard]] QUrl withPage(QUrl url, PageRequest page);

/** `null` is how an empty list may be written; anything else that is no list is not taken for one. */
template <typename T, typename Read>
[[nodiscard]] base::Result<Page<T>> pageOf(const Envelope &envelope, const Read &read)
{
    using namespace Qt::StringLiterals;
    if (!envelope.result.isArray() && !envelope.result.isNull())
        return answerLacks(u"the list asked for"_s);
    Page<T> page;
    for (const QJsonValue &entry : envelope.result.toArray())
        page.items.push_back(read(entry.toObject()));
    if (const int total = envelope.resultInfo.value("total_count"_L1).toInt(-1); total >= 0)
        page.total = total;
    return page;
}

} // namespace tokensmith::cloudflare
