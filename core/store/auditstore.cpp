// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/auditstore.h"

#include "core/store/database.h"
#include "core/store/sqlerror.h"
#include "core/store/statement.h"

namespace tokensmith::store {

using namespace Qt::StringLiterals;

namespace {

base::Result<std::vector<AuditRow>> readRows(const Database &database, base::Result<QSqlQuery> query)
{
    if (!query)
        return base::fail(std::move(query.error()));
    std::vector<AuditRow> rows;
    while (query->next()) {
        rows.push_back({.sequence = query->value(0).toLongLong(),
                        .entry = query->value(1).toString().toUtf8(),
                        .hash = query->value(2).toByteArray()});
    }
    if (query->lastError().isValid())
        return base::fail(errorFrom(query->lastError(), database.path()));
    return rows;
}

} // namespace

AuditStore::AuditStore(const Database &database)
    : m_database(database)
{
}

base::Result<qint64> AuditStore::append(const QByteArray &entry, const Link &link)
{
    base::Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return base::fail(std::move(transaction.error()));
    const base::Result<AuditHead> last = head();
    if (!last)
        return base::fail(last.error());
    const qint64 sequence = last->count + 1;
    const QByteArray hash = link(last->hash, entry);
    const base::Result<QSqlQuery> added =
        run(m_database, u"INSERT INTO audit_entry (sequence, entry, hash) VALUES (?, ?, ?)"_s,
            {sequence, QString::fromUtf8(entry), hash});
    if (!added)
        return base::fail(added.error());
    const base::Result<QSqlQuery> moved =
        run(m_database, u"UPDATE audit_head SET count = ?, hash = ? WHERE id = 1"_s, {sequence, hash});
    if (!moved)
        return base::fail(moved.error());
    const base::Result<base::Done> committed = transaction->commit();
    if (!committed)
        return base::fail(committed.error());
    return sequence;
}

base::Result<AuditHead> AuditStore::head() const
{
    base::Result<QSqlQuery> row = run(m_database, u"SELECT count, hash FROM audit_head WHERE id = 1"_s);
    if (!row)
        return base::fail(std::move(row.error()));
    if (!row->next())
        return base::fail(damaged(m_database.path(), u"audit_head is empty"_s));
    return AuditHead{.count = row->value(0).toLongLong(), .hash = row->value(1).toByteArray()};
}

base::Result<std::vector<AuditRow>> AuditStore::rowsAfter(qint64 after, int limit) const
{
    return readRows(m_database,
                    run(m_database,
                        u"SELECT sequence, entry, hash FROM audit_entry WHERE sequence > ? ORDER BY sequence LIMIT ?"_s,
                        {after, limit}));
}

base::Result<std::vector<AuditRow>> AuditStore::rowsBefore(qint64 before, int limit) const
{
    return readRows(m_database, run(m_database,
                                    u"SELECT sequence, entry, hash FROM audit_entry WHERE sequence < ?"
                                    " ORDER BY sequence DESC LIMIT ?"_s,
                                    {before, limit}));
}

} // namespace tokensmith::store
