// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretservice.h"

#include <QTest>

using Provider = tokensmith::secrets::StoreStatus::Provider;

class SecretServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsProvidersByTheirProcess_data();
    void knowsProvidersByTheirProcess();
};

void SecretServiceTest::knowsProvidersByTheirProcess_data()
{
    QTest::addColumn<QByteArray>("comm");
    QTest::addColumn<Provider>("provider");
    QTest::newRow("GNOME, cut at 15") << QByteArray("gnome-keyring-d") << Provider::GnomeKeyring;
    QTest::newRow("Plasma 5") << QByteArray("kwalletd5") << Provider::KWallet;
    QTest::newRow("Plasma 6") << QByteArray("ksecretd") << Provider::KWallet;
    QTest::newRow("KeePassXC") << QByteArray("keepassxc") << Provider::KeePassXC;
    QTest::newRow("another") << QByteArray("oo7-daemon") << Provider::OtherService;
    QTest::newRow("unreadable") << QByteArray() << Provider::OtherService;
}

void SecretServiceTest::knowsProvidersByTheirProcess()
{
    QFETCH(QByteArray, comm);
    QFETCH(Provider, provider);
    QCOMPARE(tokensmith::secrets::providerOfProcess(comm), provider);
    QVERIFY(!tokensmith::secrets::providerName(provider).isEmpty());
}

QTEST_GUILESS_MAIN(SecretServiceTest)
#include "tst_secretservice.moc"
