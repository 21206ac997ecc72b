// SPDX-License-Identifier: GPL-3.0-or-later
// The inventory over a real database: what outlives a run, and what is said of it.
#include "core/tokens/inventoryarchive.h"
#include "tests/store/databasefile.h"
#include "tests/store/sampletokens.h"
#include "tests/tokens/serviceworld.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace tokensmith;
using namespace tokensmith::test;
using tokens::Inventory;

namespace {

const QString kUserList = u"GET /v4/user/tokens"_s;

QString listOf(const QString &account)
{
    return u"GET /v4/accounts/%1/tokens"_s.arg(account);
}

/** One run of the program on that file. */
struct Run
{
    explicit Run(const DatabaseFile &file, const QStringList &allowedAccounts = {})
        : database(file.open())
        , world(allowedAccounts)
    {
    }

    void refresh()
    {
        inventory.refresh();
        QTRY_VERIFY(inventory.state() != Inventory::State::Loading);
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const model::Token &token : inventory.tokens())
            names.append(token.name);
        return names;
    }

    std::unique_ptr<store::Database> database;
    store::InventoryStore lists{*database};
    ServiceWorld world;
    Inventory inventory{{.lister = world.lister,
                         .accounts = world.accounts,
                         .connection = world.connection,
                         .clock = world.clock,
                         .store = &lists}};
};

/** A run that reads a user's and an account's list. */
void readBoth(Run &run)
{
    run.world.connectAsUser();
    run.world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    run.world.transport.succeed(kUserList, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    run.world.transport.succeed(listOf(kAccountA), QJsonArray{tokenJson(kUserTag, u"theirs"_s)});
    run.refresh();
    QCOMPARE(run.inventory.state(), Inventory::State::Ready);
}

} // namespace

class InventoryArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithWhatWasKept();
    void changesReachTheDiskAtOnce();
    void offlineItShowsWhatWasKept();
    void aFailedListKeepsItsOlderRows();
    void failedAccountsKeepTheirRows();
    void stopsWhenTheBudgetRunsLow();
    void beginsWithTheOldestList();
    void ownersOutOfReachAreDropped();
    void accountsNoLongerAllowedAreNotShown();
    void anotherBootstrapTokenForgets();
    void aDamagedListIsReadAgain();
    void theEventLoopTurns();
    void aHundredThousandTokens();
    void tellsNothingOfTheBootstrapToken();
    void runsWithoutADisk();
};

void InventoryArchiveTest::startsWithWhatWasKept()
{
    const DatabaseFile file;
    {
        Run first(file);
        readBoth(first);
    }
    Run second(file);
    second.world.connectAsUser();
    second.world.clock.advance(std::chrono::hours(5));
    second.world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    second.world.transport.succeed(kUserList, QJsonArray{tokenJson(kTokenId, u"renamed"_s)});
    second.world.transport.succeed(listOf(kAccountA), QJsonArray());
    second.world.transport.hold(kUserList);
    second.inventory.refresh();
    QTRY_COMPARE(second.names(), QStringList({u"mine"_s, u"theirs"_s}));
    QCOMPARE(second.inventory.state(), Inventory::State::Loading);
    QCOMPARE(second.inventory.updatedAt(), second.world.clock.now().addSecs(-5 * 3600));
    second.world.transport.release();
    QTRY_COMPARE(second.inventory.state(), Inventory::State::Ready);
    QCOMPARE(second.names(), QStringList({u"renamed"_s}));
    QCOMPARE(second.inventory.updatedAt(), second.world.clock.now());
}

void InventoryArchiveTest::changesReachTheDiskAtOnce()
{
    const DatabaseFile file;
    {
        Run first(file);
        readBoth(first);
        first.inventory.add({.owner = model::Owner::account(kAccountA), .id = kAccountB, .name = u"new"_s});
        first.inventory.remove(kTokenId);
    }
    Run second(file);
    second.world.connection.setGiven({.token = base::Secret(kUserToken)});
    second.world.transport.script(u"GET /v4/user/tokens/verify"_s,
                                  base::Error{.code = base::Error::Code::Unavailable, .message = u"offline"_s});
    second.refresh();
    QCOMPARE(second.names(), QStringList({u"theirs"_s, u"new"_s}));
}

void InventoryArchiveTest::offlineItShowsWhatWasKept()
{
    const DatabaseFile file;
    {
        Run first(file);
        readBoth(first);
    }
    Run second(file);
    second.world.connection.setGiven({.token = base::Secret(kUserToken)});
    second.world.transport.script(u"GET /v4/user/tokens/verify"_s,
                                  base::Error{.code = base::Error::Code::Unavailable, .message = u"offline"_s});
    second.refresh();
    QCOMPARE(second.inventory.state(), Inventory::State::Failed);
    QCOMPARE(second.names(), QStringList({u"mine"_s, u"theirs"_s}));
    QCOMPARE(second.inventory.ownerName(model::Owner::account(kAccountA)), u"Harbour Labs"_s);
    for (const model::Owner &owner : {model::Owner::user(), model::Owner::account(kAccountA)}) {
        const auto &unread = second.inventory.unread();
        QVERIFY(std::any_of(unread.begin(), unread.end(), [&](const tokens::UnreadList &list) {
            return list.owner == owner && list.readAt == second.world.clock.now();
        }));
    }
}

void InventoryArchiveTest::aFailedListKeepsItsOlderRows()
{
    const DatabaseFile file;
    Run run(file);
    run.world.transport.succeed(kUserList, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    run.world.transport.succeed(kUserList, QJsonArray{tokenJson(kTokenId, u"renamed"_s)});
    run.world.transport.succeed(listOf(kAccountA), QJsonArray{tokenJson(kUserTag, u"theirs"_s)});
    run.world.transport.refuse(listOf(kAccountA), 403, 9109, u"Unauthorized"_s);
    run.world.connectAsUser();
    run.world.offerAccounts({account(kAccountA, u"Harbour Labs"_s)});
    const QDateTime before = run.world.clock.now();
    run.refresh();
    QVERIFY(run.inventory.unread().empty());
    run.world.clock.advance(std::chrono::minutes(10));
    run.refresh();
    QCOMPARE(run.inventory.state(), Inventory::State::Ready);
    QCOMPARE(run.names(), QStringList({u"renamed"_s, u"theirs"_s}));
    QCOMPARE(run.inventory.unread().size(), size_t(1));
    QCOMPARE(run.inventory.unread().front().owner, model::Owner::account(kAccountA));
    QCOMPARE(run.inventory.unread().front().readAt, before);
    QCOMPARE(run.inventory.readAt(model::Owner::user()), run.world.clock.now());
}

void InventoryArchiveTest::failedAccountsKeepTheirRows()
{
    const DatabaseFile file;
    {
        Run first(file);
        readBoth(first);
    }
    Run second(file);
    second.world.connectAsUser();
    second.world.transport.refuse(u"GET /v4/accounts"_s, 500, 10000, u"no"_s);
    second.world.transport.succeed(kUserList, QJsonArray{tokenJson(kTokenId, u"renamed"_s)});
    second.refresh();
    QCOMPARE(second.inventory.state(), Inventory::State::Ready);
    QCOMPARE(second.names(), QStringList({u"renamed"_s, u"theirs"_s}));
    QCOMPARE(second.inventory.unread().size(), size_t(2)); // the accounts as such, and the one we have rows of
    QCOMPARE(second.inventory.unread().back().owner, model::Owner::account(kAccountA));
    QVERIFY(second.inventory.unread().back().readAt.isValid());
}

void InventoryArchiveTest::stopsWhenTheBudgetRunsLow()
{
    const DatabaseFile file;
    {
        Run first(file);
        readBoth(first);
    }
    Run second(file);
    second.world.connectAsUser();
    second.world.offerAccounts({account(kAccountA, u"Harbour Labs"_s), account(kAccountB, u"Fernhill"_s)});
    // The one never read goes first, and its answer says that little is left.
    second.world.transport.script(listOf(kAccountB),
                                  cloudflare::HttpAnswer{.status = 200,
                                                         .body = R"({"success":true,"result":[]})",
                                                         .headers = {{"ratelimit", "\"default\";r=50;t=200"}}});
    second.refresh();
    QCOMPARE(second.inventory.state(), Inventory::State::Ready);
    QCOMPARE(second.names(), QStringList({u"mine"_s, u"theirs"_s}));
    QCOMPARE(second.inventory.unread().size(), size_t(2));
    for (const tokens::UnreadList &list : second.inventory.unread()) {
        QCOMPARE(list.error.code, base::Error::Code::RateLimited);
        QVERIFY(list.readAt.isValid());
    }
    QCOMPARE(second.world.transport.callNames(), QStringList({u"GET /v4/accounts"_s, listOf(kAccountB)}));
}

void InventoryArchiveTest::beginsWithTheOldestList()
{
    const DatabaseFile file;
    Run run(file);
    readBoth(run);
    run.world.clock.advance(std::chrono::minutes(10));
    run.world.offerAccounts({account(kAccountA, u"Harbour Labs"_s), account(kAccountB, u"Fernhill"_s)});
    store::TokenListEncoder encoder;
    QVERIFY_RESULT(run.lists.replace(run.world.connection.identity(),
                                     {.owner = model::Owner::user(), .readAt = run.world.clock.now()},
                                     encoder.finish()));
    Run second(file);
    second.world.connectAsUser();
    second.world.offerAccounts({account(kAccountA, u"Harbour Labs"_s), account(kAccountB, u"Fernhill"_s)});
    for (const QString &list : {kUserList, listOf(kAccountA), listOf(kAccountB)})
        second.world.transport.succeed(list, QJsonArray());
    second.refresh();
    // Never read, read long ago, read just now.
    QCOMPARE(second.world.transport.callNames().mid(1), QStringList({listOf(kAccountB), listOf(kAccountA), kUserList}));
}

void InventoryArchiveTest::ownersOutOfReachAreDropped()
{
    const DatabaseFile file;
    {
        Run first(file);
        readBoth(first);
    }
    Run second(file);
    second.world.connectAsUser();
    second.world.offerAccounts({});
    second.world.transport.succeed(kUserList, QJsonArray{tokenJson(kTokenId, u"mine"_s)});
    second.refresh();
    QCOMPARE(second.names(), QStringList({u"mine"_s}));
    QVERIFY(second.inventory.unread().empty());
    QCOMPARE(second.lists.lists(second.world.connection.identity())->size(), size_t(1));
}

void InventoryArchiveTest::accountsNoLongerAllowedAreNotShown()
{
    const DatabaseFile file;
    {
        Run first(file);
        readBoth(first);
    }
    Run second(file, {kAccountB});
    second.world.connection.setGiven({.token = base::Secret(kUserToken)});
    second.world.transport.script(u"GET /v4/user/tokens/verify"_s,
                                  base::Error{.code = base::Error::Code::Unavailable, .message = u"offline"_s});
    second.refresh();
    QCOMPARE(second.names(), QStringList({u"mine"_s}));
}

void InventoryArchiveTest::anotherBootstrapTokenForgets()
{
    const DatabaseFile file;
    QString identity;
    {
        Run first(file);
        readBoth(first);
        identity = first.world.connection.identity();
        QCOMPARE(first.lists.lists(identity)->size(), size_t(2));
    }
    Run second(file);
    second.world.connectAsUser();
    const base::Secret another(kUserToken + "2");
    QVERIFY(await(second.world.connection.connectWith({.token = another})));
    QVERIFY(second.lists.lists(identity)->empty());
    second.world.offerAccounts({});
    second.world.transport.hold(kUserList);
    second.world.transport.succeed(kUserList, QJsonArray());
    second.inventory.refresh();
    QVERIFY(second.inventory.tokens().empty());
    second.world.transport.release();
    QTRY_COMPARE(second.inventory.state(), Inventory::State::Ready);
    QVERIFY(second.inventory.tokens().empty());
}

void InventoryArchiveTest::aDamagedListIsReadAgain()
{
    const DatabaseFile file;
    {
        Run first(file);
        readBoth(first);
        QVERIFY_RESULT(store::run(*first.database, u"UPDATE inventory_piece SET tokens = 'x'"_s));
    }
    Run second(file);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a stored token list is not used"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a stored token list is not used"_s));
    readBoth(second);
    QCOMPARE(second.names(), QStringList({u"mine"_s, u"theirs"_s}));
}

void InventoryArchiveTest::theEventLoopTurns()
{
    const DatabaseFile file;
    const auto database = file.open();
    store::InventoryStore lists(*database);
    tokens::InventoryArchive archive(&lists);
    tokens::OwnerTokens list{.readAt = kNoon};
    list.tokens = sampleTokens(10'000, model::Owner::user());
    int turns = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&turns] { ++turns; });
    timer.start(0);
    await(archive.save(u"me"_s, &list, {}));
    const int turnsToSave = std::exchange(turns, 0);
    const auto loaded = await(archive.load(u"me"_s, {}));
    QCOMPARE(loaded.size(), size_t(1));
    QCOMPARE(loaded.front().tokens.size(), list.tokens.size());
    QVERIFY2(turnsToSave >= 2 && turns >= 2, qPrintable(u"%1 %2"_s.arg(turnsToSave).arg(turns)));
    base::CancelSource cancel;
    cancel.cancel();
    QVERIFY(await(archive.load(u"me"_s, cancel.token())).empty());
}

/** Prints how long the event loop had to wait at most; the bound is loose, for slow machines and sanitizers. */
void InventoryArchiveTest::aHundredThousandTokens()
{
    const DatabaseFile file;
    const auto database = file.open();
    store::InventoryStore lists(*database);
    tokens::InventoryArchive archive(&lists);
    tokens::OwnerTokens list{.readAt = kNoon};
    list.tokens = sampleTokens(100'000, model::Owner::user());
    QElapsedTimer sinceTurn;
    qint64 longest = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceTurn.restart()); });
    timer.start(0);
    QElapsedTimer whole;
    whole.start();
    sinceTurn.start();
    await(archive.save(u"me"_s, &list, {}));
    qInfo("saved in %lld ms, longest turn %lld ms", whole.restart(), std::exchange(longest, 0));
    const auto loaded = await(archive.load(u"me"_s, {}));
    qInfo("loaded in %lld ms, longest turn %lld ms", whole.elapsed(), longest);
    QCOMPARE(loaded.front().tokens.size(), list.tokens.size());
    QVERIFY2(longest < 5'000, qPrintable(QString::number(longest)));
}

void InventoryArchiveTest::tellsNothingOfTheBootstrapToken()
{
    const DatabaseFile file;
    Run run(file);
    readBoth(run);
    QCOMPARE(run.world.connection.identity().size(), 32);
    QFile log(file.path() + u"-wal"_s);
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray written = file.content() + log.readAll();
    QVERIFY(written.contains(run.world.connection.identity().toLatin1())); // we look at the right thing
    QVERIFY(!written.contains(kUserToken));
    QVERIFY(!written.contains(QCryptographicHash::hash(kUserToken, QCryptographicHash::Sha256).toHex()));
}

void InventoryArchiveTest::runsWithoutADisk()
{
    const DatabaseFile file;
    Run run(file);
    QVERIFY_RESULT(store::run(*run.database, u"DROP TABLE inventory_list"_s));
    for (const char *what : {"older token lists are not dropped", "a token list is not kept"})
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QString::fromLatin1(what)));
    readBoth(run);
    QCOMPARE(run.names(), QStringList({u"mine"_s, u"theirs"_s}));
}

QTEST_GUILESS_MAIN(InventoryArchiveTest)
#include "tst_inventoryarchive.moc"
