// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/expirynotices.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using tokens::dueNotices;
using tokens::DueNotices;

class ExpiryNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsByTheNearestStep_data();
    void tellsByTheNearestStep();
    void oncePerTokenAndStep();
    void aMovedEndIsAnotherOne();
    void leavesAlone_data();
    void leavesAlone();
    void soonestFirst();
    void noStepsNoWords();
    void slicesFindTheSame();

private:
    static QDateTime now() { return QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC); }
    static model::Token endingIn(qint64 seconds, const QString &id = u"a"_s)
    {
        return {.id = id,
                .name = u"name "_s + id,
                .status = model::TokenStatus::Active,
                .issuedOn = now().addDays(-90),
                .expiresOn = now().addSecs(seconds)};
    }
    static DueNotices due(const std::vector<model::Token> &tokens, const std::vector<store::ExpiryNotice> &given = {},
                          const QList<int> &steps = {30, 14, 7, 1, 0})
    {
        return dueNotices(tokens, {.steps = steps, .given = given, .now = now()});
    }
};

constexpr qint64 kDay = 86'400;

void ExpiryNoticesTest::tellsByTheNearestStep_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<int>("step"); // -1: nothing yet
    QTest::newRow("31 days") << 31 * kDay << -1;
    QTest::newRow("30 days") << 30 * kDay << 30;
    QTest::newRow("a second more than 14") << 14 * kDay + 1 << 30;
    QTest::newRow("14") << 14 * kDay << 14;
    QTest::newRow("3 days") << 3 * kDay << 7;
    QTest::newRow("an hour") << qint64(3600) << 1;
    QTest::newRow("now") << qint64(0) << 0;
    QTest::newRow("yesterday") << -kDay << 0;
    QTest::newRow("long past") << -8 * kDay << -1;
}

void ExpiryNoticesTest::tellsByTheNearestStep()
{
    QFETCH(qint64, left);
    QFETCH(int, step);
    const DueNotices found = due({endingIn(left)});
    QCOMPARE(found.due.size(), step < 0 ? 0U : 1U);
    if (step >= 0) {
        QCOMPARE(found.due.front().step, step);
        QCOMPARE(found.due.front().tokenName, u"name a"_s);
    }
}

void ExpiryNoticesTest::oncePerTokenAndStep()
{
    const std::vector<model::Token> early{endingIn(10 * kDay)};
    const DueNotices first = due(early);
    QCOMPARE(first.given.size(), 2U); // 14, and 30 that was passed over
    QVERIFY(due(early, first.given).due.empty());
    model::Token later = endingIn(5 * kDay);
    std::vector<store::ExpiryNotice> given;
    for (store::ExpiryNotice notice : first.given) {
        notice.expires = *later.expiresOn;
        given.push_back(notice);
    }
    QCOMPARE(due({later}, given).due.front().step, 7);
    QCOMPARE(due({endingIn(5 * kDay, u"b"_s)}, given).due.size(), 1U); // another token
}

void ExpiryNoticesTest::aMovedEndIsAnotherOne()
{
    const DueNotices first = due({endingIn(10 * kDay)});
    QCOMPARE(due({endingIn(12 * kDay)}, first.given).due.size(), 1U);
}

void ExpiryNoticesTest::leavesAlone_data()
{
    QTest::addColumn<bool>("endless");
    QTest::addColumn<bool>("disabled");
    QTest::addColumn<int>("ageDays");
    QTest::newRow("never ends") << true << false << 90;
    QTest::newRow("disabled") << false << true << 90;
    QTest::newRow("made for a day") << false << false << 0;
}

void ExpiryNoticesTest::leavesAlone()
{
    QFETCH(bool, endless);
    QFETCH(bool, disabled);
    QFETCH(int, ageDays);
    model::Token token = endingIn(kDay);
    QCOMPARE(due({token}).due.size(), 1U);
    if (endless)
        token.expiresOn.reset();
    if (disabled)
        token.status = model::TokenStatus::Disabled;
    token.issuedOn = now().addDays(-ageDays);
    QVERIFY(due({token}).due.empty());
}

void ExpiryNoticesTest::soonestFirst()
{
    const DueNotices found = due({endingIn(20 * kDay, u"b"_s), endingIn(2 * kDay, u"a"_s)});
    QCOMPARE(found.due.size(), 2U);
    QCOMPARE(found.due.front().tokenId, u"a"_s);
}

void ExpiryNoticesTest::noStepsNoWords()
{
    QVERIFY(due({endingIn(kDay)}, {}, {}).due.empty());
}

void ExpiryNoticesTest::slicesFindTheSame()
{
    std::vector<model::Token> tokens;
    for (int i = 0; i < 5000; ++i)
        tokens.push_back(endingIn((i % 60 - 10) * kDay, QString::number(i)));
    const DueNotices whole = due(tokens);
    tokens::NoticeSearch search({.steps = {30, 14, 7, 1, 0}, .now = now()});
    int slices = 1;
    while (!search.work(tokens, std::chrono::milliseconds(0)))
        ++slices;
    const DueNotices found = search.take();
    QVERIFY(slices > 10);
    QVERIFY(whole.due.size() > 1000);
    QCOMPARE(found.due.size(), whole.due.size());
    QCOMPARE(found.given.size(), whole.given.size());
}

QTEST_GUILESS_MAIN(ExpiryNoticesTest)
#include "tst_expirynotices.moc"
