// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/rotatetools.h"

#include "core/mcp/tools/effects.h"
#include "core/mcp/tools/progressreports.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/mcp/tools/tokenshapes.h"
#include "core/tokens/tokenchanges.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using tokens::RotateOutcome;
using tokens::RotateRequest;

RotateRequest requestFrom(const QJsonObject &arguments)
{
    RotateRequest request{.address = addressFrom(arguments)};
    request.wishes.newName = arguments.value("newName"_L1).toString();
    const QString expiresIn = arguments.value("expiresIn"_L1).toString();
    if (!expiresIn.isEmpty())
        request.wishes.expiresIn = expiresIn;
    if (arguments.value("revokeOld"_L1).toBool())
        request.old = RotateRequest::Old::Revoke;
    request.withoutKeychain = RotateRequest::WithoutKeychain::AnswerOnly; // the client gets the secret in the answer
    return request;
}

QJsonObject toJson(const RotateOutcome &outcome, const CallContext &context)
{
    const QJsonObject old{{u"id"_s, outcome.old.id},
                          {u"name"_s, outcome.old.name},
                          {u"revoked"_s, outcome.oldToken == RotateOutcome::OldToken::Revoked}};
    return {{u"oldToken"_s, old},
            {u"newToken"_s, delivered(createdTokenJson(outcome.created), context, outcome.keychainItem)},
            {u"verified"_s, outcome.verified == RotateOutcome::Verified::Yes},
            {u"keychainItem"_s, keychainItemJson(outcome.keychainItem)},
            {u"warnings"_s, QJsonArray::fromStringList(outcome.warnings)}};
}

base::Async<QJsonObject> rotateToken(tokens::TokenChanges *changes, CallContext context, QJsonObject arguments)
{
    RotateRequest request = requestFrom(arguments);
    request.onStep = stepReports(context, request.old == RotateRequest::Old::Revoke ? 4 : 3);
    request.keep = keepFor(context);
    const tokens::Actor actor = actorOf(context);
    const base::Result<RotateOutcome> outcome = co_await changes->rotate(request, actor, context.cancel);
    if (!outcome)
        co_return base::fail(outcome.error());
    co_return toJson(*outcome, context);
}

base::Async<clients::ApprovalEffect> explainRotate(tokens::TokenChanges *changes, QJsonObject arguments)
{
    using OldToken = RotationWish::OldToken;
    const RotationWish wish{
        .oldToken = arguments.value("revokeOld"_L1).toBool() ? OldToken::Revoked : OldToken::Stays,
        .expiresIn = arguments.value("expiresIn"_L1).toString(),
    };
    clients::ApprovalEffect effect = effectOfRotating(subjectOf(*changes, arguments), wish);
    effect.details = arguments;
    co_return effect;
}

QJsonObject rotateInput()
{
    QJsonObject properties = addressProperties();
    properties.insert("revokeOld"_L1, booleanSchema(u"true: revoke the old token once the new one works. Default "
                                                    "false: both stay valid until you revoke_token the old one."_s));
    properties.insert("newName"_L1, textSchema({0, 120}, u"Default: the old name with \" (rotated)\"."_s));
    properties.insert("expiresIn"_L1, textSchema(kLifetime, u"Lifetime of the new token: 12h, 30d, 3m (months), 1y or "
                                                            "never. Default: the old one's again, from now."_s));
    return objectSchema(properties, {u"tokenId"_s});
}

QJsonObject rotateOutput()
{
    const QJsonObject old = objectSchema({{u"id"_s, textSchema(u"The old token's id."_s)},
                                          {u"name"_s, textSchema(u"Its name."_s)},
                                          {u"revoked"_s, booleanSchema(u"false: it still works."_s)}},
                                         {u"id"_s, u"name"_s, u"revoked"_s});
    const QJsonObject fresh = createdTokenProperties();
    QStringList always = fresh.keys();
    always.removeOne(u"secret"_s);
    always.removeOne(u"warning"_s);
    const QJsonObject properties{
        {u"oldToken"_s, old},
        {u"newToken"_s, objectSchema(fresh, always)},
        {u"verified"_s, booleanSchema(u"true: the new token works and is what the old one was."_s)},
        {u"keychainItem"_s, keychainItemSchema()},
        {u"warnings"_s, warningsSchema()}};
    return objectSchema(properties, properties.keys());
}

} // namespace

Tool rotateTokenTool(tokens::TokenChanges &changes)
{
    return {
        .name = u"rotate_token"_s,
        .title = u"Rotate a token"_s,
        .description = u"Replaces a token by a new one with the same permissions and limits. The new one is kept safe "
                       "and verified before the old one is revoked, and that only with revokeOld."_s,
        .toolClass = ToolClass::Change,
        .annotations = changesCloudflare(),
        .inputSchema = rotateInput(),
        .outputSchema = rotateOutput(),
        .handler = [&changes](const CallContext &context,
                              const QJsonObject &arguments) { return rotateToken(&changes, context, arguments); },
        .explain = [&changes](const CallContext &,
                              const QJsonObject &arguments) { return explainRotate(&changes, arguments); },
        .secret = Tool::Secret::Given,
    };
}

} // namespace tokensmith::mcp
