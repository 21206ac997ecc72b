// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainstore.h"
#include "tests/support/await.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using tokensmith::base::Error;
using tokensmith::base::Secret;
using tokensmith::secrets::KeychainStore;
using tokensmith::secrets::StoreStatus;
using tokensmith::test::await;

/** Runs where no keychain can be reached: on a bus without one, and without a bus. */
class NoKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNone();
    void leavesNoFileBehind();
    void answersFromTheEventLoop();

private:
    KeychainStore m_store{{.service = u"Tokensmith test"_s}};
};

void NoKeychainTest::saysThatThereIsNone()
{
    QElapsedTimer timer;
    timer.start();
    const StoreStatus status = await(m_store.status());
    QCOMPARE(status.state, StoreStatus::State::Unavailable);
    QCOMPARE(status.provider, StoreStatus::Provider::None);
    QVERIFY(!status.detail.isEmpty());

    const auto read = await(m_store.read(u"bootstrap"_s));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, Error::Code::KeychainUnavailable);
    const auto written = await(m_store.write(u"bootstrap"_s, Secret("cfut_value")));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, Error::Code::KeychainUnavailable);
    QVERIFY(written.error().message.endsWith(u"Nothing was stored."_s));
    const auto removed = await(m_store.remove(u"bootstrap"_s));
    QVERIFY(!removed.has_value());
    QCOMPARE(removed.error().code, Error::Code::KeychainUnavailable);
    QVERIFY2(timer.elapsed() < 5000, "a missing keychain is known at once");
}

void NoKeychainTest::leavesNoFileBehind()
{
    QVERIFY(!await(m_store.write(u"bootstrap"_s, Secret("cfut_plain_file_check"))).has_value());
    const QDir home = QDir::home();
    QVERIFY(home.absolutePath().contains(u"tokensmith-keyring."_s));
    QDirIterator files(home.absolutePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("cfut_plain_file_check"), qPrintable(file.fileName()));
    }
}

void NoKeychainTest::answersFromTheEventLoop()
{
    for (int i = 0; i < 50; ++i) { // the bus may or may not be quicker than we are
        auto status = m_store.status();
        QVERIFY(!status.isReady());
        await(std::move(status));
    }
}

QTEST_GUILESS_MAIN(NoKeychainTest)
#include "tst_nokeychain.moc"
