// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clientstore.h"

#include "core/model/json.h"
#include "core/store/database.h"
#include "core/store/sqlerror.h"
#include "core/store/statement.h"

namespace tokensmith::store {

using namespace Qt::StringLiterals;

namespace {

using State = ClientRow::State;

int numberOf(State state)
{
    switch (state) {
    case State::Active:
        return 0;
    case State::Paused:
        return 1;
    }
    Q_UNREACHABLE();
}

/** Nothing where a time can't be read. */
std::optional<ClientRow> rowFrom(const QSqlQuery &row)
{
    const std::optional<QDateTime> created = model::timeFromJson(row.value(2).toString());
    const std::optional<QDateTime> seen = model::timeFromJson(row.value(5).toString());
    if (!created || (!seen && !row.value(5).isNull()))
        return std::nullopt;
    return ClientRow{.name = row.value(0).toString(),
                     .hash = row.value(1).toByteArray(),
                     .created = *created,
                     .state = row.value(3).toInt() == numberOf(State::Active) ? State::Active : State::Paused,
                     .policy = row.value(4).toString(),
                     .seenAt = seen,
                     .seenRevision = row.value(6).toString(),
                     .seenAs = row.value(7).toString()};
}

QVariant timeOrNull(const std::optional<QDateTime> &time)
{
    return time ? QVariant(model::timeToText(*time)) : QVariant();
}

} // namespace

ClientStore::ClientStore(const Database &database)
    : m_database(database)
{
}

base::Result<std::vector<ClientRow>> ClientStore::all() const
{
    base::Result<QSqlQuery> rows = run(m_database, u"SELECT name, hash, created, state, policy, seen_at, seen_revision,"
                                                   " seen_as FROM client_key ORDER BY name"_s);
    if (!rows)
        return base::fail(std::move(rows.error()));
    std::vector<ClientRow> all;
    while (rows->next()) {
        std::optional<ClientRow> row = rowFrom(*rows);
        if (!row)
            return base::fail(damaged(m_database.path(), u"client_key"_s));
        all.push_back(*std::move(row));
    }
    if (rows->lastError().isValid())
        return base::fail(errorFrom(rows->lastError(), m_database.path()));
    return all;
}

base::Result<base::Done> ClientStore::add(const ClientRow &row)
{
    const base::Result<QSqlQuery> added =
        run(m_database,
            u"INSERT INTO client_key (name, hash, created, state, policy, seen_at, seen_revision, seen_as)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
            {row.name, row.hash, model::timeToText(row.created), numberOf(row.state), row.policy,
             timeOrNull(row.seenAt), row.seenRevision, row.seenAs});
    if (!added)
        return base::fail(added.error());
    if (added->numRowsAffected() == 1)
        return base::Done{};
    return base::fail({.code = base::Error::Code::InvalidArgument,
                       .message = u"There is a client named \"%1\" already. Choose another name."_s.arg(row.name),
                       .field = u"name"_s});
}

base::Result<base::Done> ClientStore::change(const QString &name, const ClientRow &row)
{
    const base::Result<QSqlQuery> changed =
        run(m_database,
            u"UPDATE client_key SET name = ?, state = ?, policy = ?, seen_at = ?, seen_revision = ?, seen_as = ?"
            " WHERE name = ?"_s,
            {row.name, numberOf(row.state), row.policy, timeOrNull(row.seenAt), row.seenRevision, row.seenAs, name});
    if (!changed)
        return base::fail(changed.error());
    if (changed->numRowsAffected() == 1)
        return base::Done{};
    return base::fail(
        {.code = base::Error::Code::NotFound, .message = u"There is no client named \"%1\"."_s.arg(name)});
}

base::Result<base::Done> ClientStore::remove(const QString &name)
{
    const base::Result<QSqlQuery> removed = run(m_database, u"DELETE FROM client_key WHERE name = ?"_s, {name});
    if (!removed)
        return base::fail(removed.error());
    return base::Done{};
}

} // namespace tokensmith::store
