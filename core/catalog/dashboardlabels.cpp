// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/dashboardlabels.h"

#include <algorithm>
#include <array>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    QLatin1StringView label;
    QLatin1StringView other;
};

constexpr std::array<Row, 24> kRenamed{{
    {"Account Filter Lists"_L1, "Account Rule Lists"_L1},
    {"Bot Management Feedback"_L1, "Bot Management Feedback Report"_L1},
    {"Browser Rendering"_L1, "Browser Run"_L1},
    {"Browser Run"_L1, "Browser Rendering"_L1},
    {"Bulk URL Redirects"_L1, "Mass URL Redirects"_L1},
    {"Cache Rules"_L1, "Cache Settings"_L1},
    {"Cloudflare Calls"_L1, "Calls"_L1},
    {"Cloudflare Images"_L1, "Images"_L1},
    {"Cloudflare Pages"_L1, "Pages"_L1},
    {"Config Rules"_L1, "Config Settings"_L1},
    {"Containers"_L1, "Workers Containers"_L1},
    {"DMARC Management"_L1, "Email Security DMARC Reports"_L1},
    {"L3/4 DDoS Managed Ruleset"_L1, "L4 DDoS Managed Ruleset"_L1},
    {"Magic Network Monitoring"_L1, "Magic Network Monitoring Config"_L1},
    {"Origin Rules"_L1, "Origin"_L1},
    {"Pub/Sub"_L1, "Pubsub Configuration"_L1},
    {"R2"_L1, "Workers R2 Storage"_L1},
    {"Single Redirect"_L1, "Dynamic URL Redirects"_L1},
    {"Teams"_L1, "Zero Trust"_L1},
    {"Transform Rules"_L1, "Zone Transform Rules"_L1}, // an exact "Transform Rules" (account) comes first
    {"Turnstile"_L1, "Turnstile Sites"_L1},
    {"Waiting Room"_L1, "Waiting Rooms"_L1},
    {"Workers Builds"_L1, "Workers CI"_L1},
    {"Workers KV"_L1, "Workers KV Storage"_L1},
}};

constexpr std::array<Row, 3> kCovered{{
    {"Durable Objects"_L1, "Workers Scripts"_L1},
    {"Workers Durable Objects"_L1, "Workers Scripts"_L1},
    {"Workflows"_L1, "Workers Scripts"_L1},
}};

template <typename Rows>
QString lookUp(const Rows &rows, const QString &label)
{
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const Row &r) { return label.compare(r.label, Qt::CaseInsensitive) == 0; });
    return row == rows.end() ? QString() : QString(row->other);
}

} // namespace

QString apiStemOf(const QString &label)
{
    return lookUp(kRenamed, label);
}

QString coveredBy(const QString &label)
{
    return lookUp(kCovered, label);
}

} // namespace tokensmith::catalog
