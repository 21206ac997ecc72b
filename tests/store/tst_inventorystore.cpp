// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"
#include "core/store/inventorystore.h"
#include "tests/store/databasefile.h"
#include "tests/store/sampletokens.h"

#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using model::Owner;
using store::InventoryStore;
using store::StoredList;
using test::DatabaseFile;
using test::kNoon;

namespace {

store::EncodedTokens encoded(const std::vector<model::Token> &tokens)
{
    store::TokenListEncoder encoder;
    encoder.add(tokens);
    return encoder.finish();
}

base::Result<std::vector<model::Token>> load(const InventoryStore &inventory, const StoredList &list)
{
    std::vector<model::Token> tokens;
    for (int number = 0; number < list.pieces; ++number) {
        base::Result<std::vector<model::Token>> piece = inventory.piece(list, number);
        if (!piece)
            return piece;
        std::move(piece->begin(), piece->end(), std::back_inserter(tokens));
    }
    return tokens;
}

std::vector<QJsonObject> asJson(const std::vector<model::Token> &tokens)
{
    std::vector<QJsonObject> all;
    for (const model::Token &token : tokens)
        all.push_back(model::toJson(token));
    return all;
}

} // namespace

class InventoryStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItGot_data();
    void givesBackWhatItGot();
    void replacesOneOwnerOnly();
    void writesOnlyWhatChanged();
    void forgetsOtherIdentities();
    void keepsOwnersInReach();
    void aDamagedPieceIsAnError_data();
    void aDamagedPieceIsAnError();
    void holdsNoSecret();
    void survivesBeingKilled();
};

void InventoryStoreTest::givesBackWhatItGot_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 199, 200, 201, 1000})
        QTest::addRow("%d", count) << count;
}

void InventoryStoreTest::givesBackWhatItGot()
{
    QFETCH(int, count);
    const DatabaseFile file;
    const Owner account = Owner::account(QString(32, u'a'));
    const std::vector<model::Token> tokens = test::sampleTokens(count, account);
    {
        const auto database = file.open();
        InventoryStore inventory(*database);
        const auto saved =
            inventory.replace(u"me"_s, {.owner = account, .ownerName = u"Acme"_s, .readAt = kNoon}, encoded(tokens));
        QVERIFY_RESULT(saved);
        QCOMPARE(*saved, InventoryStore::Saved::Written);
    }
    const auto database = file.open();
    const InventoryStore inventory(*database);
    const auto lists = inventory.lists(u"me"_s);
    QVERIFY_RESULT(lists);
    QCOMPARE(lists->size(), size_t(1));
    QCOMPARE(lists->front().owner, account);
    QCOMPARE(lists->front().ownerName, u"Acme"_s);
    QCOMPARE(lists->front().readAt, kNoon);
    const auto loaded = load(inventory, lists->front());
    QVERIFY_RESULT(loaded);
    QCOMPARE(asJson(*loaded), asJson(tokens));
    QVERIFY(std::all_of(loaded->begin(), loaded->end(), [&](const model::Token &t) { return t.owner == account; }));
}

void InventoryStoreTest::replacesOneOwnerOnly()
{
    const DatabaseFile file;
    const auto database = file.open();
    InventoryStore inventory(*database);
    const Owner account = Owner::account(QString(32, u'a'));
    const auto put = [&](const Owner &owner, int count) {
        return inventory.replace(u"me"_s, {.owner = owner, .readAt = kNoon}, encoded(test::sampleTokens(count, owner)));
    };
    QVERIFY_RESULT(put(Owner::user(), 500));
    QVERIFY_RESULT(put(account, 500));
    QVERIFY_RESULT(put(account, 3)); // shorter: none of the old pieces may stay
    const auto lists = inventory.lists(u"me"_s);
    QCOMPARE(lists->size(), size_t(2));
    QCOMPARE(load(inventory, lists->at(0))->size(), size_t(500));
    QCOMPARE(load(inventory, lists->at(1))->size(), size_t(3));
}

void InventoryStoreTest::writesOnlyWhatChanged()
{
    const DatabaseFile file;
    const auto database = file.open();
    InventoryStore inventory(*database);
    std::vector<model::Token> tokens = test::sampleTokens(500, Owner::user());
    QCOMPARE(*inventory.replace(u"me"_s, {.readAt = kNoon}, encoded(tokens)), InventoryStore::Saved::Written);
    const QDateTime later = kNoon.addSecs(60);
    QCOMPARE(*inventory.replace(u"me"_s, {.readAt = later}, encoded(tokens)), InventoryStore::Saved::Unchanged);
    QCOMPARE(inventory.lists(u"me"_s)->front().readAt, later);
    tokens.back().name = u"renamed"_s;
    QCOMPARE(*inventory.replace(u"me"_s, {.readAt = later}, encoded(tokens)), InventoryStore::Saved::Written);
    QCOMPARE(load(inventory, inventory.lists(u"me"_s)->front())->back().name, u"renamed"_s);
}

void InventoryStoreTest::forgetsOtherIdentities()
{
    const DatabaseFile file;
    const auto database = file.open();
    InventoryStore inventory(*database);
    QVERIFY_RESULT(inventory.replace(u"me"_s, {.readAt = kNoon}, encoded(test::sampleTokens(10, Owner::user()))));
    QVERIFY(inventory.lists(u"you"_s)->empty());
    QVERIFY_RESULT(inventory.forgetOthers(u"you"_s));
    QVERIFY(inventory.lists(u"me"_s)->empty());
    QCOMPARE(store::runForValue(*database, u"SELECT count(*) FROM inventory_piece"_s)->toInt(), 0);
}

void InventoryStoreTest::keepsOwnersInReach()
{
    const DatabaseFile file;
    const auto database = file.open();
    InventoryStore inventory(*database);
    const Owner account = Owner::account(QString(32, u'a'));
    for (const Owner &owner : {Owner::user(), account})
        QVERIFY_RESULT(inventory.replace(u"me"_s, {.owner = owner, .readAt = kNoon}, encoded({})));
    QVERIFY_RESULT(inventory.keepOnly(u"me"_s, {account}));
    QCOMPARE(inventory.lists(u"me"_s)->size(), size_t(1));
    QCOMPARE(inventory.lists(u"me"_s)->front().owner, account);
}

void InventoryStoreTest::aDamagedPieceIsAnError_data()
{
    QTest::addColumn<QString>("blob");
    QTest::newRow("empty") << u"zeroblob(0)"_s;
    QTest::newRow("zeros") << u"zeroblob(100)"_s;
    QTest::newRow("promises four gigabytes") << u"x'ffffffff789c'"_s;
    QTest::newRow("text") << u"'hello, world'"_s;
}

void InventoryStoreTest::aDamagedPieceIsAnError()
{
    QFETCH(QString, blob);
    const DatabaseFile file;
    const auto database = file.open();
    InventoryStore inventory(*database);
    QVERIFY_RESULT(inventory.replace(u"me"_s, {.readAt = kNoon}, encoded(test::sampleTokens(1, Owner::user()))));
    QVERIFY_RESULT(store::run(*database, u"UPDATE inventory_piece SET tokens = "_s + blob));
    const auto piece = inventory.piece(inventory.lists(u"me"_s)->front(), 0);
    QVERIFY(!piece);
    QCOMPARE(piece.error().code, base::Error::Code::ProtocolError);
}

/** Cloudflare's answer to a creation is the one that carries a secret: read as a token and stored, it must be gone. */
void InventoryStoreTest::holdsNoSecret()
{
    const QByteArray secret = "cfut_Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyMTIz";
    const model::Token made = model::tokenFromJson(
        {{u"id"_s, QString(32, u'1')}, {u"name"_s, u"ci"_s}, {u"value"_s, QString::fromLatin1(secret)}}, Owner::user());
    const DatabaseFile file;
    const auto database = file.open();
    InventoryStore inventory(*database);
    const store::EncodedTokens pieces = encoded({made});
    QVERIFY_RESULT(inventory.replace(u"me"_s, {.readAt = kNoon}, pieces));
    QVERIFY(qUncompress(pieces.pieces.front()).contains(QByteArray(32, '1'))); // we look at the right thing
    QVERIFY(!qUncompress(pieces.pieces.front()).contains(secret));
    QFile log(file.path() + u"-wal"_s);
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(!log.readAll().contains(secret));
    QVERIFY(!file.content().contains(secret));
}

void InventoryStoreTest::survivesBeingKilled()
{
    const DatabaseFile file;
    file.open().reset();
    for (int round = 0; round < 6; ++round) {
        QProcess writer;
        writer.start(QStringLiteral(TOKENSMITH_STORE_WRITER), {file.path(), u"write"_s});
        for (int lines = 0; lines < 2 + round; ++lines) {
            while (!writer.canReadLine())
                QVERIFY(writer.waitForReadyRead(10'000));
            writer.readLine();
        }
        writer.kill(); // SIGKILL, somewhere in the middle of the next one
        QVERIFY(writer.waitForFinished());

        const auto database = file.open();
        QCOMPARE(store::runForValue(*database, u"PRAGMA integrity_check"_s)->toString(), u"ok"_s);
        const InventoryStore inventory(*database);
        const auto tokens = load(inventory, inventory.lists(u"me"_s)->front());
        QVERIFY_RESULT(tokens);
        QCOMPARE(tokens->size(), size_t(2000));
        QVERIFY(std::all_of(tokens->begin(), tokens->end(),
                            [&](const model::Token &token) { return token.name == tokens->front().name; }));
    }
}

QTEST_GUILESS_MAIN(InventoryStoreTest)
#include "tst_inventorystore.moc"
