// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/seedtable.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokensmith::sandbox {

namespace {

using std::chrono::days;

constexpr SeedOwner kUser{SeedOwner::Kind::User, 0};
constexpr SeedOwner kUserAtFernhill{SeedOwner::Kind::User, 1};
constexpr SeedOwner kHarbour{SeedOwner::Kind::Account, 0};
constexpr SeedOwner kFernhill{SeedOwner::Kind::Account, 1};
constexpr SeedOwner kNorthgate{SeedOwner::Kind::Account, 2};

constexpr auto kDns1 = "zones1=DNS Write;Zone Read"_L1;
constexpr auto kDns2 = "zones2=DNS Write;Zone Read"_L1;
constexpr auto kDns5 = "zones5=DNS Write"_L1;
constexpr auto kPages = "account=Pages Write"_L1;
constexpr auto kWorkers = "account=Workers Scripts Write;Workers KV Storage Write;Workers R2 Storage Write;D1 Write;"
                          "Workers Tail Read;Account Settings Read|zones=Workers Routes Write"_L1;
constexpr auto kTerraform =
    "account=Account Settings Read;Account Rulesets Write;Account WAF Write;Workers Scripts Write;Workers KV Storage "
    "Write;Workers R2 Storage Write;D1 Write;Queues Write;Pages Write;Images Write;Stream Write;Turnstile Sites Write;"
    "Cloudflare Tunnel Write;Email Routing Addresses Write;Access: Apps and Policies Write;Zero Trust Write;"
    "Load Balancing: Monitors and Pools Write;Logs Write|zones=Zone Write;Zone Settings Write;DNS Write;Workers Routes "
    "Write;SSL and Certificates Write;Zone WAF Write;Firewall Services Write;Cache Purge;Cache Settings Write;"
    "Load Balancers Write;Waiting Rooms Write;Page Rules Write;Email Routing Rules Write"_L1;
constexpr auto kAccess =
    "account=Access: Apps and Policies Write;Access: Organizations, Identity Providers, and Groups "
    "Write;Access: Service Tokens Write;Zero Trust Write"_L1;

// clang-format off
constexpr auto kTokens = std::to_array<SeedToken>({
    {"old-migration-2024"_L1, kUser, "accounts=*|everywhere=*"_L1, days(746), days(208), -days(16)},
    {"preview-deploys"_L1, kFernhill, kPages, days(92), 50h, -days(2)},
    {"claude-dns-trial"_L1, kHarbour, kDns1, 18h, 12min, 6h},
    {"ci-dns-preview"_L1, kHarbour, kDns2, days(85), 2h, days(5)},
    {"purge-on-publish"_L1, kFernhill, "zones1=Cache Purge"_L1, days(81), 26h, days(9)},
    {"deploy-workers-prod"_L1, kHarbour, kWorkers, days(171), 4min, days(12)},
    {"grafana-analytics"_L1, kHarbour, "account=Account Analytics Read"_L1, days(156), 1h, days(24)},
    {"certbot-mail"_L1, kUser, kDns5, days(338), days(6), days(27)},
    {"staging-pages"_L1, kFernhill, kPages, days(88), 5h, days(92)},
    {"backup-r2-nightly"_L1, kHarbour, "account=Workers R2 Storage Write"_L1, days(30), 9h, days(152), {},
     TokenState::Active, "203.0.113.0/28"_L1},
    {"waf-rules-bot"_L1, kHarbour, "zones3=Zone WAF Write;Firewall Services Write"_L1, days(152), days(21), days(213)},
    {"partner-logpush"_L1, kHarbour, "zones1=Logs Write"_L1, days(121), days(97), days(243), {}, TokenState::Disabled},
    {"dns-audit-readonly"_L1, kUser, "everywhere=DNS Read;Zone Read"_L1, days(30), 25h, days(335)},
    {"terraform-main"_L1, kHarbour, kTerraform, days(512), 27h, 0min},
    {"stream-upload"_L1, kFernhill, "account=Stream Write"_L1, days(402), days(143), 0min},
    {"zero-trust-sync"_L1, kHarbour, kAccess, days(289), 3h, 0min},
    {"laptop-wrangler"_L1, kUser, "account=Workers Scripts Write;Pages Write;Account Settings Read|zones=Workers Routes "
     "Write|user=User Details Read;Memberships Read"_L1, days(41), 47min, days(3)},
    {"office-vpn-dyndns"_L1, kUser, kDns1, days(610), 8min, 0min, {}, TokenState::Active,
     "198.51.100.24/32,2001:db8:42::/48"_L1},
    {"leaked-in-demo-repo"_L1, kNorthgate, kDns1, days(64), days(19), days(300), {}, TokenState::Exposed},
    {"photo-cdn-purge"_L1, kNorthgate, "zones2=Cache Purge"_L1, days(200), 33min, days(165)},
    {"billing-export"_L1, kUser, "account=Billing Read"_L1, days(365), days(31), 0min},
    {"k8s-external-dns"_L1, kHarbour, kDns2, days(120), 3min, days(245), {}, TokenState::Active, "192.0.2.0/26"_L1},
    {"cert-manager-acme"_L1, kHarbour, "zones=DNS Write;Zone Read"_L1, days(118), 6h, days(18)},
    {"hackathon-ai"_L1, kFernhill, "account=Workers AI Write;Vectorize Write"_L1, days(240), 0min, 0min},
    {"status-page-deploy"_L1, kHarbour, kPages, days(75), days(4), days(15)},
    {"turnstile-admin"_L1, kFernhill, "account=Turnstile Sites Write"_L1, days(190), days(62), days(175)},
    {"images-resize-api"_L1, kNorthgate, "account=Images Write"_L1, days(333), 15min, 0min},
    {"monthly-report"_L1, kUserAtFernhill, "account=Account Analytics Read|zones=Analytics Read"_L1, days(700), days(22),
     0min},
    {"contractor-2025"_L1, kUser, "accounts=Workers Scripts Write;Pages Write|everywhere=DNS Write;Zone Settings Write"_L1,
     days(380), days(181), 0min, {}, TokenState::Disabled},
    {"mail-routing-setup"_L1, kNorthgate, "zones1=Email Routing Rules Write;DNS Write"_L1, days(12), days(11), days(1)},
    {"launch-day-switch"_L1, kFernhill, "zones2=DNS Write;Load Balancers Write"_L1, days(2), 0min, days(23), days(9)},
    {"tunnel-homelab"_L1, kUser, "account=Cloudflare Tunnel Write|zones1=DNS Write"_L1, days(455), 2min, 0min},
    {"queue-worker-canary"_L1, kHarbour, "account=Queues Write;Workers Scripts Write"_L1, days(9), 20min, days(81)},
    {"siem-audit-pull"_L1, kHarbour, "account=Access: Audit Logs Read;Account Settings Read"_L1, days(270), 1h, days(95), {},
     TokenState::Active, "203.0.113.64/27,!203.0.113.70/32"_L1},
    {"ssl-renewal-watch"_L1, kNorthgate, "zones=SSL and Certificates Read"_L1, days(140), days(1), days(60)},
    {"old-jenkins"_L1, kUser, "zones=Cache Purge;DNS Write"_L1, days(1180), days(420), 0min},
    {"zaraz-marketing"_L1, kFernhill, "zones1=Zaraz Edit"_L1, days(55), days(8), days(35)},
    {"healthcheck-probe"_L1, kNorthgate, "zones3=Health Checks Read"_L1, days(210), 1min, days(155)},
    {"d1-restore-drill"_L1, kHarbour, "account=D1 Write"_L1, days(47), 0min, days(43)},
    {"summer-campaign"_L1, kUserAtFernhill, "zones2=Page Rules Write;Cache Purge"_L1, days(160), days(90), -days(68)},
});

constexpr auto kCommon = std::to_array<QLatin1StringView>({
    kDns1, kDns2, kPages, kWorkers, kAccess,
    "zones=DNS Write;Zone Read"_L1, "zones2=Cache Purge"_L1, "account=Account Analytics Read|zones=Analytics Read"_L1,
    "account=Workers R2 Storage Write"_L1, "zones1=Zone WAF Write;Firewall Services Write"_L1,
    "zones=DNS Read;Zone Read"_L1, "account=Images Write;Stream Write"_L1,
});
// clang-format on

} // namespace

std::span<const SeedToken> seedTokens()
{
    return kTokens;
}

std::span<const QLatin1StringView> commonAccess()
{
    return kCommon;
}

} // namespace tokensmith::sandbox
