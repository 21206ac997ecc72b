// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/tokenshapes.h"

#include "core/base/englishtexts.h"
#include "core/mcp/tools/ownerarguments.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/model/json.h"
#include "core/tokens/tokenservice.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using model::Owner;
using Hint = ToolAnnotations::Hint;

QJsonArray resourceKeys(const model::Policy &policy)
{
    QJsonArray keys;
    for (const model::Resource &resource : policy.resources) {
        if (resource.nested.isEmpty())
            keys.append(resource.key);
        for (const QString &inside : resource.nested)
            keys.append(resource.key + u'/' + inside);
    }
    return keys;
}

QString effectWord(model::Policy::Effect effect)
{
    switch (effect) {
    case model::Policy::Effect::Allow:
        return u"allow"_s;
    case model::Policy::Effect::Deny:
        return u"deny"_s;
    case model::Policy::Effect::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const model::Policy &policy)
{
    QJsonArray permissions;
    for (const model::PermissionGroupRef &group : policy.permissionGroups)
        permissions.append(group.name.isEmpty() ? group.id : group.name);
    return {{u"effect"_s, effectWord(policy.effect)},
            {u"permissions"_s, permissions},
            {u"resources"_s, resourceKeys(policy)}};
}

} // namespace

QJsonObject addressProperties()
{
    return {
        {u"tokenId"_s, textSchema(kCloudflareId, u"The token's id (not its secret); see list_tokens."_s)},
        {u"type"_s, ownerTypeSchema(u"Whose token it is. Left out: it is looked for."_s)},
        {u"accountId"_s, ownerAccountSchema(u"The account of an account's token; see list_accounts."_s)},
    };
}

tokens::TokenAddress addressFrom(const QJsonObject &arguments)
{
    tokens::TokenAddress address{.tokenId = arguments.value("tokenId"_L1).toString(),
                                 .accountId = arguments.value("accountId"_L1).toString()};
    const QString type = arguments.value("type"_L1).toString();
    if (!type.isEmpty())
        address.kind = type == "account"_L1 ? Owner::Kind::Account : Owner::Kind::User;
    return address;
}

tokens::Actor actorOf(const CallContext &context)
{
    return {.client = context.client.name, .correlationId = context.correlationId};
}

ToolAnnotations changesCloudflare()
{
    return {.readOnly = Hint::No, .destructive = Hint::Yes, .idempotent = Hint::No, .openWorld = Hint::Yes};
}

ToolAnnotations revokesAtCloudflare()
{
    return {.readOnly = Hint::No, .destructive = Hint::Yes, .idempotent = Hint::Yes, .openWorld = Hint::Yes};
}

QJsonObject createdTokenJson(const model::CreatedToken &created)
{
    const model::Token &token = created.token;
    return {{u"id"_s, token.id},
            {u"name"_s, token.name},
            {u"status"_s, token.statusText},
            {u"issuedOn"_s, timeOrNull(token.issuedOn)},
            {u"expiresOn"_s, timeOrNull(token.expiresOn)},
            {u"secret"_s, QString::fromLatin1(created.secret.reveal())},
            {u"warning"_s, secretWarning()},
            {u"policies"_s, policiesJson(token.policies)}};
}

QJsonObject createdTokenProperties()
{
    return {{u"id"_s, textSchema(u"The token's id."_s)},
            {u"name"_s, textSchema(u"Its name."_s)},
            {u"status"_s, textSchema(u"Cloudflare's word, e.g. active."_s)},
            {u"issuedOn"_s, optionalTextSchema(u"When it was made."_s)},
            {u"expiresOn"_s, optionalTextSchema(u"When it ends; null: never."_s)},
            {u"secret"_s, textSchema(u"The token's value, shown only now."_s)},
            {u"warning"_s, textSchema(u"What to do with the secret."_s)},
            {u"policies"_s, policiesSchema(u"What Cloudflare says it may do."_s)}};
}

QJsonObject delivered(QJsonObject token, const CallContext &context, const QString &keychainItem)
{
    switch (context.secrets) {
    case CallContext::Secrets::Inline:
    case CallContext::Secrets::InlineAndHeld:
        return token;
    case CallContext::Secrets::Held:
        break;
    }
    token.remove("secret"_L1);
    token.insert("warning"_L1, u"The secret is not shown here. It is in this computer's keychain as \"%1\"; a person "
                               "can copy it in Tokensmith, under Clients."_s.arg(keychainItem));
    return token;
}

tokens::KeepSecret keepFor(const CallContext &context)
{
    return context.secrets == CallContext::Secrets::Inline ? tokens::KeepSecret::IfPossible
                                                           : tokens::KeepSecret::Required;
}

QJsonArray accessJson(const tokens::TokenService &tokens, const std::vector<model::Policy> &policies)
{
    const base::EnglishTexts english;
    return QJsonArray::fromStringList(tokens.accessOf(policies));
}

QJsonArray policiesJson(const std::vector<model::Policy> &policies)
{
    QJsonArray list;
    for (const model::Policy &policy : policies)
        list.append(toJson(policy));
    return list;
}

QJsonObject policiesSchema(const QString &description)
{
    const QStringList effects{u"allow"_s, u"deny"_s, u"unknown"_s};
    const QJsonObject policy =
        objectSchema({{u"effect"_s, choiceSchema(effects, u"What the policy does."_s)},
                      {u"permissions"_s, listSchema(textSchema(u"Name or id."_s), u"Permission groups."_s)},
                      {u"resources"_s, listSchema(textSchema(u"Resource key."_s), u"What they act on."_s)}},
                     {u"effect"_s, u"permissions"_s, u"resources"_s});
    return listSchema(policy, description);
}

QJsonValue timeOrNull(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(model::timeToText(*time)) : QJsonValue(QJsonValue::Null);
}

QJsonValue keychainItemJson(const QString &item)
{
    return item.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(item);
}

QJsonObject keychainItemSchema()
{
    return optionalTextSchema(u"The keychain item that holds the secret as well; null: none."_s);
}

QJsonObject warningsSchema()
{
    return listSchema(textSchema(u"One warning."_s), u"What a person should know."_s);
}

QString secretWarning()
{
    return u"IMPORTANT: Save this secret now - it will not be shown again!"_s;
}

} // namespace tokensmith::mcp
