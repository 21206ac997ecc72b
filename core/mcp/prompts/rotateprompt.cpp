// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/prompts/rotateprompt.h"

#include "core/mcp/prompts/promptparts.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr int kUsualDays = 14;

QString instructions(int days)
{
    return u"Rotate my Cloudflare API tokens that expire soon, with Tokensmith's tools and without an outage.\n\n"
           "1. Call list_tokens with status \"active\" and expiresWithin \"%1d\"; if the facts below name an account, "
           "with type \"account\" and its id as accountId.\n"
           "2. Show me those tokens with owner, end and last use. Ask me which to rotate. One that was never used, or "
           "not for months, may only need to be revoked: ask.\n"
           "3. For each one I agree to, one after another: call rotate_token without revokeOld. Both tokens are valid "
           "then. Tell me the new token's id, when it ends, where its secret is kept and every warning. Hand the "
           "secret only to where I want it, and repeat it nowhere else.\n"
           "4. Ask me whether everything that used the old token uses the new one. Look at the old one's last use with "
           "get_token. Only when I say so, call revoke_token on the old one.\n"
           "5. End with a list: rotated, left alone and why, old tokens still to be revoked.\n\n"
           "If a step fails, stop and show me the error; don't try another way to the same end."_s.arg(days);
}

} // namespace

Prompt rotateExpiringTokensPrompt(const PlaceServices &places)
{
    return {.name = u"rotate_expiring_tokens"_s,
            .title = u"Rotate what expires soon"_s,
            .description =
                u"Replaces tokens that end soon, one at a time; the old one is revoked only when you say so."_s,
            .arguments = {daysArgument(kUsualDays), accountArgument(places)},
            .handler = [places](const CallContext &context, const QHash<QString, QString> &values) {
                return answerTo({.usualDays = kUsualDays,
                                 .description = u"Rotate tokens that expire soon"_s,
                                 .instructions = instructions},
                                places, context, values);
            }};
}

} // namespace tokensmith::mcp
