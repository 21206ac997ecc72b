// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/heldstore.h"

#include "core/model/json.h"
#include "core/store/database.h"
#include "core/store/sqlerror.h"
#include "core/store/statement.h"

namespace tokensmith::store {

using namespace Qt::StringLiterals;

HeldStore::HeldStore(const Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
}

base::Result<std::vector<HeldSecret>> HeldStore::all() const
{
    base::Result<QSqlQuery> rows =
        run(m_database, u"SELECT token, token_name, client, held_at FROM held_secret ORDER BY held_at DESC, token"_s);
    if (!rows)
        return base::fail(std::move(rows.error()));
    std::vector<HeldSecret> all;
    while (rows->next()) {
        const std::optional<QDateTime> heldAt = model::timeFromJson(rows->value(3).toString());
        if (!heldAt)
            return base::fail(damaged(m_database.path(), u"held_secret"_s));
        all.push_back({.tokenId = rows->value(0).toString(),
                       .tokenName = rows->value(1).toString(),
                       .client = rows->value(2).toString(),
                       .heldAt = *heldAt});
    }
    if (rows->lastError().isValid())
        return base::fail(errorFrom(rows->lastError(), m_database.path()));
    return all;
}

base::Result<base::Done> HeldStore::put(const HeldSecret &held)
{
    const base::Result<QSqlQuery> written = run(
        m_database, u"INSERT OR REPLACE INTO held_secret (token, token_name, client, held_at) VALUES (?, ?, ?, ?)"_s,
        {held.tokenId, held.tokenName, held.client, model::timeToText(held.heldAt)});
    if (!written)
        return base::fail(written.error());
    Q_EMIT changed();
    return base::Done{};
}

base::Result<base::Done> HeldStore::remove(const QString &tokenId)
{
    const base::Result<QSqlQuery> removed = run(m_database, u"DELETE FROM held_secret WHERE token = ?"_s, {tokenId});
    if (!removed)
        return base::fail(removed.error());
    Q_EMIT changed();
    return base::Done{};
}

} // namespace tokensmith::store
