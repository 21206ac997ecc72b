// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>

namespace tokensmith::store {

/**
 * Our SQLite file, open for one thread of one process; another process may have it open as well and waits its turn.
 *
 * Write-ahead log, synchronous=FULL (what was committed survives a power cut), foreign keys checked. The file and its
 * companions (-wal, -shm) are for the owner alone. Outlives the repositories made on it. Source: sqlite.org.
 */
class Database
{
public:
    /**
     * Opens `path`, makes it if it is missing and brings it to the latest schema. Errors, each a sentence with the
     * path: InvalidArgument for a file of a newer version or of another program (it is left as it is), ProtocolError
     * for a damaged one, Unavailable where it can't be read or written.
     */
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] const QString &path() const { return m_path; }

    /** For statement.h only. */
    [[nodiscard]] const QSqlDatabase &handle() const { return m_handle; }

    static constexpr int kBusyMilliseconds = 2000; ///< how long a statement waits for another process

private:
    Database(QString path, QString connection);
    [[nodiscard]] base::Result<base::Done> prepare();
    [[nodiscard]] base::Result<base::Done> checkSchema() const;

    const QString m_path;
    const QString m_connection; ///< Qt's name for it
    QSqlDatabase m_handle;
};

} // namespace tokensmith::store
