// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/token.h"
#include "core/tokens/tokenaddress.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokensmith::tokens {

/** What shall become of a token; absent members stay as they are. */
struct UpdateRequest
{
    enum class Apply {
        Write,
        PreviewOnly, ///< says what would change and changes nothing
    };

    TokenAddress address = {};
    std::optional<QString> name = {};        ///< 1 to 120 characters
    std::optional<QString> expiresIn = {};   ///< from now, see model::expiryAfter; "never" takes the expiry away
    std::optional<QDateTime> expiresOn = {}; ///< a moment instead; wins over expiresIn
    std::optional<QString> notBefore = {};   ///< RFC 3339; "now" takes the start away
    std::optional<QStringList> ipAllow = {}; ///< replaces the list; empty: from anywhere
    std::optional<QStringList> ipDeny = {};  ///< likewise
    std::optional<model::Enabled> enabled = {};
    std::optional<std::vector<model::Policy>> policies = {}; ///< replaces all that it may do
    std::optional<QDateTime> seenModifiedOn = {};            ///< refuse if it was modified since that preview
    Apply apply = Apply::Write;
};

/** One thing that differs: as a sentence, and as texts (times in RFC 3339, addresses as CIDR; none: not limited). */
struct TokenChange
{
    QString what = {}; ///< "name", "expiresOn", "notBefore", "ipAllow", "ipDeny", "enabled", "policies"
    QStringList before = {};
    QStringList after = {};
    QString sentence = {};
};

/** The token as it is, as the request that would keep it so: nothing that can be said is left out. */
[[nodiscard]] model::TokenSpec specOf(const model::Token &token);

/**
 * ProtocolError where Cloudflare's description of the token has no policies, or holds something that can't be read in a
 * member that is written back: writing the token, or one like it, would drop that part without a word.
 */
[[nodiscard]] base::Result<base::Done> checkReadable(const model::Token &token);

/**
 * The token as it shall be. Errors: InvalidArgument naming the member of the request, checkReadable()'s, and
 * PermissionDenied where it would newly be given the right to manage tokens.
 */
[[nodiscard]] base::Result<model::TokenSpec> merged(const model::Token &token, const UpdateRequest &request,
                                                    const QDateTime &now);

/** What differs. What the token may do is one change, its texts a sentence for each policy. */
[[nodiscard]] std::vector<TokenChange> changesBetween(const model::TokenSpec &before, const model::TokenSpec &after);

} // namespace tokensmith::tokens
