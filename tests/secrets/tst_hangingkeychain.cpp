// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainstore.h"
#include "tests/support/await.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using tokensmith::base::Error;
using tokensmith::base::Secret;
using tokensmith::secrets::KeychainStore;
using tokensmith::test::await;

/** Runs with QT_NO_GLIB=1, where a job of libsecret never finishes. */
class HangingKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsEveryCall();
};

void HangingKeychainTest::endsEveryCall()
{
    QVERIFY(qEnvironmentVariableIntValue("QT_NO_GLIB") == 1);
    KeychainStore store{{.service = u"Tokensmith test"_s, .timeout = 200ms, .probeTimeout = 200ms}};
    const auto read = await(store.read(u"bootstrap"_s));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, Error::Code::Timeout);
    QVERIFY(read.error().message.contains(u"unlock prompt"_s));
    const auto written = await(store.write(u"bootstrap"_s, Secret("value")));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, Error::Code::Timeout);
    QVERIFY(written.error().message.endsWith(u"Nothing was stored."_s));
}

QTEST_GUILESS_MAIN(HangingKeychainTest)
#include "tst_hangingkeychain.moc"
