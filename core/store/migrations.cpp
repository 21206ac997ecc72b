// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/store/statement.h"

#include <QStringList>

#include <array>

namespace tokensmith::store {

using namespace Qt::StringLiterals;

namespace {

/** Step N brings a file from schema N-1 to N. Released steps are never edited. */
QStringList stepOne()
{
    return {
        u"CREATE TABLE inventory_list (id INTEGER PRIMARY KEY, identity TEXT NOT NULL, account TEXT NOT NULL,"
        " account_name TEXT NOT NULL, read_at TEXT NOT NULL, digest BLOB NOT NULL, UNIQUE (identity, account))"_s,
        u"CREATE TABLE inventory_piece (list INTEGER NOT NULL REFERENCES inventory_list (id) ON DELETE CASCADE,"
        " position INTEGER NOT NULL, tokens BLOB NOT NULL, PRIMARY KEY (list, position))"_s,
    };
}

/** The triggers stop a slip of ours or of somebody with a database browser; the chain shows what they don't stop. */
QStringList stepTwo()
{
    return {
        u"CREATE TABLE audit_entry (sequence INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash BLOB NOT NULL)"_s,
        u"CREATE TABLE audit_head (id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL,"
        " hash BLOB NOT NULL)"_s,
        u"INSERT INTO audit_head (id, count, hash) VALUES (1, 0, zeroblob(32))"_s,
        u"CREATE TRIGGER audit_entry_next BEFORE INSERT ON audit_entry"
        " WHEN new.sequence IS NOT (SELECT count + 1 FROM audit_head)"
        " BEGIN SELECT RAISE(ABORT, 'audit entries are only added at the end'); END"_s,
        u"CREATE TRIGGER audit_entry_fixed BEFORE UPDATE ON audit_entry"
        " BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END"_s,
        u"CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry"
        " BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END"_s,
        u"CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_head"
        " WHEN new.count IS NOT old.count + 1 OR new.id IS NOT 1"
        " BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END"_s,
        u"CREATE TRIGGER audit_head_kept BEFORE DELETE ON audit_head"
        " BEGIN SELECT RAISE(ABORT, 'the head of the audit log is never deleted'); END"_s,
    };
}

QStringList stepThree()
{
    return {u"CREATE TABLE catalog_list (identity TEXT NOT NULL, account TEXT NOT NULL, read_at TEXT NOT NULL,"
            " groups TEXT NOT NULL, PRIMARY KEY (identity, account)) WITHOUT ROWID"_s};
}

QStringList stepFour()
{
    return {u"CREATE TABLE expiry_notice (token TEXT NOT NULL, expires TEXT NOT NULL, step INTEGER NOT NULL,"
            " PRIMARY KEY (token, expires, step)) WITHOUT ROWID"_s};
}

/** Keys as hashes only; of held secrets only that there are some: the values are in the keychain. */
QStringList stepFive()
{
    return {
        u"CREATE TABLE client_key (name TEXT NOT NULL PRIMARY KEY, hash BLOB NOT NULL UNIQUE, created TEXT NOT NULL,"
        " state INTEGER NOT NULL, policy TEXT NOT NULL, seen_at TEXT, seen_revision TEXT NOT NULL,"
        " seen_as TEXT NOT NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE held_secret (token TEXT NOT NULL PRIMARY KEY, token_name TEXT NOT NULL, client TEXT NOT NULL,"
        " held_at TEXT NOT NULL) WITHOUT ROWID"_s,
    };
}

/** Calls are a help to memory, not evidence: unlike audit entries they are pruned. */
QStringList stepSix()
{
    return {u"CREATE TABLE call_record (id INTEGER PRIMARY KEY AUTOINCREMENT, ended INTEGER NOT NULL,"
            " client TEXT NOT NULL, tool TEXT NOT NULL, class TEXT NOT NULL, outcome INTEGER NOT NULL,"
            " error TEXT NOT NULL, code TEXT NOT NULL, token TEXT NOT NULL, token_name TEXT NOT NULL,"
            " took INTEGER NOT NULL, waited INTEGER NOT NULL, verdict INTEGER NOT NULL, correlation TEXT NOT NULL,"
            " cf_ray TEXT NOT NULL, effect TEXT NOT NULL, arguments TEXT NOT NULL)"_s};
}

using Step = QStringList (*)();
constexpr std::array<Step, 6> kSteps{stepOne, stepTwo, stepThree, stepFour, stepFive, stepSix};

base::Result<base::Done> takeStep(const Database &database, int number)
{
    base::Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(std::move(transaction.error()));
    const base::Result<int> present = schemaOf(database); // another process may have been faster
    if (!present)
        return base::fail(present.error());
    if (*present >= number)
        return base::Done{};
    QStringList statements = kSteps.at(static_cast<size_t>(number - 1))();
    statements.append(u"PRAGMA user_version = %1"_s.arg(number));
    for (const QString &statement : std::as_const(statements)) {
        const base::Result<QSqlQuery> done = run(database, statement);
        if (!done)
            return base::fail(done.error());
    }
    return transaction->commit();
}

} // namespace

int latestSchema()
{
    return static_cast<int>(kSteps.size());
}

base::Result<int> schemaOf(const Database &database)
{
    const base::Result<QVariant> version = runForValue(database, u"PRAGMA user_version"_s);
    if (!version)
        return base::fail(version.error());
    return version->toInt();
}

base::Result<base::Done> migrate(const Database &database)
{
    const base::Result<int> present = schemaOf(database);
    if (!present)
        return base::fail(present.error());
    for (int number = *present + 1; number <= latestSchema(); ++number) {
        base::Result<base::Done> taken = takeStep(database, number);
        if (!taken)
            return taken;
    }
    return base::Done{};
}

} // namespace tokensmith::store
