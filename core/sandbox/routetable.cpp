// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/routetable.h"

#include "core/base/identifiers.h"

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

bool isPlaceholder(const QString &segment)
{
    return segment.startsWith(u'{');
}

QStringList cleanSegments(const QString &path)
{
    QStringList segments;
    for (const QString &segment : path.split(u'/', Qt::SkipEmptyParts)) {
        if (segment == ".."_L1) {
            if (!segments.isEmpty())
                segments.removeLast();
        } else if (segment != "."_L1) {
            segments.append(segment);
        }
    }
    return segments;
}

bool fits(const QStringList &wanted, const QStringList &given)
{
    if (wanted.size() != given.size())
        return false;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!isPlaceholder(wanted[i]) && wanted[i] != given[i])
            return false;
    }
    return true;
}

ApiError couldNotRoute(int status, const QString &path)
{
    return {.status = status,
            .code = 7003,
            .message = u"Could not route to %1, perhaps your object identifier is invalid?"_s.arg(path.left(200))};
}

Checked<QHash<QString, QString>> idsOf(const QStringList &wanted, const QStringList &given)
{
    QHash<QString, QString> ids;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!isPlaceholder(wanted[i]))
            continue;
        if (!base::isCloudflareId(given[i]))
            return tl::unexpected(couldNotRoute(400, u'/' + given.join(u'/')));
        ids.insert(wanted[i].mid(1).chopped(1), given[i]);
    }
    return ids;
}

} // namespace

RouteTable::RouteTable()
{
    for (const auto table : {tokenRoutes(), accountRoutes(), zoneRoutes()}) {
        for (const Route &route : table)
            m_entries.append({.route = route, .segments = QString(route.path).split(u'/', Qt::SkipEmptyParts)});
    }
}

Checked<RouteTable::Match> RouteTable::find(const QByteArray &method, const QString &path) const
{
    const QStringList given = cleanSegments(path);
    const QLatin1StringView wanted(method == "HEAD" ? QByteArrayView("GET") : QByteArrayView(method));
    bool pathKnown = false;
    for (const Entry &entry : m_entries) {
        if (!fits(entry.segments, given))
            continue;
        pathKnown = true;
        if (entry.route.method != wanted)
            continue;
        auto ids = idsOf(entry.segments, given);
        if (!ids)
            return tl::unexpected(ids.error());
        return Match{.route = entry.route, .ids = *ids};
    }
    return tl::unexpected(refusal(pathKnown ? Refusal::MethodNotAllowed : Refusal::NoRoute));
}

} // namespace tokensmith::sandbox
