// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>

namespace tokensmith::test {

/** What the listed templates must grant, by scope word; groups separated by ";". Written down apart from their data. */
inline QMap<QString, QMap<QString, QString>> expectedGroups()
{
    using namespace Qt::StringLiterals;
    const QString account = u"account"_s;
    const QString zone = u"zone"_s;
    const QString user = u"user"_s;
    return {
        {u"workers_deploy"_s,
         {{account, u"Workers Scripts Write;Workers KV Storage Write;Workers R2 Storage Write;D1 Write;Queues Write;"
                    "Vectorize Write;Workers Tail Read;Account Settings Read"_s},
          {zone, u"Workers Routes Write"_s},
          {user, u"User Details Read;Memberships Read"_s}}},
        {u"pages_deploy"_s, {{account, u"Pages Write"_s}, {user, u"User Details Read;Memberships Read"_s}}},
        {u"dns_only"_s, {{zone, u"DNS Write"_s}}},
        {u"dns_read"_s, {{zone, u"DNS Read"_s}}},
        {u"cache_purge"_s, {{zone, u"Cache Purge"_s}}},
        {u"analytics_read"_s, {{account, u"Account Analytics Read"_s}, {zone, u"Analytics Read"_s}}},
        {u"zero_trust_admin"_s,
         {{account, u"Zero Trust Write;Access: Apps and Policies Write;"
                    "Access: Organizations, Identity Providers, and Groups Write;Access: Service Tokens Write"_s}}},
        {u"waf_admin"_s, {{zone, u"Zone WAF Write;Firewall Services Write"_s}}},
    };
}

} // namespace tokensmith::test
