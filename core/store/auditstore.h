// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace tokensmith::store {

class Database;

/** One row of the audit log as it stands in the file. */
struct AuditRow
{
    qint64 sequence = 0;   ///< 1, 2, 3 …
    QByteArray entry = {}; ///< JSON, UTF-8
    QByteArray hash = {};  ///< of the chain up to and with this entry
};

/** Where the chain ends: kept apart from the rows, so that rows missing at the end are noticed. */
struct AuditHead
{
    qint64 count = 0;
    QByteArray hash = {};
};

/**
 * The rows of the audit log: added at the end, never changed or deleted (triggers refuse both). What an entry says and
 * how hashes are made is core/audit's. `database` outlives this.
 */
class AuditStore
{
public:
    explicit AuditStore(const Database &database);

    /** The hash of a row, given that of the one before it and the entry. */
    using Link = std::function<QByteArray(const QByteArray &before, const QByteArray &entry)>;

    /** Adds one row and moves the head, in one transaction; returns its number. Safe with a second process. */
    [[nodiscard]] base::Result<qint64> append(const QByteArray &entry, const Link &link);

    [[nodiscard]] base::Result<AuditHead> head() const;

    /** Up to `limit` rows after number `after`, in order. */
    [[nodiscard]] base::Result<std::vector<AuditRow>> rowsAfter(qint64 after, int limit) const;

    /** Up to `limit` rows before number `before`, newest first. */
    [[nodiscard]] base::Result<std::vector<AuditRow>> rowsBefore(qint64 before, int limit) const;

private:
    const Database &m_database;
};

} // namespace tokensmith::store
