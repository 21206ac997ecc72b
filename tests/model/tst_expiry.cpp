// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/expiry.h"

#include <QTest>

using namespace tokensmith;

using namespace Qt::StringLiterals;

class ExpiryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grammar_data();
    void grammar();
    void refusals_data();
    void refusals();
};

void ExpiryTest::grammar_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("expected"); // empty: never
    QTest::newRow("never") << u"never"_s << u"2026-01-31T10:00:00Z"_s << QString();
    QTest::newRow("empty") << QString() << u"2026-01-31T10:00:00Z"_s << QString();
    QTest::newRow("an hour") << u"1h"_s << u"2026-01-31T23:30:00Z"_s << u"2026-02-01T00:30:00Z"_s;
    QTest::newRow("days") << u"30d"_s << u"2026-01-31T10:00:00Z"_s << u"2026-03-02T10:00:00Z"_s;
    QTest::newRow("short month") << u"1m"_s << u"2026-01-31T10:00:00Z"_s << u"2026-02-28T10:00:00Z"_s;
    QTest::newRow("leap year") << u"1m"_s << u"2028-01-31T10:00:00Z"_s << u"2028-02-29T10:00:00Z"_s;
    QTest::newRow("leap day a year on") << u"1y"_s << u"2028-02-29T10:00:00Z"_s << u"2029-02-28T10:00:00Z"_s;
    QTest::newRow("most hours") << u"8760h"_s << u"2026-01-01T00:00:00Z"_s << u"2027-01-01T00:00:00Z"_s;
    QTest::newRow("whole seconds") << u"1d"_s << u"2026-01-01T00:00:00.987Z"_s << u"2026-01-02T00:00:00Z"_s;
}

void ExpiryTest::grammar()
{
    QFETCH(QString, text);
    QFETCH(QString, now);
    QFETCH(QString, expected);
    const auto result = model::expiryAfter(text, QDateTime::fromString(now, Qt::ISODateWithMs));
    QVERIFY(result);
    QCOMPARE(result->has_value(), !expected.isEmpty());
    if (result->has_value())
        QCOMPARE(**result, QDateTime::fromString(expected, Qt::ISODate));
}

void ExpiryTest::refusals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("inMessage");
    QTest::newRow("zero") << u"0d"_s << u"greater than 0"_s;
    QTest::newRow("no unit") << u"10"_s << u"Invalid expiration format"_s;
    QTest::newRow("weeks") << u"2w"_s << u"Invalid expiration format"_s;
    QTest::newRow("capital") << u"2D"_s << u"Invalid expiration format"_s;
    QTest::newRow("negative") << u"-2d"_s << u"Invalid expiration format"_s;
    QTest::newRow("new line") << u"2d\n"_s << u"Invalid expiration format"_s;
    QTest::newRow("too many hours") << u"8761h"_s << u"Maximum: 8760h"_s;
    QTest::newRow("too many days") << u"366d"_s << u"Maximum: 365d"_s;
    QTest::newRow("too many months") << u"13m"_s << u"Maximum: 12m"_s;
    QTest::newRow("too many years") << u"11y"_s << u"Maximum: 10y"_s;
    QTest::newRow("overflow") << u"99999999999999999999d"_s << u"Invalid expiration format"_s;
    QTest::newRow("other digits") << u"\u0661d"_s << u"Invalid expiration format"_s;
}

void ExpiryTest::refusals()
{
    QFETCH(QString, text);
    QFETCH(QString, inMessage);
    const auto result = model::expiryAfter(text, QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::Error::Code::InvalidArgument);
    QCOMPARE(result.error().field, u"expiresIn"_s);
    QVERIFY2(result.error().message.contains(inMessage), qPrintable(result.error().message));
}

QTEST_GUILESS_MAIN(ExpiryTest)
#include "tst_expiry.moc"
