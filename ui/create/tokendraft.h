// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"
#include "core/tokens/createrequest.h"
#include "ui/create/permissionchoices.h"

#include <optional>

namespace tokensmith::ui {

/** What has been entered into the New token wizard so far. */
struct TokenDraft
{
    enum class Zones { All, Chosen };

    QString name = {};
    model::Owner owner = {};
    QString wholeTemplate = {}; ///< a template that only Cloudflare's list can spell out, taken as it is
    PermissionChoices permissions = {};
    QString accountId = {}; ///< where it acts; empty: in every account (user tokens only)
    Zones zones = Zones::All;
    QStringList zoneIds = {};
    QStringList buckets = {}; ///< R2 buckets: "name", or "eu/name" for one of a jurisdiction
    QString expiresIn = {};   ///< see model::expiryAfter; empty: never, or at `expiresOn`
    std::optional<QDateTime> expiresOn = {};
    QString notBefore = {};
    QStringList ipAllow = {};
    QStringList ipDeny = {};
};

[[nodiscard]] tokens::CreateRequest requestFrom(const TokenDraft &draft);

/** What a draft takes over from a token: name, permissions, places and addresses; never its expiry. */
struct CopiedAccess
{
    std::vector<model::PermissionGroupRef> groups = {};
    QString accountId = {};
    QStringList zoneIds = {};
    QStringList ipAllow = {};
    QStringList ipDeny = {};
    /** Whether the draft says all that the token's policies do: no denials, no buckets, no nested oddities. */
    enum class Fidelity { Whole, InPart } fidelity = Fidelity::Whole;
};

[[nodiscard]] CopiedAccess accessCopiedFrom(const model::Token &token);

/** The addresses or names of a field, parted by commas, blanks or new lines. */
[[nodiscard]] QStringList addressesIn(const QString &text);

} // namespace tokensmith::ui
