// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/noticestore.h"
#include "tests/store/databasefile.h"
#include "tests/store/sampletokens.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using store::ExpiryNotice;
using store::NoticeStore;

class NoticeStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersAcrossStarts();
    void forgetsOldOnes();
};

void NoticeStoreTest::remembersAcrossStarts()
{
    const test::DatabaseFile file;
    const ExpiryNotice one{.tokenId = u"a"_s, .expires = test::kNoon, .step = 30};
    const ExpiryNotice other{.tokenId = u"a"_s, .expires = test::kNoon, .step = 14};
    {
        const auto database = file.open();
        NoticeStore notices(*database);
        QVERIFY_RESULT(notices.add({one}));
        QVERIFY_RESULT(notices.add({one, other})); // the first is there already
    }
    const auto database = file.open();
    const auto found = NoticeStore(*database).all();
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), 2U);
    QVERIFY(std::find(found->begin(), found->end(), one) != found->end());
    QVERIFY(std::find(found->begin(), found->end(), other) != found->end());
}

void NoticeStoreTest::forgetsOldOnes()
{
    const test::DatabaseFile file;
    const auto database = file.open();
    NoticeStore notices(*database);
    QVERIFY_RESULT(notices.add({{.tokenId = u"old"_s, .expires = test::kNoon.addDays(-40), .step = 1},
                                {.tokenId = u"new"_s, .expires = test::kNoon, .step = 1}}));
    QVERIFY_RESULT(notices.forgetBefore(test::kNoon.addDays(-30)));
    const auto left = notices.all();
    QVERIFY_RESULT(left);
    QCOMPARE(left->size(), 1U);
    QCOMPARE(left->front().tokenId, u"new"_s);
}

QTEST_GUILESS_MAIN(NoticeStoreTest)
#include "tst_noticestore.moc"
