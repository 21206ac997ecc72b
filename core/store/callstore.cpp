// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/callstore.h"

#include "core/store/database.h"
#include "core/store/sqlerror.h"
#include "core/store/statement.h"

namespace tokensmith::store {

using namespace Qt::StringLiterals;

namespace {

const QString &columns()
{
    static const QString names =
        u"ended, client, tool, class, outcome, error, code, token, token_name, took, waited, verdict, correlation,"
        " cf_ray, effect, arguments"_s;
    return names;
}

QVariantList valuesOf(const CallRow &row)
{
    return {row.ended.toMSecsSinceEpoch(),
            row.client,
            row.tool,
            row.callClass,
            static_cast<int>(row.outcome),
            row.error,
            row.code,
            row.tokenId,
            row.tokenName,
            static_cast<qint64>(row.took.count()),
            static_cast<qint64>(row.waited.count()),
            static_cast<int>(row.verdict),
            row.correlationId,
            row.cfRay,
            row.effect,
            row.arguments};
}

/** A number that some later version may have written is the last one known. */
template <typename E>
E enumFrom(const QVariant &value, E last)
{
    return static_cast<E>(std::clamp(value.toInt(), 0, static_cast<int>(last)));
}

CallRow rowFrom(const QSqlQuery &query)
{
    return {.id = query.value(0).toLongLong(),
            .ended = QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong(), Qt::UTC),
            .client = query.value(2).toString(),
            .tool = query.value(3).toString(),
            .callClass = query.value(4).toString(),
            .outcome = enumFrom(query.value(5), CallRow::Outcome::Failed),
            .error = query.value(6).toString(),
            .code = query.value(7).toString(),
            .tokenId = query.value(8).toString(),
            .tokenName = query.value(9).toString(),
            .took = std::chrono::milliseconds(query.value(10).toLongLong()),
            .waited = std::chrono::milliseconds(query.value(11).toLongLong()),
            .verdict = enumFrom(query.value(12), CallRow::Verdict::Closed),
            .correlationId = query.value(13).toString(),
            .cfRay = query.value(14).toString(),
            .effect = query.value(15).toString(),
            .arguments = query.value(16).toString()};
}

/** The text anywhere in a value; % and _ in it mean themselves. */
QString pattern(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + text + u'%';
}

} // namespace

CallStore::CallStore(const Database &database)
    : m_database(database)
{
}

base::Result<base::Done> CallStore::add(const std::vector<CallRow> &rows)
{
    static const QString sql =
        u"INSERT INTO call_record (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(columns());
    base::Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return base::fail(std::move(transaction.error()));
    for (const CallRow &row : rows) {
        const base::Result<QSqlQuery> added = run(m_database, sql, valuesOf(row));
        if (!added)
            return base::fail(added.error());
    }
    return transaction->commit();
}

base::Result<std::vector<CallRow>> CallStore::before(qint64 before, int limit, const CallFilter &filter) const
{
    QString sql = u"SELECT id, %1 FROM call_record WHERE id < ?"_s.arg(columns());
    QVariantList values{before};
    if (filter.since.isValid()) {
        sql += u" AND ended >= ?"_s;
        values += filter.since.toMSecsSinceEpoch();
    }
    if (!filter.client.isEmpty()) {
        sql += u" AND client = ?"_s;
        values += filter.client;
    }
    if (!filter.text.isEmpty()) {
        sql += u" AND (tool || ' ' || client || ' ' || token || ' ' || token_name || ' ' || cf_ray || ' ' ||"
               " correlation) LIKE ? ESCAPE '\\'"_s;
        values += pattern(filter.text);
    }
    base::Result<QSqlQuery> query = run(m_database, sql + u" ORDER BY id DESC LIMIT ?"_s, values << limit);
    if (!query)
        return base::fail(std::move(query.error()));
    std::vector<CallRow> rows;
    while (query->next())
        rows.push_back(rowFrom(*query));
    if (query->lastError().isValid())
        return base::fail(errorFrom(query->lastError(), m_database.path()));
    return rows;
}

base::Result<qint64> CallStore::newestId() const
{
    const base::Result<QVariant> newest = runForValue(m_database, u"SELECT max(id) FROM call_record"_s);
    if (!newest)
        return base::fail(newest.error());
    return newest->toLongLong();
}

base::Result<base::Done> CallStore::prune(const QDateTime &since, int most)
{
    const base::Result<QSqlQuery> pruned =
        run(m_database, u"DELETE FROM call_record WHERE ended < ? OR id <= (SELECT max(id) FROM call_record) - ?"_s,
            {since.toMSecsSinceEpoch(), most});
    if (!pruned)
        return base::fail(pruned.error());
    return base::Done{};
}

} // namespace tokensmith::store
