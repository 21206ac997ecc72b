// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainstore.h"
#include "tests/secrets/keyringdaemon.h"
#include "tests/support/await.h"
#include "tests/support/verifyresult.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using tokensmith::base::Error;
using tokensmith::base::Secret;
using tokensmith::secrets::KeychainStore;
using tokensmith::secrets::StoreStatus;
using tokensmith::test::await;
using tokensmith::test::KeyringDaemon;

class KeychainStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsAValue_data();
    void keepsAValue();
    void isSharedWithOtherPrograms();
    void overwrites();
    void removes();
    void keepsServicesApart();
    void refusesWhatItCannotHold_data();
    void refusesWhatItCannotHold();
    void servesCallsInOrder();
    void tellsItsStatus();
    void answersFromTheEventLoop();
    void aLockedKeychainIsNotAnEmptyOne();
    void givesUpOnASilentKeychain();
    void mayBeDestroyedDuringACall();

private:
    KeychainStore m_store{{.service = u"Tokensmith test"_s}};
};

void KeychainStoreTest::init()
{
    QVERIFY(KeyringDaemon::thaw());
    QVERIFY(KeyringDaemon::unlock());
}

void KeychainStoreTest::keepsAValue_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("token") << u"bootstrap"_s << QByteArray("cfut_0123456789abcdef0123456789abcdef0123");
    QTest::newRow("unicode") << u"Schlüssel/日本 🔑"_s << QByteArray("pä55wörd – 秘密 🔐\n\tzweite Zeile\n");
    QTest::newRow("4 KB") << u"large"_s << QByteArray(4096, 'x');
    QTest::newRow("shell characters") << u"a'b\"c $(d) ; %s"_s << QByteArray("'; rm \"$x\" %n\\0");
    QTest::newRow("spaces kept") << u" key "_s << QByteArray("  value  ");
}

void KeychainStoreTest::keepsAValue()
{
    QFETCH(QString, key);
    QFETCH(QByteArray, value);
    const auto before = await(m_store.read(key));
    QVERIFY_RESULT(before);
    QVERIFY(!before->has_value());
    QVERIFY(await(m_store.write(key, Secret(value))).has_value());
    const auto after = await(m_store.read(key));
    QVERIFY_RESULT(after);
    QVERIFY(after->has_value());
    QCOMPARE((*after)->reveal(), value);
}

void KeychainStoreTest::isSharedWithOtherPrograms()
{
    QVERIFY(await(m_store.write(u"shared"_s, Secret("cfut_shared"))).has_value());
    QCOMPARE(KeyringDaemon::lookUp("Tokensmith test", "shared"), QByteArray("cfut_shared"));
}

void KeychainStoreTest::overwrites()
{
    QVERIFY(await(m_store.write(u"rolled"_s, Secret("first, and longer"))).has_value());
    QVERIFY(await(m_store.write(u"rolled"_s, Secret("second"))).has_value());
    const auto value = await(m_store.read(u"rolled"_s));
    QVERIFY_RESULT(value);
    QCOMPARE((*value)->reveal(), QByteArray("second"));
}

void KeychainStoreTest::removes()
{
    QVERIFY(await(m_store.write(u"gone"_s, Secret("value"))).has_value());
    QVERIFY(await(m_store.remove(u"gone"_s)).has_value());
    const auto value = await(m_store.read(u"gone"_s));
    QVERIFY_RESULT(value);
    QVERIFY(!value->has_value());
    QVERIFY(await(m_store.remove(u"gone"_s)).has_value());
}

void KeychainStoreTest::keepsServicesApart()
{
    KeychainStore other{{.service = u"Tokensmith other"_s}};
    QVERIFY(await(m_store.write(u"same"_s, Secret("ours"))).has_value());
    const auto foreign = await(other.read(u"same"_s));
    QVERIFY_RESULT(foreign);
    QVERIFY(!foreign->has_value());
}

void KeychainStoreTest::refusesWhatItCannotHold_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("field");
    QTest::newRow("no key") << QString() << QByteArray("value") << u"key"_s;
    QTest::newRow("NUL in key") << u"a\0b"_s << QByteArray("value") << u"key"_s;
    QTest::newRow("empty value") << u"key"_s << QByteArray("") << u"value"_s;
    QTest::newRow("NUL in value") << u"key"_s << QByteArray("a\0b", 3) << u"value"_s;
    QTest::newRow("not UTF-8") << u"key"_s << QByteArray("\xff\xfe") << u"value"_s;
}

void KeychainStoreTest::refusesWhatItCannotHold()
{
    QFETCH(QString, key);
    QFETCH(QByteArray, value);
    QFETCH(QString, field);
    const auto result = await(m_store.write(key, Secret(value)));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, Error::Code::InvalidArgument);
    QCOMPARE(result.error().field, field);
}

void KeychainStoreTest::servesCallsInOrder()
{
    auto first = m_store.write(u"order"_s, Secret("1"));
    auto second = m_store.write(u"order"_s, Secret("2"));
    auto read = m_store.read(u"order"_s);
    auto third = m_store.write(u"order"_s, Secret("3"));
    const auto seen = await(std::move(read));
    QVERIFY_RESULT(seen);
    QCOMPARE((*seen)->reveal(), QByteArray("2"));
    QVERIFY(await(std::move(first)).has_value());
    QVERIFY(await(std::move(second)).has_value());
    QVERIFY(await(std::move(third)).has_value());
}

void KeychainStoreTest::tellsItsStatus()
{
    const StoreStatus status = await(m_store.status());
    QCOMPARE(status.state, StoreStatus::State::Ready);
    QCOMPARE(status.provider, StoreStatus::Provider::GnomeKeyring);
    QCOMPARE(status.message, u"GNOME Keyring is ready."_s);
}

void KeychainStoreTest::aLockedKeychainIsNotAnEmptyOne()
{
    QVERIFY(await(m_store.write(u"kept"_s, Secret("value"))).has_value());
    QVERIFY(KeyringDaemon::lock());

    QCOMPARE(await(m_store.status()).state, StoreStatus::State::Locked);
    for (const QString &key : {u"kept"_s, u"never stored"_s}) {
        const auto read = await(m_store.read(key));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, Error::Code::KeychainLocked);
        QCOMPARE(read.error().message, u"The keychain is locked. Unlock it, then press Try again."_s);
        const auto removed = await(m_store.remove(key));
        QVERIFY(!removed.has_value());
        QCOMPARE(removed.error().code, Error::Code::KeychainLocked);
    }
    const auto written = await(m_store.write(u"kept"_s, Secret("other")));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, Error::Code::KeychainLocked);
    QVERIFY(written.error().message.endsWith(u"Nothing was stored."_s));

    QVERIFY(KeyringDaemon::unlock());
    const auto value = await(m_store.read(u"kept"_s));
    QVERIFY_RESULT(value);
    QCOMPARE((*value)->reveal(), QByteArray("value"));
}

void KeychainStoreTest::givesUpOnASilentKeychain()
{
    KeychainStore store{{.service = u"Tokensmith test"_s, .timeout = 300ms, .probeTimeout = 300ms}};
    QVERIFY(KeyringDaemon::freeze());
    auto begun = store.write(u"late"_s, Secret("arrives late"));
    auto waiting = store.write(u"never"_s, Secret("never arrives"));
    QElapsedTimer timer;
    timer.start();
    const auto first = await(std::move(begun));
    const auto second = await(std::move(waiting));
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(first.error().code, Error::Code::OutcomeUnknown);
    QCOMPARE(second.error().code, Error::Code::Timeout);
    QVERIFY(second.error().message.endsWith(u"Nothing was stored."_s));
    QCOMPARE(await(store.status()).state, StoreStatus::State::NotAnswering);

    // The answer that comes too late finds nobody, frees the queue, and only what had begun takes effect.
    QVERIFY(KeyringDaemon::thaw());
    const auto never = await(m_store.read(u"never"_s));
    QVERIFY_RESULT(never);
    QVERIFY(!never->has_value());
    const auto late = await(m_store.read(u"late"_s));
    QCOMPARE((*late)->reveal(), QByteArray("arrives late"));
    QVERIFY(await(store.write(u"never"_s, Secret("now"))).has_value());
}

void KeychainStoreTest::mayBeDestroyedDuringACall()
{
    auto store = std::make_unique<KeychainStore>(KeychainStore::Options{.service = u"Tokensmith test"_s});
    auto first = store->write(u"orphan"_s, Secret("value"));
    auto second = store->read(u"orphan"_s);
    store.reset();
    QVERIFY(await(std::move(first)).has_value());
    const auto value = await(std::move(second));
    QVERIFY_RESULT(value);
    QCOMPARE((*value)->reveal(), QByteArray("value"));
}

void KeychainStoreTest::answersFromTheEventLoop()
{
    for (int i = 0; i < 50; ++i) { // the bus may or may not be quicker than we are
        auto status = m_store.status();
        QVERIFY(!status.isReady());
        await(std::move(status));
    }
}

QTEST_GUILESS_MAIN(KeychainStoreTest)
#include "tst_keychainstore.moc"
