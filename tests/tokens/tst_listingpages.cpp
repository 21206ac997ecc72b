// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/networktransport.h"
#include "core/sandbox/sandboxserver.h"
#include "core/tokens/tokenlister.h"
#include "tests/support/await.h"
#include "tests/support/jsonclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;

/** A long list through the real transport, as the simulated Cloudflare sees it. */
class ListingPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fourAtATime();

private:
    QJsonObject state(const sandbox::SandboxServer &server)
    {
        return m_client.get(server.apiBase().resolved(QUrl(u"/sandbox/state"_s))).json;
    }

    test::JsonClient m_client;
};

void ListingPagesTest::fourAtATime()
{
    const base::SystemClock clock;
    sandbox::SandboxServer server({.world = {.accounts = 1, .tokens = 900}, .latency = std::chrono::milliseconds(150)},
                                  clock);
    QVERIFY(server.listen(0));
    const QString account = server.world().accounts().constFirst().id;
    const int held = state(server)["tokens"_L1]["accounts"_L1][account].toInt();
    QVERIFY2(held > 9 * tokens::TokenLister::kPageSize, qPrintable(QString::number(held)));

    cloudflare::NetworkTransport transport({.userAgent = "tokensmith-test/1"});
    cloudflare::ApiClient api(transport, clock, {.base = server.apiBase()});
    api.setCredential(server.bootstrapToken());
    tokens::TokenLister lister(api);
    const auto found = test::await(lister.all(model::Owner::account(account), {}));
    QVERIFY(found);
    QCOMPARE(static_cast<int>(found->size()), held);

    const QJsonObject requests = state(server)["requests"_L1].toObject();
    const int pages = (held + tokens::TokenLister::kPageSize - 1) / tokens::TokenLister::kPageSize;
    QCOMPARE(requests["total"_L1].toInt(), pages);
    QCOMPARE(requests["mostAtOnce"_L1].toInt(), 4);
}

QTEST_GUILESS_MAIN(ListingPagesTest)
#include "tst_listingpages.moc"
