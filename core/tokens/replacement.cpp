// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/replacement.h"

#include "core/catalog/tokenguard.h"
#include "core/model/expiry.h"
#include "core/tokens/tokenmerge.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using Time = std::optional<QDateTime>;

namespace {

constexpr qsizetype kLongestName = 120;

tl::unexpected<Error> refuse(const QString &field, const QString &message)
{
    return base::fail({.code = Error::Code::InvalidArgument, .message = message, .field = field});
}

base::Result<base::Done> checkMayBeMade(const model::Token &old)
{
    for (const model::Policy &policy : old.policies) {
        for (const model::PermissionGroupRef &group : policy.permissionGroups) {
            if (policy.effect != model::Policy::Effect::Deny && catalog::managesTokens(group.id, group.name)) {
                return base::fail({.code = Error::Code::PermissionDenied,
                                   .message = u"This token manages tokens, and no token may make such a one. Roll it "
                                              "instead, here or in the Cloudflare dashboard."_s,
                                   .field = u"tokenId"_s});
            }
        }
    }
    return base::Done{};
}

base::Result<QString> nameFor(const model::Token &old, const QString &asked)
{
    if (asked.isEmpty()) {
        const QString suffix = u" (rotated)"_s;
        return QString(old.name.left(kLongestName - suffix.size()).trimmed() + suffix);
    }
    QString name = asked.trimmed();
    if (name.isEmpty() || name.size() > kLongestName)
        return refuse(u"newName"_s, u"The new name must have 1 to 120 characters."_s);
    return name;
}

/** The old token's span again, from its issue to its end. */
base::Result<Time> sameLifetime(const model::Token &old, const QDateTime &now)
{
    if (!old.expiresOn)
        return Time();
    const qint64 seconds = old.issuedOn ? old.issuedOn->secsTo(*old.expiresOn) : 0;
    if (seconds <= 0) {
        return refuse(u"expiresIn"_s, u"How long the old token was to live can't be told. Give expiresIn."_s);
    }
    const QDateTime end = now.addSecs(seconds).toUTC();
    return Time(QDateTime::fromSecsSinceEpoch(end.toSecsSinceEpoch(), Qt::UTC));
}

} // namespace

base::Result<model::TokenSpec> replacementFor(const model::Token &old, const ReplacementWishes &wishes,
                                              const QDateTime &now)
{
    base::Result<base::Done> mayBeMade = checkReadable(old);
    if (mayBeMade)
        mayBeMade = checkMayBeMade(old);
    if (!mayBeMade)
        return base::fail(std::move(mayBeMade.error()));
    base::Result<QString> name = nameFor(old, wishes.newName);
    if (!name)
        return base::fail(std::move(name.error()));
    base::Result<Time> expiresOn =
        wishes.expiresIn ? model::expiryAfter(*wishes.expiresIn, now) : sameLifetime(old, now);
    if (!expiresOn)
        return base::fail(std::move(expiresOn.error()));
    model::TokenSpec spec{
        .name = *std::move(name), .policies = old.policies, .condition = old.condition, .expiresOn = *expiresOn};
    if (old.notBefore && *old.notBefore > now)
        spec.notBefore = old.notBefore;
    if (spec.expiresOn && spec.notBefore && *spec.expiresOn <= *spec.notBefore)
        return refuse(u"expiresIn"_s,
                      u"The new token would expire before it starts to work. Give a longer expiresIn."_s);
    return spec;
}

} // namespace tokensmith::tokens
