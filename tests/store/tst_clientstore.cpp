// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clientstore.h"
#include "core/store/heldstore.h"
#include "tests/store/databasefile.h"
#include "tests/store/sampletokens.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using store::ClientRow;
using store::ClientStore;
using store::HeldSecret;
using store::HeldStore;

class ClientStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAllOfARow();
    void refusesASecondOfThatName();
    void changes();
    void forgets();
    void listsWhatIsHeld();
};

namespace {

ClientRow sample(const QString &name)
{
    return {.name = name, .hash = "hash of " + name.toUtf8(), .created = test::kNoon, .policy = u"{}"_s};
}

} // namespace

void ClientStoreTest::keepsAllOfARow()
{
    const test::DatabaseFile file;
    ClientRow seen = sample(u"b"_s);
    seen.state = ClientRow::State::Paused;
    seen.seenAt = test::kNoon.addSecs(60);
    seen.seenRevision = u"2026-07-28"_s;
    seen.seenAs = u"some client 1.0"_s;
    {
        const auto database = file.open();
        ClientStore clients(*database);
        QVERIFY_RESULT(clients.add(seen));
        QVERIFY_RESULT(clients.add(sample(u"a"_s)));
    }
    const auto database = file.open();
    const auto all = ClientStore(*database).all();
    QVERIFY_RESULT(all);
    QCOMPARE(*all, (std::vector<ClientRow>{sample(u"a"_s), seen}));
}

void ClientStoreTest::refusesASecondOfThatName()
{
    const test::DatabaseFile file;
    const auto database = file.open();
    ClientStore clients(*database);
    QVERIFY_RESULT(clients.add(sample(u"a"_s)));
    ClientRow other = sample(u"a"_s);
    other.hash = "another";
    const auto again = clients.add(other);
    QVERIFY(!again);
    QCOMPARE(again.error().code, base::Error::Code::InvalidArgument);
    QCOMPARE(clients.all()->front().hash, QByteArray("hash of a"));
}

void ClientStoreTest::changes()
{
    const test::DatabaseFile file;
    const auto database = file.open();
    ClientStore clients(*database);
    QVERIFY_RESULT(clients.add(sample(u"a"_s)));
    ClientRow renamed = sample(u"a"_s);
    renamed.name = u"z"_s;
    renamed.policy = u"{\"read\":\"deny\"}"_s;
    QVERIFY_RESULT(clients.change(u"a"_s, renamed));
    QCOMPARE(*clients.all(), std::vector<ClientRow>{renamed});
    QCOMPARE(clients.change(u"a"_s, renamed).error().code, base::Error::Code::NotFound);
}

void ClientStoreTest::forgets()
{
    const test::DatabaseFile file;
    const auto database = file.open();
    ClientStore clients(*database);
    QVERIFY_RESULT(clients.add(sample(u"a"_s)));
    QVERIFY_RESULT(clients.remove(u"a"_s));
    QVERIFY_RESULT(clients.remove(u"a"_s));
    QVERIFY(clients.all()->empty());
}

void ClientStoreTest::listsWhatIsHeld()
{
    const test::DatabaseFile file;
    const auto database = file.open();
    HeldStore held(*database);
    const HeldSecret old{.tokenId = u"1"_s, .tokenName = u"ci"_s, .client = u"a"_s, .heldAt = test::kNoon};
    HeldSecret later{.tokenId = u"2"_s, .tokenName = u"dns"_s, .client = {}, .heldAt = test::kNoon.addSecs(1)};
    QVERIFY_RESULT(held.put(old));
    QVERIFY_RESULT(held.put(later));
    later.tokenName = u"renamed"_s;
    const QSignalSpy changed(&held, &HeldStore::changed);
    QVERIFY_RESULT(held.put(later));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(*held.all(), (std::vector<HeldSecret>{later, old}));
    QVERIFY_RESULT(held.remove(u"2"_s));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(*held.all(), std::vector<HeldSecret>{old});
}

QTEST_GUILESS_MAIN(ClientStoreTest)
#include "tst_clientstore.moc"
