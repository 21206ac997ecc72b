// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/audittools.h"

#include "core/mcp/tools/progressreports.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/tokens/tokenaudit.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using model::Finding;
using model::Fix;
using model::Owner;
using model::Severity;

constexpr int kUsualLimit = 100;
constexpr std::array kSeverities{Severity::Low, Severity::Medium, Severity::High};

/** What to call for it; no tool takes permissions away from a token as it is. */
QString howToFix(Fix fix)
{
    switch (fix) {
    case Fix::Rotate:
        return u"Call rotate_token: it makes a replacement before the old one is revoked."_s;
    case Fix::Roll:
        return u"Call roll_token: it gives a new secret at once and ends the old one."_s;
    case Fix::SetExpiry:
        return u"Call update_token with an expiry."_s;
    case Fix::LimitAddresses:
        return u"Call update_token with the addresses it is used from."_s;
    case Fix::Narrow:
        return u"Make a narrower one with create_token, change over to it, then revoke_token this one."_s;
    case Fix::Revoke:
        return u"Ask whoever uses it, then call revoke_token."_s;
    }
    Q_UNREACHABLE();
}

Severity severityFrom(const QString &word)
{
    const auto found = std::find_if(kSeverities.begin(), kSeverities.end(),
                                    [&](Severity severity) { return tokens::severityName(severity) == word; });
    return found == kSeverities.end() ? Severity::Low : *found;
}

tokens::AuditRequest requestFrom(const QJsonObject &arguments)
{
    tokens::AuditRequest request{.accountId = arguments.value("accountId"_L1).toString(),
                                 .least = severityFrom(arguments.value("minSeverity"_L1).toString())};
    const QString type = arguments.value("type"_L1).toString();
    if (!type.isEmpty())
        request.kind = type == "user"_L1 ? Owner::Kind::User : Owner::Kind::Account;
    tokens::FindingThresholds &thresholds = request.thresholds;
    const auto days = [&](QLatin1StringView name, int usual) { return arguments.value(name).toInt(usual); };
    thresholds.expiresWithinDays = days("expiresWithinDays"_L1, thresholds.expiresWithinDays);
    thresholds.unusedForDays = days("unusedForDays"_L1, thresholds.unusedForDays);
    thresholds.secretOlderThanDays = days("secretOlderThanDays"_L1, thresholds.secretOlderThanDays);
    return request;
}

QJsonObject toJson(const Owner &owner, const QString &name)
{
    QJsonObject json{{u"type"_s, owner.kind == Owner::Kind::User ? u"user"_s : u"account"_s}, {u"name"_s, name}};
    if (!owner.accountId.isEmpty())
        json.insert("accountId"_L1, owner.accountId);
    return json;
}

QJsonObject toJson(const Finding &finding, const QString &ownerName)
{
    QJsonObject json{
        {u"rule"_s, finding.rule},
        {u"severity"_s, tokens::severityName(finding.severity)},
        {u"title"_s, finding.title},
        {u"message"_s, finding.sentence},
        {u"fix"_s, QJsonObject{{u"action"_s, tokens::fixName(finding.fix)}, {u"how"_s, howToFix(finding.fix)}}},
        {u"owner"_s, toJson(finding.owner, ownerName)}};
    if (!finding.tokenId.isEmpty()) {
        json.insert("tokenId"_L1, finding.tokenId);
        json.insert("tokenName"_L1, finding.tokenName);
    }
    return json;
}

QJsonObject summaryOf(const tokens::AuditOutcome &outcome, qsizetype shown)
{
    QJsonObject summary{{u"tokens"_s, outcome.tokens},
                        {u"withheld"_s, outcome.withheld},
                        {u"omitted"_s, static_cast<qsizetype>(outcome.findings.size()) - shown}};
    for (const Severity severity : kSeverities) {
        const auto count = std::count_if(outcome.findings.begin(), outcome.findings.end(),
                                         [&](const Finding &finding) { return finding.severity == severity; });
        summary.insert(tokens::severityName(severity), static_cast<qint64>(count));
    }
    QJsonObject rules;
    for (const Finding &finding : outcome.findings)
        rules.insert(finding.rule, rules.value(finding.rule).toInt() + 1);
    summary.insert("byRule"_L1, rules);
    return summary;
}

base::Async<QJsonObject> auditTokens(tokens::TokenAudit *audit, CallContext context, QJsonObject arguments)
{
    tokens::AuditRequest request = requestFrom(arguments);
    request.onPage = pageReports(context);
    if (request.kind == Owner::Kind::User && !request.accountId.isEmpty()) {
        co_return base::fail({.code = base::Error::Code::InvalidArgument,
                              .message = u"accountId names an account's tokens; leave it out with type \"user\"."_s,
                              .field = u"accountId"_s});
    }
    const base::Result<tokens::AuditOutcome> outcome = co_await audit->run(request, context.cancel);
    if (!outcome)
        co_return base::fail(outcome.error());
    const int limit = arguments.value("limit"_L1).toInt(kUsualLimit);
    QJsonArray findings;
    for (const Finding &finding : outcome->findings) {
        if (findings.size() == limit)
            break;
        findings.append(toJson(finding, audit->ownerName(finding.owner)));
    }
    QJsonArray unread;
    QStringList warnings;
    for (const tokens::UnreadList &list : outcome->unread) {
        unread.append(QJsonObject{{u"owner"_s, toJson(list.owner, list.ownerName)}, {u"reason"_s, list.error.message}});
        warnings += u"%1: %2"_s.arg(list.ownerName, list.error.message);
    }
    warnOfUnread(context, warnings);
    co_return QJsonObject{{u"count"_s, static_cast<qint64>(outcome->findings.size())},
                          {u"findings"_s, findings},
                          {u"unread"_s, unread},
                          {u"summary"_s, summaryOf(*outcome, findings.size())}};
}

QStringList severityWords()
{
    QStringList words;
    for (const Severity severity : kSeverities)
        words.append(tokens::severityName(severity));
    return words;
}

QJsonObject inputSchema()
{
    return objectSchema(
        {{u"type"_s,
          choiceSchema({u"user"_s, u"account"_s}, u"Whose tokens. Left out: the user's and every account's."_s)},
         {u"accountId"_s, textSchema(kCloudflareId, u"One account's tokens only; see list_accounts."_s)},
         {u"expiresWithinDays"_s, integerSchema({0, 3650}, u"An end within so many days is a finding. Default 30."_s)},
         {u"unusedForDays"_s, integerSchema({1, 3650}, u"A last use so many days ago is one. Default 90."_s)},
         {u"secretOlderThanDays"_s, integerSchema({1, 3650}, u"A secret that old is one. Default 365."_s)},
         {u"minSeverity"_s, choiceSchema(severityWords(), u"Leaves out what is less grave. Default low."_s)},
         {u"limit"_s, integerSchema({1, 1000}, u"Most findings to list, the gravest first. Default 100."_s)}});
}

QJsonObject ownerSchema()
{
    return objectSchema({{u"type"_s, choiceSchema({u"user"_s, u"account"_s}, u"Kind of owner."_s)},
                         {u"accountId"_s, textSchema(u"The account, for an account's tokens."_s)},
                         {u"name"_s, textSchema(u"The account's name, or You."_s)}},
                        {u"type"_s, u"name"_s});
}

QJsonObject findingSchema()
{
    const QJsonObject fix =
        objectSchema({{u"action"_s, textSchema(u"rotate, roll, set-expiry, limit-addresses, narrow or revoke."_s)},
                      {u"how"_s, textSchema(u"What to call for it."_s)}},
                     {u"action"_s, u"how"_s});
    return objectSchema({{u"rule"_s, choiceSchema(tokens::findingRules(), u"Which rule found it."_s)},
                         {u"severity"_s, choiceSchema(severityWords(), u"How grave it is."_s)},
                         {u"title"_s, textSchema(u"What it is, in a few words."_s)},
                         {u"message"_s, textSchema(u"Why it matters, or what is known."_s)},
                         {u"fix"_s, fix},
                         {u"owner"_s, ownerSchema()},
                         {u"tokenId"_s, textSchema(u"The token; absent where it is about all of the owner's."_s)},
                         {u"tokenName"_s, textSchema(u"Its name."_s)}},
                        {u"rule"_s, u"severity"_s, u"title"_s, u"message"_s, u"fix"_s, u"owner"_s});
}

QJsonObject outputSchema()
{
    QJsonObject byRule = openObjectSchema({});
    byRule.insert("additionalProperties"_L1, countSchema(u"How often that rule found something."_s));
    QJsonObject counts{{u"tokens"_s, countSchema(u"Tokens looked at."_s)},
                       {u"withheld"_s, countSchema(u"Tokens not looked at: they reach accounts not allowed here."_s)},
                       {u"omitted"_s, countSchema(u"Findings beyond the limit."_s)},
                       {u"byRule"_s, byRule}};
    QStringList required = counts.keys();
    for (const QString &word : severityWords()) {
        counts.insert(word, countSchema(u"Findings of that severity."_s));
        required.append(word);
    }
    const QJsonObject unread =
        objectSchema({{u"owner"_s, ownerSchema()}, {u"reason"_s, textSchema(u"Why it could not be read."_s)}},
                     {u"owner"_s, u"reason"_s});
    return objectSchema(
        {{u"count"_s, countSchema(u"How many findings there are in all."_s)},
         {u"findings"_s, listSchema(findingSchema(), u"The gravest first."_s)},
         {u"unread"_s, listSchema(unread, u"Lists that could not be read: nothing is known of them."_s)},
         {u"summary"_s, objectSchema(counts, required)}},
        {u"count"_s, u"findings"_s, u"unread"_s, u"summary"_s});
}

} // namespace

Tool auditTokensTool(tokens::TokenAudit &audit)
{
    return {
        .name = u"audit_tokens"_s,
        .title = u"Audit tokens"_s,
        .description =
            u"Finds what should be acted on: tokens that expire soon, never expire, are unused, reach too far, "
            "hold too many permissions or leaked, each with a fix. Changes nothing."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsCloudflare(),
        .inputSchema = inputSchema(),
        .outputSchema = outputSchema(),
        .handler = [&audit](const CallContext &context,
                            const QJsonObject &arguments) { return auditTokens(&audit, context, arguments); },
    };
}

} // namespace tokensmith::mcp
