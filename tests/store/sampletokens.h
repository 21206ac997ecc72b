// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"

#include <QDateTime>

#include <vector>

namespace tokensmith::test {

inline const QDateTime kNoon(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

/** A token with everything a token can have, different for each number. */
inline model::Token sampleToken(int number, const model::Owner &owner, const QString &name)
{
    const QString id = QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'));
    model::Policy policy{.id = id};
    policy.permissionGroups = {{.id = id, .name = QStringLiteral("DNS Write")},
                               {.id = id, .name = QStringLiteral("Zone Read")}};
    policy.resources = {{.key = QStringLiteral("com.cloudflare.api.account.") + id,
                         .nested = {QStringLiteral("com.cloudflare.api.account.zone.*")}}};
    return {.owner = owner,
            .id = id,
            .name = name,
            .status = model::TokenStatus::Active,
            .statusText = QStringLiteral("active"),
            .issuedOn = kNoon.addSecs(-number),
            .modifiedOn = kNoon.addSecs(-number),
            .lastUsedOn = kNoon.addSecs(-1),
            .notBefore = kNoon.addDays(-1),
            .expiresOn = kNoon.addSecs(number),
            .policies = {policy},
            .condition = {.in = {QStringLiteral("192.0.2.0/24")}},
            .unknown = {{QStringLiteral("future_member"), number}}};
}

inline std::vector<model::Token> sampleTokens(int count, const model::Owner &owner,
                                              const QString &name = QStringLiteral("token"))
{
    std::vector<model::Token> tokens;
    for (int number = 0; number < count; ++number)
        tokens.push_back(sampleToken(number, owner, name));
    return tokens;
}

} // namespace tokensmith::test
