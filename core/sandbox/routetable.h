// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/apicall.h"

namespace tokensmith::sandbox {

/** Finds the operation for a method and a path below /client/v4. */
class RouteTable
{
public:
    RouteTable();

    struct Match
    {
        Route route;
        QHash<QString, QString> ids;
    };
    /**
     * Errors: 7000 no such path, 7001 not that method, 7003 an id in the path that is not 32 hex digits. A slash at the
     * end does not count, and "." and ".." are taken out first, as Cloudflare's edge does.
     */
    [[nodiscard]] Checked<Match> find(const QByteArray &method, const QString &path) const;

private:
    struct Entry
    {
        Route route;
        QStringList segments;
    };
    QList<Entry> m_entries;
};

} // namespace tokensmith::sandbox
