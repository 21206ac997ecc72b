// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenmerge.h"

#include "core/catalog/policywords.h"
#include "core/catalog/tokenguard.h"
#include "core/model/cidr.h"
#include "core/model/expiry.h"
#include "core/model/json.h"
#include "core/tokens/tokencompare.h"

#include <QLocale>

#include <algorithm>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using model::Enabled;
using model::TokenSpec;
using model::TokenStatus;

namespace {

constexpr qsizetype kLongestName = 120;
using Time = std::optional<QDateTime>;

tl::unexpected<Error> refuse(const QString &field, const QString &message)
{
    return base::fail({.code = Error::Code::InvalidArgument, .message = message, .field = field});
}

std::optional<Enabled> enabledOf(TokenStatus status)
{
    switch (status) {
    case TokenStatus::Active:
        return Enabled::Yes;
    case TokenStatus::Disabled:
        return Enabled::No;
    case TokenStatus::Expired:
    case TokenStatus::Exposed:
    case TokenStatus::Unknown:
        return std::nullopt; // a state that can't be written
    }
    Q_UNREACHABLE();
}

base::Result<Time> startFrom(const QString &notBefore)
{
    if (notBefore == "now"_L1)
        return Time();
    Time start = model::timeFromJson(notBefore);
    if (!start)
        return refuse(u"notBefore"_s, u"notBefore must be a time such as 2026-12-01T08:00:00Z, or \"now\"."_s);
    return start;
}

base::Result<base::Done> mergeTimes(TokenSpec &spec, const UpdateRequest &request, const QDateTime &now)
{
    if (request.expiresOn) {
        if (!request.expiresOn->isValid() || *request.expiresOn <= now)
            return refuse(u"expiresIn"_s, u"The end must lie in the future."_s);
        spec.expiresOn = request.expiresOn->toUTC();
    } else if (request.expiresIn) {
        base::Result<Time> expiresOn = model::expiryAfter(*request.expiresIn, now);
        if (!expiresOn)
            return base::fail(std::move(expiresOn.error()));
        spec.expiresOn = *expiresOn;
    }
    if (request.notBefore) {
        base::Result<Time> start = startFrom(*request.notBefore);
        if (!start)
            return base::fail(std::move(start.error()));
        spec.notBefore = *start;
    }
    const bool touched = request.expiresOn || request.expiresIn || request.notBefore;
    if (touched && spec.expiresOn && spec.notBefore && *spec.expiresOn <= *spec.notBefore) {
        return refuse(request.notBefore ? u"notBefore"_s : u"expiresIn"_s,
                      u"The token would expire before it starts to work."_s);
    }
    return base::Done{};
}

base::Result<base::Done> mergeEnabled(TokenSpec &spec, const model::Token &token, const UpdateRequest &request)
{
    if (!request.enabled)
        return base::Done{};
    if (*request.enabled == Enabled::Yes && token.status == TokenStatus::Exposed)
        return refuse(u"enabled"_s, u"The token is exposed, so it can't be enabled: roll it to get a new secret."_s);
    if (*request.enabled == Enabled::Yes && token.status == TokenStatus::Expired && !request.expiresIn
        && !request.expiresOn)
        return refuse(u"enabled"_s, u"The token is expired, so it can't be enabled: give a new expiry, or roll it."_s);
    if (*request.enabled == Enabled::No || token.status == TokenStatus::Disabled)
        spec.enabled = request.enabled;
    return base::Done{};
}

base::Result<base::Done> mergeAddresses(QStringList &list, const std::optional<QStringList> &asked,
                                        const QString &field)
{
    if (!asked)
        return base::Done{};
    base::Result<QStringList> addresses = model::canonicalCidrs(*asked, field);
    if (!addresses)
        return base::fail(std::move(addresses.error()));
    list = *std::move(addresses);
    return base::Done{};
}

/** Managing tokens is given in the dashboard only: nobody makes a token mightier than its maker from here. */
base::Result<base::Done> mergePolicies(TokenSpec &spec, const model::Token &token, const UpdateRequest &request)
{
    if (!request.policies || model::sameGrants(*request.policies, token.policies))
        return base::Done{};
    if (request.policies->empty())
        return refuse(u"policies"_s, u"Nothing would be left that the token may do."_s);
    for (const model::Policy &policy : *request.policies) {
        const bool manages =
            std::any_of(policy.permissionGroups.begin(), policy.permissionGroups.end(),
                        [](const auto &group) { return catalog::managesTokens(group.id, group.name); });
        if (manages && policy.effect != model::Policy::Effect::Deny)
            return base::fail(catalog::managesTokensRefusal(token.owner.kind, u"policies"_s));
        if (!policy.isReadable() || policy.effect == model::Policy::Effect::Unknown)
            return refuse(u"policies"_s, u"One of the policies can't be read by this version."_s);
    }
    spec.policies = *request.policies;
    return base::Done{};
}

QStringList listOf(const Time &time)
{
    return time ? QStringList{model::timeToText(*time)} : QStringList();
}

QString inWords(const Time &time, const QString &absent)
{
    return time ? QLocale::c().toString(time->toUTC(), u"d MMMM yyyy, HH:mm 'UTC'"_s) : absent;
}

QString inWords(const QStringList &addresses, const QString &absent)
{
    return addresses.isEmpty() ? absent : addresses.join(u", "_s);
}

bool sameAddresses(const QStringList &left, const QStringList &right)
{
    return sameCondition({.in = left}, {.in = right});
}

} // namespace

TokenSpec specOf(const model::Token &token)
{
    return {.name = token.name,
            .policies = token.policies,
            .condition = token.condition,
            .notBefore = token.notBefore,
            .expiresOn = token.expiresOn,
            .enabled = enabledOf(token.status)};
}

base::Result<base::Done> checkReadable(const model::Token &token)
{
    QStringList unread;
    for (const QString &member : {u"name"_s, u"status"_s, u"condition"_s, u"not_before"_s, u"expires_on"_s}) {
        if (token.unknown.contains(member))
            unread.append(member);
    }
    if (token.policies.empty())
        unread.append(u"policies"_s);
    if (unread.isEmpty())
        return base::Done{};
    return base::fail({.code = Error::Code::ProtocolError,
                       .message = u"Cloudflare describes this token in a way that can't be read (%1), and a change "
                                  "would lose that part. Nothing was changed: use the Cloudflare dashboard."_s.arg(
                                      unread.join(u", "_s))});
}

base::Result<TokenSpec> merged(const model::Token &token, const UpdateRequest &request, const QDateTime &now)
{
    base::Result<base::Done> done = checkReadable(token);
    if (!done)
        return base::fail(std::move(done.error()));
    TokenSpec spec = specOf(token);
    if (request.name) {
        spec.name = request.name->trimmed();
        if (spec.name.isEmpty() || spec.name.size() > kLongestName)
            return refuse(u"name"_s, u"The name must have 1 to 120 characters."_s);
    }
    done = mergeTimes(spec, request, now);
    if (done)
        done = mergeAddresses(spec.condition.in, request.ipAllow, u"ipAllow"_s);
    if (done)
        done = mergeAddresses(spec.condition.notIn, request.ipDeny, u"ipDeny"_s);
    if (done)
        done = mergeEnabled(spec, token, request);
    if (done)
        done = mergePolicies(spec, token, request);
    if (!done)
        return base::fail(std::move(done.error()));
    return spec;
}

std::vector<TokenChange> changesBetween(const TokenSpec &before, const TokenSpec &after)
{
    std::vector<TokenChange> changes;
    if (before.name != after.name) {
        changes.push_back({.what = u"name"_s,
                           .before = {before.name},
                           .after = {after.name},
                           .sentence = u"The name becomes \"%1\"; it is \"%2\"."_s.arg(after.name, before.name)});
    }
    const auto addTime = [&](const QString &what, const Time &was, const Time &is, const QString &sentence,
                             const QString &absent) {
        if (!sameTime(was, is)) {
            changes.push_back({what, listOf(was), listOf(is), sentence.arg(inWords(is, absent), inWords(was, absent))});
        }
    };
    addTime(u"expiresOn"_s, before.expiresOn, after.expiresOn, u"The end becomes %1; it is %2."_s, u"never"_s);
    addTime(u"notBefore"_s, before.notBefore, after.notBefore, u"The start becomes %1; it is %2."_s, u"at once"_s);
    const auto addList = [&](const QString &what, const QStringList &was, const QStringList &is,
                             const QString &sentence, const QString &absent) {
        if (!sameAddresses(was, is))
            changes.push_back({what, was, is, sentence.arg(inWords(is, absent), inWords(was, absent))});
    };
    addList(u"ipAllow"_s, before.condition.in, after.condition.in,
            u"The addresses it works from become %1; they are %2."_s, u"all"_s);
    addList(u"ipDeny"_s, before.condition.notIn, after.condition.notIn,
            u"The addresses it does not work from become %1; they are %2."_s, u"none"_s);
    if (before.enabled != after.enabled) {
        const bool enables = after.enabled == Enabled::Yes;
        changes.push_back({.what = u"enabled"_s,
                           .before = {enables ? u"no"_s : u"yes"_s},
                           .after = {enables ? u"yes"_s : u"no"_s},
                           .sentence = enables ? u"The token is enabled again."_s
                                               : u"The token is disabled: it stops working until it is enabled."_s});
    }
    if (!model::sameGrants(before.policies, after.policies)) {
        const QStringList was = catalog::policySentences(before.policies, {});
        const QStringList is = catalog::policySentences(after.policies, {});
        changes.push_back({.what = u"policies"_s,
                           .before = was,
                           .after = is,
                           .sentence = u"What it may do becomes: %1 It is: %2"_s.arg(is.join(u' '), was.join(u' '))});
    }
    return changes;
}

} // namespace tokensmith::tokens
