// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/owner.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace tokensmith::tokens {

/** What permissions given by hand act on. A template knows better and ignores it. */
enum class ResourceScope { AllAccounts, SpecificAccount, AllZones };

/**
 * A token to be made, in the words of the person or client that asks.
 *
 * What it may do comes from a template or from permission group ids (the template wins), and from `permissions`, which
 * may stand alone or add to either.
 */
struct CreateRequest
{
    std::optional<model::Owner::Kind> kind = {}; ///< absent: the bootstrap token's own kind
    QString accountId = {}; ///< whose token (account kind), or whose zones and resources (user kind)
    QString name = {};      ///< 1 to 120 characters
    QString templateId = {};
    QStringList permissions = {};        ///< see catalog::findGroups
    QStringList permissionGroupIds = {}; ///< ignored with a template
    std::optional<ResourceScope> resourceScope = {};
    QStringList leaveOut = {};               ///< names of permission groups not to grant after all
    QStringList zoneIds = {};                ///< empty: every zone of the account
    QStringList buckets = {};                ///< R2 buckets, for permissions that act on buckets
    QString expiresIn = {};                  ///< see model::expiryAfter
    std::optional<QDateTime> expiresOn = {}; ///< a moment instead; wins over expiresIn
    QString notBefore = {};                  ///< a date or a time of RFC 3339; without a zone it is UTC
    QStringList ipAllow = {};
    QStringList ipDeny = {};
};

} // namespace tokensmith::tokens
