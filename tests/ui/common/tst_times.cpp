// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/times.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith::ui;

namespace {

QDateTime at(const QString &text)
{
    return text.isEmpty() ? QDateTime() : QDateTime::fromString(text, Qt::ISODate);
}

const QDateTime kNow = at(u"2026-11-23T09:41:00Z"_s);

} // namespace

/** The tests run in UTC (tests/CMakeLists.txt), so local hours are known. */
class TimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expiry_data();
    void expiry();
    void lastUsed_data();
    void lastUsed();
    void ago_data();
    void ago();
    void exact_data();
    void exact();
};

void TimesTest::expiry_data()
{
    QTest::addColumn<QString>("ends");
    QTest::addColumn<QString>("words");
    QTest::addColumn<Urgency>("urgency");
    QTest::newRow("never") << QString() << u"Never"_s << Urgency::None;
    QTest::newRow("seconds") << u"2026-11-23T09:41:30Z"_s << u"in a minute"_s << Urgency::Urgent;
    QTest::newRow("one minute") << u"2026-11-23T09:42:10Z"_s << u"in 1 minute"_s << Urgency::Urgent;
    QTest::newRow("minutes") << u"2026-11-23T10:40:59Z"_s << u"in 59 minutes"_s << Urgency::Urgent;
    QTest::newRow("one hour") << u"2026-11-23T10:41:00Z"_s << u"in 1 hour"_s << Urgency::Urgent;
    QTest::newRow("hours") << u"2026-11-23T16:40:00Z"_s << u"in 6 hours"_s << Urgency::Urgent;
    QTest::newRow("a day") << u"2026-11-24T09:41:00Z"_s << u"in 1 day"_s << Urgency::Urgent;
    QTest::newRow("almost two days") << u"2026-11-25T09:40:00Z"_s << u"in 1 day"_s << Urgency::Urgent;
    QTest::newRow("seven days") << u"2026-11-30T09:41:00Z"_s << u"in 7 days"_s << Urgency::Urgent;
    QTest::newRow("more than seven") << u"2026-11-30T09:41:01Z"_s << u"in 7 days"_s << Urgency::Soon;
    QTest::newRow("twelve days") << u"2026-12-05T10:00:00Z"_s << u"in 12 days"_s << Urgency::Soon;
    QTest::newRow("thirty days") << u"2026-12-23T09:41:00Z"_s << u"in 30 days"_s << Urgency::Soon;
    QTest::newRow("31 days") << u"2026-12-24T09:41:00Z"_s << u"in 31 days"_s << Urgency::None;
    QTest::newRow("two months") << u"2027-01-25T09:41:00Z"_s << u"in 2 months"_s << Urgency::None;
    QTest::newRow("eleven months") << u"2027-11-01T09:41:00Z"_s << u"in 11 months"_s << Urgency::None;
    QTest::newRow("years") << u"2029-12-01T00:00:00Z"_s << u"in 3 years"_s << Urgency::None;
    QTest::newRow("this moment") << u"2026-11-23T09:41:00Z"_s << u"Just now"_s << Urgency::Over;
    QTest::newRow("an hour over") << u"2026-11-23T08:41:00Z"_s << u"1 hour ago"_s << Urgency::Over;
    QTest::newRow("two days over") << u"2026-11-21T09:00:00Z"_s << u"2 days ago"_s << Urgency::Over;
    QTest::newRow("other zone") << u"2026-11-23T17:41:00+02:00"_s << u"in 6 hours"_s << Urgency::Urgent;
}

void TimesTest::expiry()
{
    QFETCH(QString, ends);
    QTEST(expiryWords(at(ends), kNow), "words");
    QTEST(urgencyOf(at(ends), kNow), "urgency");
}

void TimesTest::lastUsed_data()
{
    QTest::addColumn<QString>("used");
    QTest::addColumn<QString>("words");
    QTest::newRow("never") << QString() << u"Never"_s;
    QTest::newRow("in the future, by a clock that is off") << u"2026-11-23T09:45:00Z"_s << u"Just now"_s;
    QTest::newRow("seconds") << u"2026-11-23T09:40:10Z"_s << u"Just now"_s;
    QTest::newRow("minutes") << u"2026-11-23T09:37:00Z"_s << u"4 min ago"_s;
    QTest::newRow("hours") << u"2026-11-23T00:41:00Z"_s << u"9 h ago"_s;
    QTest::newRow("late last night") << u"2026-11-22T22:41:00Z"_s << u"11 h ago"_s;
    QTest::newRow("yesterday") << u"2026-11-22T09:00:00Z"_s << u"Yesterday"_s;
    QTest::newRow("days") << u"2026-11-17T23:00:00Z"_s << u"6 d ago"_s;
    QTest::newRow("many days") << u"2026-04-29T09:00:00Z"_s << u"208 d ago"_s;
}

void TimesTest::lastUsed()
{
    QFETCH(QString, used);
    QTEST(lastUsedWords(at(used), kNow), "words");
}

void TimesTest::ago_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("words");
    QTest::newRow("now") << u"2026-11-23T09:41:00Z"_s << u"just now"_s;
    QTest::newRow("minutes") << u"2026-11-23T09:39:00Z"_s << u"2 min ago"_s;
    QTest::newRow("hours") << u"2026-11-23T06:00:00Z"_s << u"3 h ago"_s;
    QTest::newRow("yesterday") << u"2026-11-22T06:00:00Z"_s << u"yesterday"_s;
    QTest::newRow("days") << u"2026-11-18T06:00:00Z"_s << u"5 days ago"_s;
}

void TimesTest::ago()
{
    QFETCH(QString, time);
    QTEST(agoWords(at(time), kNow), "words");
}

void TimesTest::exact_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("exact");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("since");
    QTest::newRow("none") << QString() << QString() << QString() << QString();
    QTest::newRow("today") << u"2026-11-23T09:12:00Z"_s << u"Today, 09:12"_s << u"23 Nov"_s << u"09:12 today"_s;
    QTest::newRow("yesterday") << u"2026-11-22T18:02:00Z"_s << u"Yesterday, 18:02"_s << u"22 Nov"_s
                               << u"18:02 yesterday"_s;
    QTest::newRow("this year") << u"2026-12-05T10:00:00Z"_s << u"5 Dec 2026, 10:00"_s << u"5 Dec"_s
                               << u"10:00 on 5 Dec"_s;
    QTest::newRow("another year") << u"2025-06-05T14:12:00Z"_s << u"5 Jun 2025, 14:12"_s << u"5 Jun 2025"_s
                                  << u"14:12 on 5 Jun 2025"_s;
}

void TimesTest::exact()
{
    QFETCH(QString, time);
    QTEST(exactWords(at(time), kNow), "exact");
    QTEST(dayWords(at(time), kNow), "day");
    QTEST(sinceWords(at(time), kNow), "since");
}

QTEST_GUILESS_MAIN(TimesTest)
#include "tst_times.moc"
