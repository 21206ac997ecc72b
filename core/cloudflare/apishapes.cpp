// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/apishapes.h"

#include <QUrlQuery>

#include <algorithm>

namespace tokensmith::cloudflare {

using namespace Qt::StringLiterals;
using base::Error;

tl::unexpected<Error> badId(QLatin1StringView field)
{
    return base::fail({.code = Error::Code::InvalidArgument,
                       .message = u"%1 must be 32 hexadecimal digits."_s.arg(field),
                       .field = field});
}

tl::unexpected<Error> answerLacks(const QString &what)
{
    return base::fail({.code = Error::Code::ProtocolError, .message = u"Cloudflare's answer lacks %1."_s.arg(what)});
}

QUrl below(QUrl base, const QString &path)
{
    base.setPath(base.path() + path);
    return base;
}

QUrl withPage(QUrl url, PageRequest page)
{
    QUrlQuery query(url);
    query.addQueryItem(u"page"_s, QString::number(std::max(1, page.page)));
    query.addQueryItem(u"per_page"_s, QString::number(std::clamp(page.perPage, 5, 50)));
    url.setQuery(query);
    return url;
}

} // namespace tokensmith::cloudflare
