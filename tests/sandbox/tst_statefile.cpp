// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxworld.h"
#include "core/sandbox/statefile.h"
#include "core/sandbox/tokenjson.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::sandbox;

class StateFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worldComesBackWhole();
    void newIdsAfterRestart();
    void fileIsPrivate();
    void damagedFiles_data();
    void damagedFiles();
    void unwritable();

private:
    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(u"state.json"_s);
    PermissionGroupTable m_groups;
};

void StateFileTest::worldComesBackWhole()
{
    const SandboxWorld world(SandboxWorld::Options{}, m_clock);
    const StateFile file(m_path);
    QVERIFY(file.save(world.snapshot(), m_groups));
    auto state = file.load(m_groups);
    QVERIFY(state);
    const SandboxWorld again(*std::move(state), m_clock);
    QCOMPARE(again.tokenCount(), world.tokenCount());
    QCOMPARE(again.zones().size(), world.zones().size());
    QCOMPARE(again.user().email, world.user().email);
    QVERIFY(again.bootstrapToken().equals(world.bootstrapToken()));
    QStringList owners{QString()};
    for (const SandboxAccount &account : world.accounts()) {
        QVERIFY(again.accountBootstrapToken(account.id).equals(world.accountBootstrapToken(account.id)));
        QCOMPARE(again.account(account.id)->role, account.role);
        owners.append(account.id);
    }
    for (const QString &owner : std::as_const(owners)) {
        const auto &before = world.tokensOf(owner, SandboxWorld::Listing::WithExpired);
        const auto &after = again.tokensOf(owner, SandboxWorld::Listing::WithExpired);
        QCOMPARE(after.size(), before.size());
        QCOMPARE(again.quota(owner), world.quota(owner));
        for (qsizetype i = 0; i < before.size(); ++i) {
            QCOMPARE(tokenJson(again, *after[i]), tokenJson(world, *before[i]));
            QCOMPARE(after[i]->secret, before[i]->secret);
        }
    }
}

void StateFileTest::newIdsAfterRestart()
{
    SandboxWorld world(SandboxWorld::Options{}, m_clock);
    const StateFile file(m_path);
    const QString first = world.create({}, {.name = u"a"_s}).id;
    QVERIFY(file.save(world.snapshot(), m_groups));
    SandboxWorld second(*file.load(m_groups), m_clock);
    const QString again = second.create({}, {.name = u"b"_s}).id;
    QVERIFY(file.save(second.snapshot(), m_groups));
    SandboxWorld third(*file.load(m_groups), m_clock);
    const QString last = third.create({}, {.name = u"c"_s}).id;
    QCOMPARE(QSet<QString>({first, again, last}).size(), 3);
    QCOMPARE(third.tokenCount(), world.tokenCount() + 2);
}

void StateFileTest::fileIsPrivate()
{
    const StateFile file(m_path);
    QVERIFY(file.save(SandboxWorld(SandboxWorld::Options{}, m_clock).snapshot(), m_groups));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY((QFileInfo(m_path).permissions() & others) == 0);
}

void StateFileTest::damagedFiles_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("<");
    QTest::newRow("newer") << QByteArray("\"format\":1") << QByteArray("\"format\":2");
    QTest::newRow("no accounts") << QByteArray("\"accounts\"") << QByteArray("\"accountz\"");
    QTest::newRow("no user") << QByteArray("\"user\"") << QByteArray("\"uzer\"");
    QTest::newRow("a token without its id")
        << QByteArray("\"expires\":null,\"id\":") << QByteArray("\"expires\":null,\"idd\":");
}

void StateFileTest::damagedFiles()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const StateFile file(m_path);
    QVERIFY(file.save(SandboxWorld(SandboxWorld::Options{}, m_clock).snapshot(), m_groups));
    QFile raw(m_path);
    QVERIFY(raw.open(QIODevice::ReadWrite));
    QByteArray text = raw.readAll();
    const qsizetype at = text.indexOf(from);
    QVERIFY(at >= 0);
    text.replace(at, from.size(), to);
    QVERIFY(raw.resize(0) && raw.seek(0));
    QVERIFY(raw.write(text) == text.size());
    raw.close();
    const auto state = file.load(m_groups);
    QVERIFY(!state);
    QVERIFY(state.error().code == base::Error::Code::ProtocolError);
    QVERIFY(state.error().message.contains(m_path));
}

void StateFileTest::unwritable()
{
    const StateFile nowhere(m_dir.filePath(u"no/such/dir/state.json"_s));
    QVERIFY(!nowhere.exists());
    const auto saved = nowhere.save(SandboxWorld(SandboxWorld::Options{}, m_clock).snapshot(), m_groups);
    QVERIFY(!saved);
    QVERIFY(saved.error().code == base::Error::Code::Unavailable);
    QVERIFY(!nowhere.load(m_groups));
}

QTEST_GUILESS_MAIN(StateFileTest)
#include "tst_statefile.moc"
