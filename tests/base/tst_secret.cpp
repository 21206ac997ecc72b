// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identifiers.h"
#include "core/base/secret.h"

#include <QDebug>
#include <QTest>

#include <concepts>
#include <type_traits>

using tokensmith::base::Secret;

template <typename T>
concept Printable = requires(QDebug debug, const T &value)
{
    debug << value;
};
template <typename T>
concept Comparable = requires(const T &value)
{
    value == value;
};
static_assert(!Printable<Secret>);
static_assert(!Comparable<Secret>);
static_assert(!std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<QByteArray, Secret>);

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesWholeValues();
    void copiesDoNotShareABuffer();
    void keepsABufferOfItsOwn();
    void identifiers();
};

void SecretTest::comparesWholeValues()
{
    QVERIFY(Secret("abc").equals(Secret("abc")));
    QVERIFY(!Secret("abc").equals(Secret("abd")));
    QVERIFY(!Secret("abc").equals(Secret("ab")));
    QVERIFY(!Secret("abc").equals(Secret()));
    QVERIFY(Secret().equals(Secret("")));
}

void SecretTest::copiesDoNotShareABuffer()
{
    const Secret first("cfut_value");
    const Secret second = first;
    QVERIFY(first.reveal().constData() != second.reveal().constData());
    QCOMPARE(second.reveal(), QByteArray("cfut_value"));
}

void SecretTest::keepsABufferOfItsOwn()
{
    const QByteArray original("cfut_value");
    const Secret first(original);
    QVERIFY(first.reveal().constData() != original.constData());
    Secret secret{QByteArray("first")};
    secret = Secret(QByteArray("second"));
    QCOMPARE(secret.reveal(), QByteArray("second"));
    const Secret moved = std::move(secret);
    QCOMPARE(moved.reveal(), QByteArray("second"));
    QVERIFY(secret.isEmpty()); // NOLINT(bugprone-use-after-move): emptied by contract
}

void SecretTest::identifiers()
{
    using namespace tokensmith::base;
    QVERIFY(isCloudflareId(u"0123456789abcdef0123456789abcdef"));
    QVERIFY(!isCloudflareId(u""));
    QVERIFY(!isCloudflareId(u"0123456789abcdef0123456789abcde"));
    QVERIFY(!isCloudflareId(u"0123456789ABCDEF0123456789abcdef"));
    QVERIFY(!isCloudflareId(u"../../zones/89abcdef0123456789ab"));
    QVERIFY(!isCloudflareId(u"0123456789abcdef0123456789abcde\u0661"));
    QCOMPARE(randomHex(16).size(), 32);
    QVERIFY(randomHex(16) != randomHex(16));
    QCOMPARE(randomKey(32).size(), 43);
}

QTEST_GUILESS_MAIN(SecretTest)
#include "tst_secret.moc"
