// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/tokenmerge.h"
#include "ui/change/accesschange.h"

#include <QString>

namespace tokensmith::ui {

/** What the edit dialog holds: the texts as they stand in its fields. */
struct TokenEdit
{
    QString name = {};
    model::Enabled enabled = model::Enabled::Yes;
    QString expiresIn = {}; ///< see model::expiryAfter; "never" takes the end away; empty: as it is
    QString allow = {};     ///< addresses parted by commas, blanks or new lines
    QString deny = {};
    std::optional<QDateTime> expiresOn = {}; ///< a moment instead of `expiresIn`
    std::optional<AccessChange> access = {}; ///< nothing: as it is
};

[[nodiscard]] TokenEdit editOf(const model::Token &token);

/** Only what differs from the token: Cloudflare's spelling of the rest stays. */
[[nodiscard]] tokens::UpdateRequest requestFrom(const TokenEdit &edit, const model::Token &token);

/** False for a request that would change nothing. */
[[nodiscard]] bool asksForSomething(const tokens::UpdateRequest &request);

/** A side of the comparison: a line for each thing that can be edited, in plain words. */
struct EditSides
{
    QString before;
    QString after;
};

/** The token as it is, and as the changes that `edit` asks for would leave it. */
[[nodiscard]] EditSides sidesOf(const model::Token &token, const TokenEdit &edit,
                                const std::vector<tokens::TokenChange> &changes, const QDateTime &now);

} // namespace tokensmith::ui
