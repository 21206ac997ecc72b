// SPDX-License-Identifier: GPL-3.0-or-later
// How long a full listing of 500 tokens takes where every answer is 100 ms late, against the ideal of its pages.
#include "core/cloudflare/apiclient.h"
#include "core/cloudflare/networktransport.h"
#include "core/tokens/tokenlister.h"
#include "tests/support/await.h"
#include "tests/support/daemonprocess.h"
#include "tests/support/jsonclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tokensmith;

namespace {

constexpr int kTokens = 500;
constexpr int kLatency = 100; // ms
constexpr int kRuns = 7;
constexpr double kMostExcess = 500; // ms

/** A program of its own with one account that holds exactly kTokens tokens. */
class World
{
public:
    bool start()
    {
        if (!m_sandbox.start({u"--accounts"_s, u"1"_s, u"--tokens"_s, u"40"_s}))
            return false;
        const QJsonArray accounts = m_client.get(url(u"/accounts"_s), headers()).json["result"_L1].toArray();
        account = accounts.first()["id"_L1].toString();
        return fill() && slowDown();
    }

    [[nodiscard]] QUrl base() const { return QUrl(m_sandbox.member("api")); }
    [[nodiscard]] QByteArray bearer() const { return m_sandbox.member("bootstrapToken").toLatin1(); }
    [[nodiscard]] QJsonObject traffic()
    {
        return m_client.get(base().resolved(QUrl(u"/sandbox/state"_s))).json["requests"_L1].toObject();
    }

    QString account;

private:
    [[nodiscard]] QUrl url(const QString &path) const { return QUrl(m_sandbox.member("api") + path); }
    [[nodiscard]] test::JsonClient::Headers headers() const { return {{"Authorization", "Bearer " + bearer()}}; }

    /** Makes copies of a seeded token until the account is full; Cloudflare's limit is the same number. */
    bool fill()
    {
        const QString list = u"/accounts/%1/tokens"_s.arg(account);
        const QJsonObject first = m_client.get(url(list + u"?per_page=50&include_expired=true"_s), headers()).json;
        const int held = first["result_info"_L1]["total_count"_L1].toInt();
        QJsonObject body{{u"policies"_s, first["result"_L1][first["result"_L1].toArray().size() - 1]["policies"_L1]}};
        for (int number = held; number < kTokens; ++number) {
            body.insert("name"_L1, u"copy-%1"_s.arg(number));
            if (m_client.post(url(list), body, headers()).status != 200)
                return false;
        }
        return m_client.post(url(list), body, headers()).status == 400; // no room for one more
    }

    bool slowDown()
    {
        const QJsonObject latency{{u"latencyMs"_s, kLatency}};
        return m_client.post(base().resolved(QUrl(u"/sandbox/faults"_s)), latency, {}).status == 200;
    }

    test::DaemonProcess m_sandbox{u"tokensmith-sandbox"_s};
    test::JsonClient m_client;
};

/** One full listing in milliseconds; negative: it failed. */
double listingTime(tokens::TokenLister &lister, const QString &account)
{
    QElapsedTimer timer;
    timer.start();
    const auto found = test::await(lister.all(model::Owner::account(account), {}));
    const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return found && found->size() == kTokens ? taken : -1;
}

/** The first over new connections, the others over those kept. */
std::vector<double> listingTimes(const World &world)
{
    const base::SystemClock clock;
    cloudflare::NetworkTransport transport({.userAgent = "tokensmith-bench/1"});
    cloudflare::ApiClient api(transport, clock, {.base = world.base(), .attempts = 1});
    api.setCredential(base::Secret(world.bearer()));
    tokens::TokenLister lister(api);
    std::vector<double> times;
    for (int run = 0; run < kRuns; ++run)
        times.push_back(listingTime(lister, world.account));
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    World world;
    if (!world.start()) {
        std::fputs("bench_listing: the simulated Cloudflare did not start or could not be filled.\n", stderr);
        return 1;
    }
    std::vector<double> times = listingTimes(world);
    if (*std::min_element(times.begin(), times.end()) < 0) {
        std::fputs("bench_listing: a listing failed.\n", stderr);
        return 1;
    }
    const int pages = kTokens / tokens::TokenLister::kPageSize;
    const double ideal = static_cast<double>((pages + 3) / tokens::TokenLister::kAtATime) * kLatency;
    const double cold = times.front();
    std::sort(times.begin(), times.end());
    const double worst = times.back();
    const double median = times.at(times.size() / 2);
    std::printf("full listing of %d tokens, %d pages, %d ms per answer, at most %d at once\n", kTokens, pages, kLatency,
                world.traffic()["mostAtOnce"_L1].toInt());
    std::printf("  ideal, 4 pages at a time   %7.1f ms\n", ideal);
    const auto line = [&](const char *name, double time) {
        std::printf("  %-26s %7.1f ms   excess %6.1f ms   ratio %.2f\n", name, time, time - ideal, time / ideal);
    };
    line("first, new connections", cold);
    line("median", median);
    line("worst", worst);
    const bool met = worst - ideal <= kMostExcess;
    std::printf("  excess of the worst at most %.0f ms: %s\n", kMostExcess, met ? "met" : "MISSED");
    return met ? 0 : 1;
}
