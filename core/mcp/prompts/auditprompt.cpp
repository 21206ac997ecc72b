// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/prompts/auditprompt.h"

#include "core/mcp/prompts/promptparts.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr int kUsualDays = 30;

QString instructions(int days)
{
    return u"Audit my Cloudflare API tokens with Tokensmith's tools, and tell me what to do about them.\n\n"
           "1. Call audit_tokens with expiresWithinDays %1; if the facts below name an account, with type \"account\" "
           "and its id as accountId. It changes nothing.\n"
           "2. Show the findings by token, the gravest first: the token's name and owner, what is wrong in one "
           "sentence, and the fix that the finding names. Use get_token where you need to see what a token may do.\n"
           "3. Say which lists could not be read (\"unread\") and that nothing is known of the tokens in them, and "
           "how many tokens were withheld. Don't call an audit clean that saw only part.\n"
           "4. End with a short plan: what to do first, and which tool would do it (rotate_token, roll_token for a "
           "secret that leaked, update_token, create_token and revoke_token for a narrower one).\n\n"
           "Don't call a tool that changes anything before I have agreed to that very step."_s.arg(days);
}

} // namespace

Prompt auditTokensPrompt(const PlaceServices &places)
{
    return {.name = u"audit_tokens"_s,
            .title = u"Audit my tokens"_s,
            .description =
                u"Finds tokens that expire, never expire, are unused or reach too far, and plans what to do."_s,
            .arguments = {accountArgument(places), daysArgument(kUsualDays)},
            .handler = [places](const CallContext &context, const QHash<QString, QString> &values) {
                return answerTo({.usualDays = kUsualDays,
                                 .description = u"Audit my Cloudflare API tokens"_s,
                                 .instructions = instructions},
                                places, context, values);
            }};
}

} // namespace tokensmith::mcp
