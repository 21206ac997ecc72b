// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace tokensmith::model {

/** A Cloudflare account. */
struct Account
{
    QString id; ///< 32 hex
    QString name;
    QString type = {};         ///< "standard", "enterprise"; an open set
    QJsonObject settings = {}; ///< as Cloudflare sends them; empty where it does not

    bool operator==(const Account &) const = default;
};

/** A DNS zone. */
struct Zone
{
    QString id; ///< 32 hex
    QString name;
    QString accountId = {};
    QString accountName = {};

    bool operator==(const Zone &) const = default;
};

} // namespace tokensmith::model
