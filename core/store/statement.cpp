// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include "core/store/database.h"
#include "core/store/sqlerror.h"

#include <utility>

namespace tokensmith::store {

using namespace Qt::StringLiterals;

base::Result<QSqlQuery> run(const Database &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(database.handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return base::fail(errorFrom(query.lastError(), database.path()));
    for (const QVariant &value : values) {
        const bool isNullText = value.metaType() == QMetaType::fromType<QString>() && value.toString().isNull();
        query.addBindValue(isNullText ? QVariant(u""_s) : value);
    }
    if (!query.exec())
        return base::fail(errorFrom(query.lastError(), database.path()));
    return query;
}

base::Result<QVariant> runForValue(const Database &database, const QString &sql, const QVariantList &values)
{
    base::Result<QSqlQuery> query = run(database, sql, values);
    if (!query)
        return base::fail(std::move(query.error()));
    if (query->next())
        return query->value(0);
    if (query->lastError().isValid())
        return base::fail(errorFrom(query->lastError(), database.path()));
    return QVariant();
}

base::Result<Transaction> Transaction::begin(const Database &database)
{
    const base::Result<QSqlQuery> begun = run(database, u"BEGIN IMMEDIATE"_s);
    if (!begun)
        return base::fail(begun.error());
    return Transaction(database);
}

Transaction::Transaction(const Database &database)
    : m_database(&database)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database)
        static_cast<void>(run(*m_database, u"ROLLBACK"_s)); // fails where SQLite has rolled back by itself
}

base::Result<base::Done> Transaction::commit()
{
    const base::Result<QSqlQuery> committed = run(*m_database, u"COMMIT"_s);
    if (!committed)
        return base::fail(committed.error());
    m_database = nullptr;
    return base::Done{};
}

} // namespace tokensmith::store
