// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/updatetools.h"

#include "core/mcp/tools/effects.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/mcp/tools/tokenshapes.h"
#include "core/tokens/tokenchanges.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using tokens::UpdateOutcome;
using tokens::UpdateRequest;

constexpr Bounds kUpToHundred{.least = 0, .most = 100};

std::optional<QString> textFrom(const QJsonObject &arguments, QLatin1StringView member)
{
    const QJsonValue value = arguments.value(member);
    return value.isString() ? std::optional<QString>(value.toString()) : std::nullopt;
}

std::optional<QStringList> listFrom(const QJsonObject &arguments, QLatin1StringView member)
{
    const QJsonValue value = arguments.value(member);
    return value.isArray() ? std::optional<QStringList>(textList(value)) : std::nullopt;
}

UpdateRequest updateFrom(const QJsonObject &arguments)
{
    UpdateRequest request{.address = addressFrom(arguments),
                          .name = textFrom(arguments, "name"_L1),
                          .expiresIn = textFrom(arguments, "expiresIn"_L1),
                          .notBefore = textFrom(arguments, "notBefore"_L1),
                          .ipAllow = listFrom(arguments, "ipAllow"_L1),
                          .ipDeny = listFrom(arguments, "ipDeny"_L1)};
    if (request.expiresIn && request.expiresIn->isEmpty())
        request.expiresIn.reset(); // "never" has to be said
    const QJsonValue enabled = arguments.value("enabled"_L1);
    if (enabled.isBool())
        request.enabled = enabled.toBool() ? model::Enabled::Yes : model::Enabled::No;
    if (arguments.value("preview"_L1).toBool())
        request.apply = UpdateRequest::Apply::PreviewOnly;
    return request;
}

QString outcomeWord(const UpdateOutcome &outcome)
{
    switch (outcome.written) {
    case UpdateOutcome::Written::No:
        return outcome.changes.empty() ? u"unchanged"_s : u"preview"_s;
    case UpdateOutcome::Written::AsAsked:
        return u"updated"_s;
    case UpdateOutcome::Written::Unlike:
        return u"updated_unlike_asked"_s;
    case UpdateOutcome::Written::NotCompared:
        return u"updated_not_read_back"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const tokens::TokenChange &change)
{
    return {{u"what"_s, change.what},
            {u"before"_s, QJsonArray::fromStringList(change.before)},
            {u"after"_s, QJsonArray::fromStringList(change.after)},
            {u"sentence"_s, change.sentence}};
}

QJsonObject tokenJson(const model::Token &token)
{
    return {{u"status"_s, token.statusText},
            {u"notBefore"_s, timeOrNull(token.notBefore)},
            {u"expiresOn"_s, timeOrNull(token.expiresOn)},
            {u"ipAllow"_s, QJsonArray::fromStringList(token.condition.in)},
            {u"ipDeny"_s, QJsonArray::fromStringList(token.condition.notIn)},
            {u"policies"_s, policiesJson(token.policies)}};
}

base::Async<QJsonObject> updateToken(tokens::TokenChanges *changes, CallContext context, QJsonObject arguments)
{
    const UpdateRequest request = updateFrom(arguments);
    const tokens::Actor actor = actorOf(context);
    const base::Result<UpdateOutcome> outcome = co_await changes->update(request, actor, context.cancel);
    if (!outcome)
        co_return base::fail(outcome.error());
    QJsonArray list;
    for (const tokens::TokenChange &change : outcome->changes)
        list.append(toJson(change));
    QJsonObject result{{u"id"_s, outcome->token.id}, {u"name"_s, outcome->token.name}};
    result.insert("outcome"_L1, outcomeWord(*outcome));
    result.insert("changes"_L1, list);
    result.insert("token"_L1, tokenJson(outcome->token));
    result.insert("warnings"_L1, QJsonArray::fromStringList(outcome->warnings));
    co_return result;
}

base::Async<clients::ApprovalEffect> explainUpdate(tokens::TokenChanges *changes, CallContext context,
                                                   QJsonObject arguments)
{
    UpdateRequest request = updateFrom(arguments);
    request.apply = UpdateRequest::Apply::PreviewOnly;
    const tokens::Actor actor = actorOf(context);
    const base::Result<UpdateOutcome> preview = co_await changes->update(request, actor, context.cancel);
    if (!preview)
        co_return base::fail(preview.error());
    const Subject subject{.id = preview->token.id, .token = preview->token, .names = changes->names()};
    clients::ApprovalEffect effect = effectOfUpdating(subject, *preview);
    effect.details = arguments;
    co_return effect;
}

QJsonObject addressesSchema(const QString &description)
{
    return listSchema(textSchema({1, 64}, u"An address or CIDR range, e.g. 192.0.2.0/24."_s), kUpToHundred,
                      description);
}

QJsonObject updateInput()
{
    QJsonObject properties = addressProperties();
    properties.insert("name"_L1, textSchema({1, 120}, u"The new name."_s));
    properties.insert("expiresIn"_L1, textSchema(kLifetime, u"A new end, counted from now: 12h, 30d, 3m (months), 1y; "
                                                            "or never."_s));
    properties.insert("notBefore"_L1,
                      textSchema({3, 40}, u"When it starts to work, e.g. 2026-12-01T08:00:00Z; or now."_s));
    properties.insert("ipAllow"_L1, addressesSchema(u"The only addresses it works from; [] for anywhere."_s));
    properties.insert("ipDeny"_L1, addressesSchema(u"Addresses it does not work from; [] for none."_s));
    properties.insert("enabled"_L1, booleanSchema(u"false: stop it working without revoking it."_s));
    properties.insert("preview"_L1, booleanSchema(u"true: only say what would change."_s));
    return objectSchema(properties, {u"tokenId"_s});
}

QJsonObject updateOutput()
{
    const QJsonObject value = textSchema(u"A time, an address, a name, yes or no."_s);
    const QJsonObject change = objectSchema({{u"what"_s, textSchema(u"The argument it is about."_s)},
                                             {u"before"_s, listSchema(value, u"As it was; empty: no limit."_s)},
                                             {u"after"_s, listSchema(value, u"As it is to be; empty: no limit."_s)},
                                             {u"sentence"_s, textSchema(u"The same in words."_s)}},
                                            {u"what"_s, u"before"_s, u"after"_s, u"sentence"_s});
    const QJsonObject address = textSchema(u"CIDR."_s);
    const QJsonObject token = objectSchema({{u"status"_s, textSchema(u"Cloudflare's word, e.g. active."_s)},
                                            {u"notBefore"_s, optionalTextSchema(u"Its start; null: at once."_s)},
                                            {u"expiresOn"_s, optionalTextSchema(u"Its end; null: never."_s)},
                                            {u"ipAllow"_s, listSchema(address, u"Empty: works from anywhere."_s)},
                                            {u"ipDeny"_s, listSchema(address, u"Does not work from these."_s)},
                                            {u"policies"_s, policiesSchema(u"What it may do; never changed here."_s)}});
    const QStringList outcomes{u"unchanged"_s, u"preview"_s, u"updated"_s, u"updated_unlike_asked"_s,
                               u"updated_not_read_back"_s};
    const QJsonObject properties{{u"id"_s, textSchema(u"The token's id."_s)},
                                 {u"name"_s, textSchema(u"Its name now."_s)},
                                 {u"outcome"_s, choiceSchema(outcomes, u"What was done."_s)},
                                 {u"changes"_s, listSchema(change, u"What differs."_s)},
                                 {u"token"_s, token},
                                 {u"warnings"_s, warningsSchema()}};
    return objectSchema(properties, properties.keys());
}

} // namespace

Tool updateTokenTool(tokens::TokenChanges &changes)
{
    return {
        .name = u"update_token"_s,
        .title = u"Change a token"_s,
        .description = u"Renames a token, changes its expiry, start or IP limits, disables or enables it. Its "
                       "permissions stay. Answers with what changed."_s,
        .toolClass = ToolClass::Change,
        .annotations = changesCloudflare(),
        .inputSchema = updateInput(),
        .outputSchema = updateOutput(),
        .handler = [&changes](const CallContext &context,
                              const QJsonObject &arguments) { return updateToken(&changes, context, arguments); },
        .explain = [&changes](const CallContext &context,
                              const QJsonObject &arguments) { return explainUpdate(&changes, context, arguments); },
    };
}

} // namespace tokensmith::mcp
