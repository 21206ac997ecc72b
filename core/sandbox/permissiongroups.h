// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/sandboxtypes.h"

#include <QHash>
#include <QMap>

namespace tokensmith::sandbox {

struct PermissionGroup
{
    QString id;
    QString name;
    Scope scope;
    QString category;

    /** A sentence made from the name: "Grants write access to DNS". */
    [[nodiscard]] QString description() const;
    /** True for the two groups that let a token create, change and revoke tokens. */
    [[nodiscard]] bool managesTokens() const;
};

/** Cloudflare's word for a scope, e.g. "com.cloudflare.api.account.zone". */
[[nodiscard]] QString scopeName(Scope scope);

/**
 * The known permission groups, in ascending order of their ids (so an index order is an id order). Read once from the
 * table embedded from resources/permission-groups.tsv; immutable.
 */
class PermissionGroupTable
{
public:
    PermissionGroupTable();

    [[nodiscard]] const QList<PermissionGroup> &all() const { return m_groups; }
    [[nodiscard]] const PermissionGroup &at(qsizetype index) const { return m_groups.at(index); }

    /** Both: -1 when there is none. Names alone are not unique, so a name needs its scope. */
    [[nodiscard]] qsizetype indexOf(const QString &id) const;
    [[nodiscard]] qsizetype indexOf(const QString &name, Scope scope) const;

private:
    QList<PermissionGroup> m_groups;
    QHash<QString, qsizetype> m_byId;
    QMap<std::pair<QString, Scope>, qsizetype> m_byName;
};

} // namespace tokensmith::sandbox
