// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/statement.h"
#include "tests/support/verifyresult.h"

#include <QFile>
#include <QTemporaryDir>

namespace tokensmith::test {

/** A place for one database file, gone with the test. */
class DatabaseFile
{
public:
    [[nodiscard]] QString path() const { return m_directory.filePath(QStringLiteral("tokensmith.db")); }
    [[nodiscard]] QString directory() const { return m_directory.path(); }

    [[nodiscard]] std::unique_ptr<store::Database> open() const
    {
        auto database = store::Database::open(path());
        if (!database)
            qFatal("can't open: %s", failureText(database).constData());
        return *std::move(database);
    }

    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QByteArray &content) const
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write %s", qPrintable(path()));
    }

    /** Runs SQL through a plain connection, past all our rules. */
    void runRaw(const QStringList &statements) const
    {
        const QString name = QStringLiteral("raw");
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
            raw.setDatabaseName(path());
            if (!raw.open())
                qFatal("can't open the raw connection");
            for (const QString &statement : statements) {
                QSqlQuery query(raw);
                if (!query.exec(statement))
                    qFatal("%s", qPrintable(statement));
            }
        }
        QSqlDatabase::removeDatabase(name);
    }

private:
    QTemporaryDir m_directory;
};

} // namespace tokensmith::test
