// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sharedtext.h"

#include <QHash>
#include <QSet>

namespace tokensmith::model {

namespace {

constexpr qsizetype kMost = 20'000; ///< of each kind; then the pool begins anew, and what is shared stays shared

} // namespace

QString shared(const QString &text)
{
    thread_local QSet<QString> pool;
    if (text.isEmpty())
        return text;
    if (pool.size() >= kMost)
        pool.clear();
    return *pool.insert(text);
}

PermissionGroupRef shared(const PermissionGroupRef &group)
{
    thread_local QHash<QString, PermissionGroupRef> pool;
    if (pool.size() >= kMost)
        pool.clear();
    const auto known = pool.constFind(group.id);
    if (known == pool.constEnd())
        return *pool.insert(group.id, group);
    return known->name == group.name && known->unknown == group.unknown ? *known : group;
}

} // namespace tokensmith::model
