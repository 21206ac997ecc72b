// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/memorystore.h"
#include "tests/support/await.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tokensmith::base::Error;
using tokensmith::base::Secret;
using tokensmith::secrets::MemoryStore;
using tokensmith::secrets::StoreStatus;
using tokensmith::test::await;

class MemoryStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOverwritesAndRemoves();
    void refusesWhatAKeychainWould();
    void isReady();

private:
    MemoryStore m_store;
};

void MemoryStoreTest::keepsOverwritesAndRemoves()
{
    QVERIFY(!await(m_store.read(u"key"_s))->has_value());
    QVERIFY(await(m_store.write(u"key"_s, Secret("first"))).has_value());
    QVERIFY(await(m_store.write(u"key"_s, Secret("second"))).has_value());
    const auto value = await(m_store.read(u"key"_s));
    QCOMPARE((*value)->reveal(), QByteArray("second"));
    QVERIFY(await(m_store.remove(u"key"_s)).has_value());
    QVERIFY(await(m_store.remove(u"key"_s)).has_value());
    QVERIFY(!await(m_store.read(u"key"_s))->has_value());
}

void MemoryStoreTest::refusesWhatAKeychainWould()
{
    QCOMPARE(await(m_store.read(QString())).error().code, Error::Code::InvalidArgument);
    QCOMPARE(await(m_store.write(QString(), Secret("value"))).error().field, u"key"_s);
    QCOMPARE(await(m_store.write(u"key"_s, Secret())).error().field, u"value"_s);
    QCOMPARE(await(m_store.write(u"key"_s, Secret("\xff"))).error().field, u"value"_s);
    QCOMPARE(await(m_store.remove(QString())).error().code, Error::Code::InvalidArgument);
}

void MemoryStoreTest::isReady()
{
    const StoreStatus status = await(m_store.status());
    QCOMPARE(status.state, StoreStatus::State::Ready);
    QCOMPARE(status.provider, StoreStatus::Provider::Memory);
    QVERIFY(!status.message.isEmpty());
}

QTEST_GUILESS_MAIN(MemoryStoreTest)
#include "tst_memorystore.moc"
