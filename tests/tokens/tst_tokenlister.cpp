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
        : m_total(total)
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
        for (int i = (page - 1) * 50; i < std::min(page * 50, m_total); ++i)
            tokens.append(tokenJson(QString::number(i), {}));
        const QJsonObject body{
            {u"success"_s, true}, {u"result"_s, tokens}, {u"result_info"_s, QJsonObject{{u"total_count"_s, m_total}}}};
        co_return cloudflare::HttpAnswer{.status = 200, .body = QJsonDocument(body).toJson()};
    }

    QList<int> pages;
    int atOnce = 0;
    int failingPage = 0;

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
