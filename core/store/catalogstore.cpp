// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/catalogstore.h"

#include "core/model/json.h"
#include "core/store/database.h"
#include "core/store/sqlerror.h"
#include "core/store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tokensmith::store {

using namespace Qt::StringLiterals;

namespace {

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

} // namespace

CatalogStore::CatalogStore(const Database &database)
    : m_database(database)
{
}

base::Result<std::optional<StoredCatalog>> CatalogStore::find(const QString &identity, const model::Owner &owner) const
{
    base::Result<QSqlQuery> row =
        run(m_database, u"SELECT read_at, groups FROM catalog_list WHERE identity = ? AND account = ?"_s,
            {identity, text(owner.accountId)});
    if (!row)
        return base::fail(std::move(row.error()));
    if (!row->next()) {
        if (row->lastError().isValid())
            return base::fail(errorFrom(row->lastError(), m_database.path()));
        return std::optional<StoredCatalog>();
    }
    const std::optional<QDateTime> readAt = model::timeFromJson(row->value(0).toString());
    const QJsonDocument groups = QJsonDocument::fromJson(row->value(1).toString().toUtf8());
    if (!readAt || !groups.isArray())
        return base::fail(damaged(m_database.path(), u"catalog_list"_s));
    StoredCatalog catalog{.groups = {}, .readAt = *readAt};
    for (const QJsonValue &group : groups.array())
        catalog.groups.push_back(model::permissionGroupFromJson(group.toObject()));
    return std::optional(std::move(catalog));
}

base::Result<base::Done> CatalogStore::replace(const QString &identity, const model::Owner &owner,
                                               const StoredCatalog &catalog)
{
    QJsonArray groups;
    for (const model::PermissionGroup &group : catalog.groups)
        groups.append(model::toJson(group));
    const base::Result<QSqlQuery> written =
        run(m_database,
            u"INSERT INTO catalog_list (identity, account, read_at, groups) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (identity, account) DO UPDATE SET read_at = excluded.read_at, groups = excluded.groups"_s,
            {identity, text(owner.accountId), model::timeToText(catalog.readAt),
             QString::fromUtf8(QJsonDocument(groups).toJson(QJsonDocument::Compact))});
    if (!written)
        return base::fail(written.error());
    return base::Done{};
}

base::Result<base::Done> CatalogStore::forgetOthers(const QString &identity)
{
    const base::Result<QSqlQuery> forgotten =
        run(m_database, u"DELETE FROM catalog_list WHERE identity <> ?"_s, {identity});
    if (!forgotten)
        return base::fail(forgotten.error());
    return base::Done{};
}

} // namespace tokensmith::store
