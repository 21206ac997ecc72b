// SPDX-License-Identifier: GPL-3.0-or-later
// What the permissions that are used most cover, in words of our own.
#include "ui/create/permissionchoices.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

namespace {

struct Covers
{
    QLatin1StringView name; ///< of the choice, in whatever scope
    const char *words;
};

constexpr std::array kCovers{
    Covers{"Account Analytics"_L1, QT_TRANSLATE_NOOP("CoversWords", "Traffic figures of the account")},
    Covers{"Account DNS Settings"_L1, QT_TRANSLATE_NOOP("CoversWords", "Defaults for new zones, internal DNS views")},
    Covers{"Account Settings"_L1, QT_TRANSLATE_NOOP("CoversWords", "The account itself and its members")},
    Covers{"Analytics"_L1, QT_TRANSLATE_NOOP("CoversWords", "Traffic figures of a zone")},
    Covers{"Billing"_L1, QT_TRANSLATE_NOOP("CoversWords", "Invoices, plans and payment")},
    Covers{"Cache Purge"_L1, QT_TRANSLATE_NOOP("CoversWords", "Empty the cache of a zone")},
    Covers{"Cloudflare Tunnel"_L1, QT_TRANSLATE_NOOP("CoversWords", "Tunnels and their routes")},
    Covers{"D1"_L1, QT_TRANSLATE_NOOP("CoversWords", "SQL databases")},
    Covers{"DNS"_L1, QT_TRANSLATE_NOOP("CoversWords", "Records of a zone")},
    Covers{"DNS Firewall"_L1, QT_TRANSLATE_NOOP("CoversWords", "Clusters that shield your nameservers")},
    Covers{"Firewall Services"_L1, QT_TRANSLATE_NOOP("CoversWords", "Firewall rules of a zone")},
    Covers{"Load Balancers"_L1, QT_TRANSLATE_NOOP("CoversWords", "Balancers of a zone")},
    Covers{"Logs"_L1, QT_TRANSLATE_NOOP("CoversWords", "Request logs and where they are sent")},
    Covers{"Memberships"_L1, QT_TRANSLATE_NOOP("CoversWords", "The accounts you belong to")},
    Covers{"Page Rules"_L1, QT_TRANSLATE_NOOP("CoversWords", "Rules for addresses of a zone")},
    Covers{"Pages"_L1, QT_TRANSLATE_NOOP("CoversWords", "Pages projects and their deployments")},
    Covers{"Queues"_L1, QT_TRANSLATE_NOOP("CoversWords", "Queues and their consumers")},
    Covers{"SSL and Certificates"_L1, QT_TRANSLATE_NOOP("CoversWords", "Certificates and TLS settings of a zone")},
    Covers{"User Details"_L1, QT_TRANSLATE_NOOP("CoversWords", "Your name and e-mail address")},
    Covers{"Workers KV Storage"_L1, QT_TRANSLATE_NOOP("CoversWords", "Key-value stores of Workers")},
    Covers{"Workers R2 Storage"_L1, QT_TRANSLATE_NOOP("CoversWords", "Buckets and the objects in them")},
    Covers{"Workers Routes"_L1, QT_TRANSLATE_NOOP("CoversWords", "Which addresses of a zone run a Worker")},
    Covers{"Workers Scripts"_L1, QT_TRANSLATE_NOOP("CoversWords", "Workers and their settings")},
    Covers{"Workers Tail"_L1, QT_TRANSLATE_NOOP("CoversWords", "Live logs of Workers")},
    Covers{"Zone"_L1, QT_TRANSLATE_NOOP("CoversWords", "See zones and their names")},
    Covers{"Zone DNS Settings"_L1, QT_TRANSLATE_NOOP("CoversWords", "Nameservers, CNAME flattening, SOA")},
    Covers{"Zone Settings"_L1, QT_TRANSLATE_NOOP("CoversWords", "Settings of a zone, such as caching and TLS")},
    Covers{"Zone Versioning"_L1, QT_TRANSLATE_NOOP("CoversWords", "Staged versions of zone settings")},
};

} // namespace

QString coversWords(const PermissionChoice &choice)
{
    const auto known =
        std::find_if(kCovers.begin(), kCovers.end(), [&](const Covers &one) { return one.name == choice.name; });
    if (known != kCovers.end())
        return QCoreApplication::translate("CoversWords", known->words);
    const bool onlyName = choice.covers.isEmpty() || choice.covers.contains(choice.name, Qt::CaseInsensitive);
    return onlyName ? categoryWords(choice.category) : choice.covers;
}

} // namespace tokensmith::ui
