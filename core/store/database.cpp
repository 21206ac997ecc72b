// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/base/identifiers.h"
#include "core/store/migrations.h"
#include "core/store/sqlerror.h"
#include "core/store/statement.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace tokensmith::store {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr QFile::Permissions kOwnersFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions kOwnersFolder = kOwnersFile | QFile::ExeOwner;
constexpr QFile::Permissions kOthers =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

Error cantOpen(const QString &path, const QString &detail)
{
    return {.code = Error::Code::Unavailable,
            .message = u"The database \"%1\" can't be opened. Check the directory and its permissions."_s.arg(path),
            .detail = detail};
}

/** SQLite gives its companion files the permissions of the main one, so that one is made first. */
base::Result<base::Done> makePrivateFile(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder) && (!QDir().mkpath(folder) || !QFile::setPermissions(folder, kOwnersFolder)))
        return base::fail(cantOpen(path, u"the directory can't be made"_s));
    QFile file(path);
    if (!file.exists() && !file.open(QIODevice::ReadWrite | QIODevice::NewOnly, kOwnersFile) && !file.exists())
        return base::fail(cantOpen(path, file.errorString()));
    for (const QString &name : {path, path + "-wal"_L1, path + "-shm"_L1}) {
        if (QFileInfo(name).permissions() & kOthers)
            QFile::setPermissions(name, kOwnersFile);
    }
    return base::Done{};
}

/**
 * Turns the write-ahead log on. SQLite gives up at once, without its busy timeout, where another process is doing the
 * same with a new file: tried again until that timeout has passed.
 */
base::Result<base::Done> writeAhead(const Database &database)
{
    const QDeadlineTimer deadline(Database::kBusyMilliseconds);
    for (;;) {
        base::Result<QSqlQuery> set = run(database, u"PRAGMA journal_mode = WAL"_s);
        if (set)
            return base::Done{};
        if (set.error().code != Error::Code::Unavailable || deadline.hasExpired())
            return base::fail(std::move(set.error()));
        QThread::msleep(10);
    }
}

} // namespace

Database::Database(QString path, QString connection)
    : m_path(std::move(path))
    , m_connection(std::move(connection))
    , m_handle(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection))
{
}

Database::~Database()
{
    m_handle.close();
    m_handle = QSqlDatabase(); // Qt warns while anybody holds it
    QSqlDatabase::removeDatabase(m_connection);
}

base::Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    const base::Result<base::Done> made = makePrivateFile(path);
    if (!made)
        return base::fail(made.error());
    const QString connection = u"tokensmith-"_s + QString::fromLatin1(base::randomHex(8));
    std::unique_ptr<Database> database(new Database(path, connection));
    const base::Result<base::Done> prepared = database->prepare();
    if (!prepared)
        return base::fail(prepared.error());
    return database;
}

base::Result<base::Done> Database::prepare()
{
    if (!m_handle.isValid()) {
        return base::fail(
            {.code = Error::Code::Internal, .message = u"Qt's SQLite driver is missing. Install libqt6sql6-sqlite."_s});
    }
    m_handle.setDatabaseName(m_path);
    m_handle.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyMilliseconds));
    if (!m_handle.open())
        return base::fail(errorFrom(m_handle.lastError(), m_path));
    base::Result<base::Done> ours = checkSchema(); // before anything writes
    if (!ours)
        return ours;
    const base::Result<base::Done> logged = writeAhead(*this);
    if (!logged)
        return logged;
    for (const QString &pragma : {u"synchronous = FULL"_s, u"foreign_keys = ON"_s, u"trusted_schema = OFF"_s,
                                  u"journal_size_limit = 4194304"_s}) {
        const base::Result<QSqlQuery> set = run(*this, u"PRAGMA "_s + pragma);
        if (!set)
            return base::fail(set.error());
    }
    return migrate(*this);
}

base::Result<base::Done> Database::checkSchema() const
{
    // One statement, one moment: another process may be making the tables right now.
    base::Result<QSqlQuery> found =
        run(*this, u"SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_master)"_s);
    if (!found)
        return base::fail(std::move(found.error()));
    if (!found->next())
        return base::fail(errorFrom(found->lastError(), m_path));
    const int schema = found->value(0).toInt();
    if (schema > latestSchema()) {
        return base::fail(
            {.code = Error::Code::InvalidArgument,
             .message = u"The database \"%1\" is of a newer version of Tokensmith. Start that version, or "
                        "move the file away."_s.arg(m_path)});
    }
    if (schema < 0 || (schema == 0 && found->value(1).toInt() > 0)) {
        return base::fail({.code = Error::Code::InvalidArgument,
                           .message = u"The file \"%1\" belongs to another program. Move it away."_s.arg(m_path)});
    }
    return base::Done{};
}

} // namespace tokensmith::store
