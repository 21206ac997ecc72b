// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/serviceworld.h"

#include <QCoroTimer>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>

using namespace tokensmith;
using namespace tokensmith::test;

/** Serves `total` tokens in pages, each answer a turn of the event loop later, and notes how many ran at once. */
class PagingTransport final : public cloudflare::HttpTransport
{
public:
    explicit PagingTransport(int total)
        : told(total)
        , m_total(total)
    {
    }

    [[nodiscard]] base::Async<cloudflare::HttpAnswer> send(cloudflare::HttpCall call) override
    {
        const int page = QUrlQuery(call.url).queryItemValue(u"page"_s).toInt();
        pages.append(page);
        atOnce = std::max(atOnce, ++m_running);
        QTimer turn;
        turn.setSingleShot(true);
        turn.start(page % 2 == 0 ? 2 : 0); // out of order
        co_await qCoro(turn).waitForTimeout();
        --m_running;
        if (page == failingPage)
            co_return base::fail({.code = base::Error::Code::Internal, .message = u"broken"_s});
        QJsonArray tokens;
        const int served = ignoresPages ? 1 : page;
        for (int i = (served - 1) * perPage; i < std::min(served * perPage, m_total); ++i)
            tokens.append(tokenJson(QString::number(i), {}));
        const QJsonObject body{
            {u"success"_s, true}, {u"result"_s, tokens}, {u"result_info"_s, QJsonObject{{u"total_count"_s, told}}}};
        co_return cloudflare::HttpAnswer{.status = 200, .body = QJsonDocument(body).toJson()};
    }

    QList<int> pages;
    int atOnce = 0;
    int failingPage = 0;
    int perPage = 50;
    bool ignoresPages = false;
    QJsonValue told; ///< the total it names

private:
    int m_total;
    int m_running = 0;
};

class TokenListerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryPageOnce_data();
    void readsEveryPageOnce();
    void survivesOddTotals_data();
    void survivesOddTotals();
    void failsAsAWhole();

private:
    FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
};

void TokenListerTest::readsEveryPageOnce_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("calls");
    QTest::addColumn<int>("atOnce");
    QTest::newRow("none") << 0 << 1 << 1;
    QTest::newRow("one page") << 50 << 1 << 1;
    QTest::newRow("two pages") << 51 << 2 << 1;
    QTest::newRow("many") << 512 << 11 << 4;
}

void TokenListerTest::readsEveryPageOnce()
{
    QFETCH(int, total);
    QFETCH(int, calls);
    QFETCH(int, atOnce);
    PagingTransport transport(total);
    cloudflare::ApiClient api(transport, m_clock, {.base = QUrl(u"https://api.example/v4"_s)});
    api.setCredential(base::Secret("cfut_x"));
    tokens::TokenLister lister(api);
    QList<int> progress;
    const auto list = await(lister.all(model::Owner::user(), {}, [&](int done, int all) {
        QCOMPARE(all, calls);
        progress.append(done);
    }));
    QVERIFY(list);
    QCOMPARE(static_cast<int>(list->size()), total);
    for (int i = 0; i < total; ++i)
        QCOMPARE(list->at(static_cast<size_t>(i)).id, QString::number(i));
    QCOMPARE(transport.pages.size(), calls);
    QCOMPARE(transport.atOnce, atOnce);
    QCOMPARE(progress.size(), calls);
}

void TokenListerTest::survivesOddTotals_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<QJsonValue>("told");
    QTest::addColumn<int>("perPage");
    QTest::addColumn<bool>("ignoresPages");
    QTest::addColumn<int>("found");
    QTest::addColumn<int>("calls");
    QTest::newRow("not told, short") << 49 << QJsonValue() << 50 << false << 49 << 1;
    QTest::newRow("not told, full") << 100 << QJsonValue() << 50 << false << 100 << 3;
    QTest::newRow("not told, many") << 120 << QJsonValue() << 50 << false << 120 << 3;
    QTest::newRow("negative") << 60 << QJsonValue(-5) << 50 << false << 60 << 2;
    QTest::newRow("huge") << 60 << QJsonValue(2147483647) << 50 << false << 60 << 5;
    QTest::newRow("shorter pages") << 60 << QJsonValue(60) << 20 << false << 60 << 3;
    QTest::newRow("the same page for ever") << 1 << QJsonValue(2000) << 50 << true << 1 << 5;
    QTest::newRow("nothing of many") << 0 << QJsonValue(500) << 50 << false << 0 << 1;
}

void TokenListerTest::survivesOddTotals()
{
    QFETCH(int, total);
    QFETCH(QJsonValue, told);
    QFETCH(int, perPage);
    QFETCH(bool, ignoresPages);
    PagingTransport transport(total);
    transport.told = told;
    transport.perPage = perPage;
    transport.ignoresPages = ignoresPages;
    cloudflare::ApiClient api(transport, m_clock, {.base = QUrl(u"https://api.example/v4"_s)});
    api.setCredential(base::Secret("cfut_x"));
    tokens::TokenLister lister(api);
    const auto list = await(lister.all(model::Owner::user(), {}));
    QVERIFY(list);
    QTEST(static_cast<int>(list->size()), "found");
    QTEST(static_cast<int>(transport.pages.size()), "calls");
}

void TokenListerTest::failsAsAWhole()
{
    PagingTransport transport(400);
    transport.failingPage = 3;
    cloudflare::ApiClient api(transport, m_clock, {.base = QUrl(u"https://api.example/v4"_s)});
    api.setCredential(base::Secret("cfut_x"));
    tokens::TokenLister lister(api);
    QVERIFY(!await(lister.all(model::Owner::user(), {})));
    QTRY_COMPARE(transport.pages.size(), 5); // the rest of the batch ends by itself, nothing more is asked
}

QTEST_GUILESS_MAIN(TokenListerTest)
#include "tst_tokenlister.moc"
