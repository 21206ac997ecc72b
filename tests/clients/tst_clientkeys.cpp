// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/clientkeys.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using base::Secret;

class ClientKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeyNamesItsOwner();
    void nothingElseOpens_data();
    void nothingElseOpens();
    void anEmptyKeyIsNoKey();
};

void ClientKeysTest::theKeyNamesItsOwner()
{
    clients::ClientKeys keys;
    QVERIFY(keys.isEmpty());
    QVERIFY(keys.add(u"env"_s, Secret("first-key")));
    QVERIFY(keys.add(u"editor"_s, Secret("second-key")));
    QCOMPARE(keys.count(), 2);
    QCOMPARE(keys.authenticate(Secret("first-key"))->name, u"env"_s);
    QCOMPARE(keys.authenticate(Secret("second-key"))->name, u"editor"_s);
}

void ClientKeysTest::nothingElseOpens_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("beginning") << QByteArray("first-ke");
    QTest::newRow("longer") << QByteArray("first-key ");
    QTest::newRow("other case") << QByteArray("First-Key");
    QTest::newRow("the name") << QByteArray("env");
    QTest::newRow("with a NUL") << QByteArray("first-key\0", 10);
}

void ClientKeysTest::nothingElseOpens()
{
    QFETCH(QByteArray, key);
    clients::ClientKeys keys;
    QVERIFY(!keys.authenticate(Secret(key)));
    QVERIFY(keys.add(u"env"_s, Secret("first-key")));
    QVERIFY(!keys.authenticate(Secret(key)));
}

void ClientKeysTest::anEmptyKeyIsNoKey()
{
    clients::ClientKeys keys;
    QVERIFY(!keys.add(u"env"_s, Secret()));
    QVERIFY(keys.isEmpty());
}

QTEST_GUILESS_MAIN(ClientKeysTest)
#include "tst_clientkeys.moc"
