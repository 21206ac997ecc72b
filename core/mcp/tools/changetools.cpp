// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/changetools.h"

#include "core/mcp/tools/effects.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/mcp/tools/tokenshapes.h"
#include "core/tokens/tokenchanges.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

base::Async<QJsonObject> rollToken(tokens::TokenChanges *changes, CallContext context, QJsonObject arguments)
{
    const tokens::TokenAddress address = addressFrom(arguments);
    const tokens::Actor actor = actorOf(context);
    const tokens::KeepSecret keep = keepFor(context);
    const base::Result<tokens::RollOutcome> outcome = co_await changes->roll(address, actor, context.cancel, keep);
    if (!outcome)
        co_return base::fail(outcome.error());
    QJsonObject result{{u"id"_s, outcome->token.id}, {u"name"_s, outcome->token.name}};
    result.insert("secret"_L1, QString::fromLatin1(outcome->secret.reveal()));
    result.insert("warning"_L1, secretWarning());
    result.insert("keychainItem"_L1, keychainItemJson(outcome->keychainItem));
    result.insert("warnings"_L1, QJsonArray::fromStringList(outcome->warnings));
    co_return delivered(result, context, outcome->keychainItem);
}

QJsonObject rollOutput()
{
    const QJsonObject properties{{u"id"_s, textSchema(u"The token's id, as before."_s)},
                                 {u"name"_s, textSchema(u"Its name."_s)},
                                 {u"secret"_s, textSchema(u"The new value, shown only now; the old one is dead."_s)},
                                 {u"warning"_s, textSchema(u"What to do with the secret."_s)},
                                 {u"keychainItem"_s, keychainItemSchema()},
                                 {u"warnings"_s, warningsSchema()}};
    return objectSchema(properties, {u"id"_s, u"name"_s, u"keychainItem"_s, u"warnings"_s});
}

base::Async<clients::ApprovalEffect> explainRoll(tokens::TokenChanges *changes, QJsonObject arguments)
{
    clients::ApprovalEffect effect = effectOfRolling(subjectOf(*changes, arguments));
    effect.details = arguments;
    co_return effect;
}

base::Async<clients::ApprovalEffect> explainRevoke(tokens::TokenChanges *changes, QJsonObject arguments)
{
    clients::ApprovalEffect effect = effectOfRevoking(subjectOf(*changes, arguments));
    effect.details = arguments;
    co_return effect;
}

base::Async<QJsonObject> revokeToken(tokens::TokenChanges *changes, CallContext context, QJsonObject arguments)
{
    const tokens::TokenAddress address = addressFrom(arguments);
    const tokens::Actor actor = actorOf(context);
    const base::Result<tokens::RevokeOutcome> outcome = co_await changes->revoke(address, actor, context.cancel);
    if (!outcome)
        co_return base::fail(outcome.error());
    const bool gone = outcome->gone == tokens::RevokeOutcome::Gone::Before;
    const QString message = gone ? u"Token %1 was revoked already: there is none of that id"_s : u"Token %1 revoked"_s;
    co_return QJsonObject{
        {u"success"_s, true}, {u"message"_s, message.arg(outcome->tokenId)}, {u"alreadyGone"_s, gone}};
}

QJsonObject revokeOutput()
{
    const QJsonObject properties{{u"success"_s, booleanSchema(u"Always true; a failure is an error."_s)},
                                 {u"message"_s, textSchema(u"What happened."_s)},
                                 {u"alreadyGone"_s, booleanSchema(u"true: there was no such token any more."_s)}};
    return objectSchema(properties, properties.keys());
}

} // namespace

Tool rollTokenTool(tokens::TokenChanges &changes)
{
    return {
        .name = u"roll_token"_s,
        .title = u"Roll a token"_s,
        .description = u"Gives a token a new secret and ends the old one at once, for a secret that leaked. Whatever "
                       "still uses the old one stops working; rotate_token replaces without a gap."_s,
        .toolClass = ToolClass::Change,
        .annotations = changesCloudflare(),
        .inputSchema = objectSchema(addressProperties(), {u"tokenId"_s}),
        .outputSchema = rollOutput(),
        .handler = [&changes](const CallContext &context,
                              const QJsonObject &arguments) { return rollToken(&changes, context, arguments); },
        .explain = [&changes](const CallContext &,
                              const QJsonObject &arguments) { return explainRoll(&changes, arguments); },
        .secret = Tool::Secret::Given,
    };
}

Tool revokeTokenTool(tokens::TokenChanges &changes)
{
    return {
        .name = u"revoke_token"_s,
        .title = u"Revoke a token"_s,
        .description = u"Deletes a token for good. Whatever uses it stops working at once."_s,
        .toolClass = ToolClass::Revoke,
        .annotations = revokesAtCloudflare(),
        .inputSchema = objectSchema(addressProperties(), {u"tokenId"_s}),
        .outputSchema = revokeOutput(),
        .handler = [&changes](const CallContext &context,
                              const QJsonObject &arguments) { return revokeToken(&changes, context, arguments); },
        .explain = [&changes](const CallContext &,
                              const QJsonObject &arguments) { return explainRevoke(&changes, arguments); },
    };
}

} // namespace tokensmith::mcp
