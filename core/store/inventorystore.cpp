// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/inventorystore.h"

#include "core/model/json.h"
#include "core/store/database.h"
#include "core/store/sqlerror.h"
#include "core/store/statement.h"

#include <algorithm>

namespace tokensmith::store {

using namespace Qt::StringLiterals;
using model::Owner;

namespace {

Owner ownerOf(const QString &account)
{
    return account.isEmpty() ? Owner::user() : Owner::account(account);
}

/** Qt binds a null text as NULL; the user's own list has an empty account. */
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

} // namespace

InventoryStore::InventoryStore(const Database &database)
    : m_database(database)
{
}

base::Result<std::vector<StoredList>> InventoryStore::lists(const QString &identity) const
{
    base::Result<QSqlQuery> rows =
        run(m_database,
            u"SELECT id, account, account_name, read_at, (SELECT count(*) FROM inventory_piece WHERE list = id)"
            " FROM inventory_list WHERE identity = ? ORDER BY account"_s,
            {identity});
    if (!rows)
        return base::fail(std::move(rows.error()));
    std::vector<StoredList> lists;
    while (rows->next()) {
        const std::optional<QDateTime> readAt = model::timeFromJson(rows->value(3).toString());
        if (!readAt)
            continue; // nobody could say how old it is
        lists.push_back({.owner = ownerOf(rows->value(1).toString()),
                         .ownerName = rows->value(2).toString(),
                         .readAt = *readAt,
                         .id = rows->value(0).toLongLong(),
                         .pieces = rows->value(4).toInt()});
    }
    if (rows->lastError().isValid())
        return base::fail(errorFrom(rows->lastError(), m_database.path()));
    return lists;
}

base::Result<std::vector<model::Token>> InventoryStore::piece(const StoredList &list, int number) const
{
    const base::Result<QVariant> piece = runForValue(
        m_database, u"SELECT tokens FROM inventory_piece WHERE list = ? AND position = ?"_s, {list.id, number});
    if (!piece)
        return base::fail(piece.error());
    return decodePiece(piece->toByteArray(), list.owner);
}

base::Result<InventoryStore::Saved> InventoryStore::replace(const QString &identity, const StoredList &list,
                                                            const EncodedTokens &tokens)
{
    const QString account = text(list.owner.accountId);
    const QString readAt = model::timeToText(list.readAt);
    base::Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return base::fail(std::move(transaction.error()));
    const base::Result<QVariant> before = runForValue(
        m_database, u"SELECT digest FROM inventory_list WHERE identity = ? AND account = ?"_s, {identity, account});
    if (!before)
        return base::fail(before.error());
    const Saved saved = before->toByteArray() == tokens.digest ? Saved::Unchanged : Saved::Written;
    const base::Result<QVariant> id =
        runForValue(m_database,
                    u"INSERT INTO inventory_list (identity, account, account_name, read_at, digest)"
                    " VALUES (?, ?, ?, ?, ?) ON CONFLICT (identity, account) DO UPDATE SET"
                    " account_name = excluded.account_name, read_at = excluded.read_at, digest = excluded.digest"
                    " RETURNING id"_s,
                    {identity, account, text(list.ownerName), readAt, tokens.digest});
    if (!id)
        return base::fail(id.error());
    if (saved == Saved::Written) {
        const base::Result<QSqlQuery> emptied = run(m_database, u"DELETE FROM inventory_piece WHERE list = ?"_s, {*id});
        if (!emptied)
            return base::fail(emptied.error());
        for (size_t position = 0; position < tokens.pieces.size(); ++position) {
            const base::Result<QSqlQuery> added =
                run(m_database, u"INSERT INTO inventory_piece (list, position, tokens) VALUES (?, ?, ?)"_s,
                    {*id, static_cast<qint64>(position), tokens.pieces[position]});
            if (!added)
                return base::fail(added.error());
        }
    }
    const base::Result<base::Done> committed = transaction->commit();
    if (!committed)
        return base::fail(committed.error());
    return saved;
}

base::Result<base::Done> InventoryStore::forgetOthers(const QString &identity)
{
    const base::Result<QSqlQuery> forgotten =
        run(m_database, u"DELETE FROM inventory_list WHERE identity <> ?"_s, {identity});
    if (!forgotten)
        return base::fail(forgotten.error());
    return base::Done{};
}

base::Result<base::Done> InventoryStore::keepOnly(const QString &identity, const std::vector<Owner> &reach)
{
    const base::Result<std::vector<StoredList>> known = lists(identity);
    if (!known)
        return base::fail(known.error());
    for (const StoredList &list : *known) {
        if (std::find(reach.begin(), reach.end(), list.owner) != reach.end())
            continue;
        const base::Result<QSqlQuery> dropped =
            run(m_database, u"DELETE FROM inventory_list WHERE id = ?"_s, {list.id});
        if (!dropped)
            return base::fail(dropped.error());
    }
    return base::Done{};
}

} // namespace tokensmith::store
