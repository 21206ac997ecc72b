// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cidr.h"

#include <QTest>

using namespace tokensmith;

using namespace Qt::StringLiterals;

class CidrTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonical_data();
    void canonical();
    void listNamesTheEntryAtFault();
    void listDropsDuplicates();
};

void CidrTest::canonical_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: refused
    QTest::newRow("v4 address") << u"203.0.113.24"_s << u"203.0.113.24/32"_s;
    QTest::newRow("v4 range") << u"203.0.113.0/24"_s << u"203.0.113.0/24"_s;
    QTest::newRow("v4 host bits") << u"203.0.113.77/24"_s << u"203.0.113.0/24"_s;
    QTest::newRow("v4 everything") << u"10.1.2.3/0"_s << u"0.0.0.0/0"_s;
    QTest::newRow("v6 address") << u"2001:DB8::1"_s << u"2001:db8::1/128"_s;
    QTest::newRow("v6 range") << u"2001:db8:0:0::/32"_s << u"2001:db8::/32"_s;
    QTest::newRow("v6 host bits") << u"2001:db8::ffff/113"_s << u"2001:db8::8000/113"_s;
    QTest::newRow("v6 loopback") << u"::1"_s << u"::1/128"_s;
    QTest::newRow("v4 in v6") << u"::ffff:1.2.3.4"_s << u"::ffff:1.2.3.4/128"_s;
    QTest::newRow("octet too big") << u"999.1.1.1"_s << QString();
    QTest::newRow("v4 prefix too long") << u"1.2.3.4/33"_s << QString();
    QTest::newRow("v6 prefix too long") << u"::1/129"_s << QString();
    QTest::newRow("prefix 999") << u"::1/999"_s << QString();
    QTest::newRow("word") << u"abc"_s << QString();
    QTest::newRow("short v4") << u"10.1"_s << QString();
    QTest::newRow("five octets") << u"1.2.3.4.5"_s << QString();
    QTest::newRow("trailing dot") << u"1.2.3.4."_s << QString();
    QTest::newRow("hexadecimal v4") << u"0x7f.0.0.1"_s << QString();
    QTest::newRow("leading zero") << u"010.0.0.1"_s << QString();
    QTest::newRow("leading zero in prefix") << u"10.0.0.0/08"_s << QString();
    QTest::newRow("zone index") << u"fe80::1%eth0"_s << QString();
    QTest::newRow("blank") << u" 1.2.3.4"_s << QString();
    QTest::newRow("new line") << u"1.2.3.4\n"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("two slashes") << u"1.2.3.4/8/8"_s << QString();
}

void CidrTest::canonical()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const base::Result<QString> result = model::canonicalCidr(text);
    QCOMPARE(result.value_or(QString()), expected);
    if (!result)
        QCOMPARE(result.error().code, base::Error::Code::InvalidArgument);
}

void CidrTest::listNamesTheEntryAtFault()
{
    const auto result = model::canonicalCidrs({u"10.0.0.1"_s, u"nonsense"_s}, u"ipAllow"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().field, u"ipAllow[1]"_s);
    QVERIFY(result.error().message.contains(u"nonsense"_s));
}

void CidrTest::listDropsDuplicates()
{
    const auto result = model::canonicalCidrs({u"10.0.0.1"_s, u"10.0.0.1/32"_s, u"10.0.0.2"_s}, u"ipAllow"_s);
    QVERIFY(result);
    QCOMPARE(*result, QStringList({u"10.0.0.1/32"_s, u"10.0.0.2/32"_s}));
}

QTEST_GUILESS_MAIN(CidrTest)
#include "tst_cidr.moc"
