// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/findings.h"

namespace tokensmith::test {

// Tokens to judge at a standing time, and findings as one line of text.
using namespace Qt::StringLiterals;

inline const QDateTime kNow(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
inline const QString kSelf = u"b0000000000000000000000000000001"_s;
inline const QString kAccount = u"a0000000000000000000000000000001"_s;

inline QDateTime daysFromNow(double days)
{
    return kNow.addSecs(static_cast<qint64>(days * 86'400));
}

/** A token nothing can be said against. */
inline model::Token good()
{
    return {.owner = model::Owner::account(kAccount),
            .id = u"70000000000000000000000000000001"_s,
            .name = u"ci"_s,
            .status = model::TokenStatus::Active,
            .issuedOn = daysFromNow(-60),
            .modifiedOn = daysFromNow(-60),
            .lastUsedOn = daysFromNow(-1),
            .expiresOn = daysFromNow(100),
            .policies = {},
            .condition = {.in = {u"192.0.2.0/24"_s}}};
}

template <typename Change>
inline model::Token goodBut(const Change &change)
{
    model::Token token = good();
    change(token);
    return token;
}

inline model::Policy policy(const QStringList &groups, const QString &resource, const QStringList &nested = {})
{
    model::Policy made{.resources = {{.key = resource, .nested = nested}}};
    for (const QString &name : groups)
        made.permissionGroups.push_back({.id = u"id of "_s + name, .name = name});
    return made;
}

inline model::Token allowed(const QStringList &groups, const QString &resource, const QStringList &nested = {})
{
    return goodBut([&](model::Token &token) { token.policies = {policy(groups, resource, nested)}; });
}

inline QStringList groupsInNumber(int count)
{
    QStringList groups;
    for (int i = 0; i < count; ++i)
        groups.append(u"Thing %1 Write"_s.arg(i));
    return groups;
}

inline QString inWords(const std::vector<model::Finding> &findings)
{
    QStringList words;
    for (const model::Finding &finding : findings)
        words.append(finding.rule + u':' + tokens::severityName(finding.severity) + u':'
                     + tokens::fixName(finding.fix));
    return words.join(u' ');
}

inline const QString kAllAccounts = u"com.cloudflare.api.account.*"_s;
inline const QString kAllZones = u"com.cloudflare.api.account.zone.*"_s;
inline const QString kOneZone = u"com.cloudflare.api.account.zone.20000000000000000000000000000001"_s;
inline const QString kOneAccount = u"com.cloudflare.api.account."_s + kAccount;

} // namespace tokensmith::test
