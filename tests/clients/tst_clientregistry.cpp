// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/clientregistry.h"
#include "tests/store/databasefile.h"
#include "tests/support/fakeclock.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace tokensmith;
using namespace tokensmith::clients;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** A registry on a file; made anew it is what a restart finds. */
class ClientRegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aKeyIsShownOnceAndKeptAsAHash();
    void refusesBadNames_data();
    void refusesBadNames();
    void aRenamedKeyOpensUnderItsNewName();
    void aPausedKeyIsKnownAndClosed();
    void aRevokedKeyIsGone();
    void pausesAllAndEachKeepsItsOwn();
    void policiesSurviveAndTellOfChanges();
    void anUnreadablePolicyOpensNothing();
    void theOperatorsKeyCanBePausedOnly();
    void writesSightingsOnceAMinute();
    void withoutADatabaseNothingIsMade();
    void policiesRoundTrip();
    void refusesLimitsWithoutSense();

private:
    void restart();
    [[nodiscard]] QString ownerOf(const base::Secret &key) const
    {
        return m_keys->authenticate(key).value_or(ClientIdentity{}).name;
    }

    std::unique_ptr<test::DatabaseFile> m_file;
    test::FakeClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::ClientStore> m_store;
    std::unique_ptr<ClientKeys> m_keys;
    std::unique_ptr<ClientRegistry> m_registry;
};

void ClientRegistryTest::init()
{
    m_registry.reset();
    m_database.reset();
    m_file = std::make_unique<test::DatabaseFile>();
    restart();
}

void ClientRegistryTest::restart()
{
    m_registry.reset();
    m_database.reset();
    m_database = m_file->open();
    m_store = std::make_unique<store::ClientStore>(*m_database);
    m_keys = std::make_unique<ClientKeys>();
    m_registry = std::make_unique<ClientRegistry>(
        ClientRegistry::Parts{.keys = *m_keys, .clock = m_clock, .store = m_store.get()});
    QVERIFY_RESULT(m_registry->load());
}

void ClientRegistryTest::aKeyIsShownOnceAndKeptAsAHash()
{
    const auto key = m_registry->create(u"laptop"_s, {});
    QVERIFY_RESULT(key);
    QVERIFY(key->reveal().startsWith("tsk_"));
    QCOMPARE(key->reveal().size(), 47);
    QCOMPARE(ownerOf(*key), u"laptop"_s);
    const auto other = m_registry->create(u"other"_s, {});
    QVERIFY_RESULT(other);
    QVERIFY(!key->equals(*other));
    restart();
    QCOMPARE(ownerOf(*key), u"laptop"_s);
    QCOMPARE(ownerOf(*other), u"other"_s);
    m_registry.reset();
    m_database.reset(); // written back into the one file
    QVERIFY(m_file->content().contains("laptop"));
    QVERIFY(!m_file->content().contains(key->reveal()));
    QVERIFY(!m_file->content().contains(key->reveal().sliced(4)));
}

void ClientRegistryTest::refusesBadNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u" "_s;
    QTest::newRow("line break") << u"a\nb"_s;
    QTest::newRow("long") << QString(65, u'a');
    QTest::newRow("reserved") << u"env"_s;
    QTest::newRow("taken") << u"taken"_s;
}

void ClientRegistryTest::refusesBadNames()
{
    QFETCH(QString, name);
    QVERIFY_RESULT(m_registry->create(u"taken"_s, {}));
    QVERIFY_RESULT(m_registry->create(u"b"_s, {}));
    QCOMPARE(m_registry->create(name, {}).error().field, u"name"_s);
    QCOMPARE(m_registry->rename(u"b"_s, name).error().field, u"name"_s);
    QCOMPARE(m_registry->all().size(), 2U);
    QCOMPARE(m_keys->count(), 2);
}

void ClientRegistryTest::aRenamedKeyOpensUnderItsNewName()
{
    const auto key = m_registry->create(u"a"_s, {});
    QSignalSpy out(m_registry.get(), &ClientRegistry::shutOut);
    QVERIFY_RESULT(m_registry->rename(u"a"_s, u"b"_s));
    QCOMPARE(ownerOf(*key), u"b"_s);
    QCOMPARE(out.size(), 1);
    restart();
    QCOMPARE(ownerOf(*key), u"b"_s);
    QVERIFY(!m_registry->find(u"a"_s));
}

void ClientRegistryTest::aPausedKeyIsKnownAndClosed()
{
    const auto key = m_registry->create(u"a"_s, {});
    QSignalSpy out(m_registry.get(), &ClientRegistry::shutOut);
    QVERIFY_RESULT(m_registry->setStanding(u"a"_s, KeyStanding::Paused));
    QCOMPARE(m_keys->authenticate(*key)->standing, KeyStanding::Paused);
    QCOMPARE(out.size(), 1);
    restart();
    QCOMPARE(m_keys->authenticate(*key)->standing, KeyStanding::Paused);
    QVERIFY_RESULT(m_registry->setStanding(u"a"_s, KeyStanding::Open));
    QCOMPARE(m_keys->authenticate(*key)->standing, KeyStanding::Open);
}

void ClientRegistryTest::aRevokedKeyIsGone()
{
    const auto key = m_registry->create(u"a"_s, ClientPolicy::unlimited());
    const auto other = m_registry->create(u"b"_s, {});
    QSignalSpy out(m_registry.get(), &ClientRegistry::shutOut);
    QVERIFY_RESULT(m_registry->revoke(m_registry->all().front().name));
    QCOMPARE(out.value(0).value(0).toString(), u"a"_s);
    QVERIFY(!m_keys->authenticate(*key));
    QCOMPARE(ownerOf(*other), u"b"_s);
    QCOMPARE(m_registry->policyOf(u"a"_s).of(CallClass::Read), Permission::Deny);
    QCOMPARE(m_registry->revoke(u"a"_s).error().code, base::Error::Code::NotFound);
    restart();
    QVERIFY(!m_keys->authenticate(*key));
}

void ClientRegistryTest::pausesAllAndEachKeepsItsOwn()
{
    const auto open = m_registry->create(u"open"_s, {});
    const auto paused = m_registry->create(u"paused"_s, {});
    QVERIFY_RESULT(m_registry->setStanding(u"paused"_s, KeyStanding::Paused));
    QSignalSpy out(m_registry.get(), &ClientRegistry::shutOut);
    m_registry->setAllPaused(KeyStanding::Paused);
    QCOMPARE(out.size(), 2);
    const auto late = m_registry->create(u"late"_s, {});
    QCOMPARE(m_keys->authenticate(*open)->standing, KeyStanding::Paused);
    QCOMPARE(m_keys->authenticate(*late)->standing, KeyStanding::Paused);
    m_registry->setAllPaused(KeyStanding::Open);
    QCOMPARE(m_keys->authenticate(*open)->standing, KeyStanding::Open);
    QCOMPARE(m_keys->authenticate(*late)->standing, KeyStanding::Open);
    QCOMPARE(m_keys->authenticate(*paused)->standing, KeyStanding::Paused);
}

void ClientRegistryTest::policiesSurviveAndTellOfChanges()
{
    QVERIFY_RESULT(m_registry->create(u"a"_s, {}));
    ClientPolicy policy = ClientPolicy::unlimited();
    policy.set(CallClass::Revoke, Permission::Deny);
    policy.limits.longestLifetime = u"30d"_s;
    QSignalSpy told(m_registry.get(), &ClientRegistry::policyChanged);
    QVERIFY_RESULT(m_registry->setPolicy(u"a"_s, policy));
    QVERIFY_RESULT(m_registry->setPolicy(u"a"_s, policy));
    QCOMPARE(told.size(), 1);
    restart();
    QCOMPARE(m_registry->policyOf(u"a"_s), policy);
}

void ClientRegistryTest::anUnreadablePolicyOpensNothing()
{
    const auto key = m_registry->create(u"a"_s, ClientPolicy::unlimited());
    m_file->runRaw({u"UPDATE client_key SET policy = '{\"read\":\"everything\"}'"_s});
    restart();
    QCOMPARE(m_keys->authenticate(*key)->standing, KeyStanding::Paused);
    QCOMPARE(m_registry->policyOf(u"a"_s).of(CallClass::Read), Permission::Deny);
}

void ClientRegistryTest::theOperatorsKeyCanBePausedOnly()
{
    const base::Secret key("from the environment");
    QVERIFY_RESULT(m_registry->declare(u"env"_s, key, ClientPolicy::unlimited()));
    QCOMPARE(ownerOf(key), u"env"_s);
    QCOMPARE(m_registry->find(u"env"_s)->origin, Client::Origin::Environment);
    QCOMPARE(m_registry->rename(u"env"_s, u"b"_s).error().code, base::Error::Code::PermissionDenied);
    QCOMPARE(m_registry->setPolicy(u"env"_s, {}).error().code, base::Error::Code::PermissionDenied);
    QCOMPARE(m_registry->revoke(u"env"_s).error().code, base::Error::Code::PermissionDenied);
    QVERIFY_RESULT(m_registry->setStanding(u"env"_s, KeyStanding::Paused));
    QCOMPARE(m_keys->authenticate(key)->standing, KeyStanding::Paused);
    restart();
    QVERIFY(!m_keys->authenticate(key));
    QVERIFY(m_store->all()->empty());
}

void ClientRegistryTest::writesSightingsOnceAMinute()
{
    QVERIFY_RESULT(m_registry->create(u"a"_s, {}));
    m_registry->see(u"a"_s, {.revision = u"2026-07-28"_s, .client = u"one\x1b[31m 1.0"_s});
    QCOMPARE(m_store->all()->front().seenAt, m_clock.now());
    QCOMPARE(m_store->all()->front().seenRevision, u"2026-07-28"_s);
    QVERIFY(!m_store->all()->front().seenAs.contains(u'\x1b'));
    QSignalSpy told(m_registry.get(), &ClientRegistry::changed);
    const QDateTime first = m_clock.now();
    m_clock.advance(59s);
    m_registry->see(u"a"_s, {});
    QCOMPARE(m_store->all()->front().seenAt, first);
    QCOMPARE(m_registry->find(u"a"_s)->seenAt, m_clock.now());
    QCOMPARE(told.size(), 0);
    m_clock.advance(1s);
    m_registry->see(u"a"_s, {.client = u"two"_s});
    QCOMPARE(m_store->all()->front().seenAt, m_clock.now());
    QCOMPARE(m_store->all()->front().seenRevision, u"2026-07-28"_s);
    QCOMPARE(m_store->all()->front().seenAs, u"two"_s);
    QCOMPARE(told.size(), 1);
    m_registry->see(u"nobody"_s, {});
}

void ClientRegistryTest::withoutADatabaseNothingIsMade()
{
    ClientKeys keys;
    ClientRegistry registry({.keys = keys, .clock = m_clock});
    QVERIFY_RESULT(registry.load());
    QCOMPARE(registry.create(u"a"_s, {}).error().code, base::Error::Code::Unavailable);
    QVERIFY(keys.isEmpty());
    QVERIFY_RESULT(registry.declare(u"env"_s, base::Secret("key"), ClientPolicy::unlimited()));
    registry.see(u"env"_s, {});
}

void ClientRegistryTest::policiesRoundTrip()
{
    ClientPolicy policy;
    QCOMPARE(policy.of(CallClass::Read), Permission::Allow);
    QCOMPARE(policy.of(CallClass::Create), Permission::Ask);
    QCOMPARE(policy.secrets, SecretDelivery::Hidden);
    policy.set(CallClass::Change, Permission::Deny);
    policy.limits = {.accounts = {QString(32, u'a')}, .templates = {u"dns_edit"_s}, .longestLifetime = u"1y"_s};
    QCOMPARE(policyFrom(toJson(policy)).value(), policy);
    for (const QString &member : toJson(policy).keys()) {
        QJsonObject broken = toJson(policy);
        broken.insert(member, QJsonArray{1});
        QCOMPARE(policyFrom(broken).error().field, member);
        broken.remove(member);
        QVERIFY2(!policyFrom(broken), qPrintable(member));
    }
}

void ClientRegistryTest::refusesLimitsWithoutSense()
{
    QCOMPARE(m_registry->create(u"a"_s, {.limits = {.accounts = {u"me"_s}}}).error().field, u"accounts"_s);
    QCOMPARE(m_registry->create(u"a"_s, {.limits = {.longestLifetime = u"soon"_s}}).error().field,
             u"longestLifetime"_s);
    QVERIFY(m_registry->all().empty());
}

QTEST_GUILESS_MAIN(ClientRegistryTest)
#include "tst_clientregistry.moc"
