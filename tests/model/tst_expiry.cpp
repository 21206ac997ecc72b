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
    void beginnings_data();
    void beginnings();
    void refusedBeginnings_data();
    void refusedBeginnings();
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
    QTest::newRow("zero") << u"0d"_s << u"Expiration amount must be greater than 0"_s;
    QTest::newRow("no unit") << u"10"_s << u"Use formats like \"1h\", \"7d\", \"30d\", \"3m\", \"1y\", or \"never\"."_s;
    QTest::newRow("weeks")
        << u"2w"_s
        << u"Invalid expiration format: \"2w\". Use formats like \"1h\", \"7d\", \"30d\", \"3m\", \"1y\", or \"never\"."_s;
    QTest::newRow("capital") << u"2D"_s << u"Use formats like \"1h\", \"7d\", \"30d\", \"3m\", \"1y\", or \"never\"."_s;
    QTest::newRow("negative") << u"-2d"_s
                              << u"Use formats like \"1h\", \"7d\", \"30d\", \"3m\", \"1y\", or \"never\"."_s;
    QTest::newRow("new line") << u"2d\n"_s
                              << u"Use formats like \"1h\", \"7d\", \"30d\", \"3m\", \"1y\", or \"never\"."_s;
    QTest::newRow("too many hours") << u"8761h"_s << u"Expiration too far in the future. Maximum: 8760h"_s;
    QTest::newRow("too many days") << u"366d"_s << u"Expiration too far in the future. Maximum: 365d"_s;
    QTest::newRow("too many months") << u"13m"_s << u"Expiration too far in the future. Maximum: 12m"_s;
    QTest::newRow("too many years") << u"11y"_s << u"Expiration too far in the future. Maximum: 10y"_s;
    QTest::newRow("overflow") << u"99999999999999999999d"_s
                              << u"Use formats like \"1h\", \"7d\", \"30d\", \"3m\", \"1y\", or \"never\"."_s;
    QTest::newRow("other digits") << u"\u0661d"_s
                                  << u"Use formats like \"1h\", \"7d\", \"30d\", \"3m\", \"1y\", or \"never\"."_s;
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

void ExpiryTest::beginnings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: at once
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("UTC") << u"2026-12-01T08:00:00Z"_s << u"2026-12-01T08:00:00Z"_s;
    QTest::newRow("offset") << u"2026-12-01T08:00:00+01:30"_s << u"2026-12-01T06:30:00Z"_s;
    QTest::newRow("fraction") << u"2026-12-01T08:00:00.999Z"_s << u"2026-12-01T08:00:00Z"_s;
    QTest::newRow("lower case") << u"2026-12-01t08:00:00z"_s << u"2026-12-01T08:00:00Z"_s;
    QTest::newRow("in the past") << u"2020-02-29T00:00:00Z"_s << u"2020-02-29T00:00:00Z"_s;
    QTest::newRow("hours") << u"12h"_s << u"2026-11-30T22:00:00Z"_s;
    QTest::newRow("months") << u"3m"_s << u"2027-02-28T10:00:00Z"_s;
    QTest::newRow("just before the end") << u"2027-11-30T09:59:59Z"_s << u"2027-11-30T09:59:59Z"_s;
}

void ExpiryTest::beginnings()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const QDateTime now(QDate(2026, 11, 30), QTime(10, 0, 0, 500), Qt::UTC);
    const auto start = model::startFrom(text, now, QDateTime(QDate(2027, 11, 30), QTime(10, 0), Qt::UTC));
    QVERIFY2(start, start ? "" : qPrintable(start.error().message));
    QCOMPARE(start->has_value() ? (*start)->toString(Qt::ISODateWithMs) : QString(),
             expected.isEmpty() ? QString() : expected.chopped(1) + u".000Z"_s);
}

void ExpiryTest::refusedBeginnings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("inMessage");
    const QString neither = u"neither a moment"_s;
    QTest::newRow("word") << u"soon"_s << neither;
    QTest::newRow("never") << u"never"_s << neither;
    QTest::newRow("no offset") << u"2026-12-01T08:00:00"_s << neither;
    QTest::newRow("date") << u"2026-12-01"_s << neither;
    QTest::newRow("no such day") << u"2026-02-30T08:00:00Z"_s << neither;
    QTest::newRow("no such hour") << u"2026-02-03T25:00:00Z"_s << neither;
    QTest::newRow("in the year 10000") << u"9999-12-31T23:59:59-12:00"_s << neither;
    QTest::newRow("before the year 1") << u"0001-01-01T00:00:00+14:00"_s << neither;
    QTest::newRow("new line") << u"2026-12-01T08:00:00Z\n"_s << neither;
    QTest::newRow("zero") << u"0d"_s << u"amount must be greater than 0"_s;
    QTest::newRow("too far") << u"13m"_s << u"Start too far in the future. Maximum: 12m"_s;
    QTest::newRow("at the end") << u"1y"_s << u"earlier than the token's end (2027-11-30T10:00:00Z)"_s;
    QTest::newRow("after the end") << u"2028-01-01T00:00:00Z"_s << u"earlier than the token's end"_s;
}

void ExpiryTest::refusedBeginnings()
{
    QFETCH(QString, text);
    QFETCH(QString, inMessage);
    const QDateTime now(QDate(2026, 11, 30), QTime(10, 0), Qt::UTC);
    const auto start = model::startFrom(text, now, QDateTime(QDate(2027, 11, 30), QTime(10, 0), Qt::UTC));
    QVERIFY(!start);
    QCOMPARE(start.error().code, base::Error::Code::InvalidArgument);
    QCOMPARE(start.error().field, u"notBefore"_s);
    QVERIFY2(start.error().message.contains(inMessage), qPrintable(start.error().message));
}

QTEST_GUILESS_MAIN(ExpiryTest)
#include "tst_expiry.moc"
