// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

namespace tokensmith::store {

class Database;

/** Runs one statement with its values bound in order; rows are read forward. A null QString is written as empty. */
[[nodiscard]] base::Result<QSqlQuery> run(const Database &database, const QString &sql,
                                          const QVariantList &values = {});

/** The first column of the first row; invalid where there is no row. */
[[nodiscard]] base::Result<QVariant> runForValue(const Database &database, const QString &sql,
                                                 const QVariantList &values = {});

/**
 * A write transaction. It takes the write lock at once, so that what is read in it stays true, and rolls back unless
 * committed. Not nested.
 */
class Transaction
{
public:
    [[nodiscard]] static base::Result<Transaction> begin(const Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] base::Result<base::Done> commit();

private:
    explicit Transaction(const Database &database);

    const Database *m_database; // null: over
};

} // namespace tokensmith::store
