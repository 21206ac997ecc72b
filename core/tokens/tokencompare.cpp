// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokencompare.h"

#include "core/model/cidr.h"
#include "core/model/json.h"

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;

namespace {

/** An address that can't be read is compared as it stands: it must not pass for another. */
QStringList canonical(const QStringList &addresses)
{
    QStringList sorted;
    for (const QString &address : addresses)
        sorted.append(model::canonicalCidr(address).value_or(address));
    sorted.removeDuplicates();
    sorted.sort();
    return sorted;
}

QString inWords(const std::optional<QDateTime> &time)
{
    return time ? model::timeToText(*time) : u"none"_s;
}

bool isEnabled(const model::Token &token)
{
    return token.status != model::TokenStatus::Disabled;
}

} // namespace

bool sameCondition(const model::IpCondition &left, const model::IpCondition &right)
{
    return canonical(left.in) == canonical(right.in) && canonical(left.notIn) == canonical(right.notIn)
           && left.others == right.others;
}

bool sameTime(const std::optional<QDateTime> &left, const std::optional<QDateTime> &right)
{
    if (left.has_value() != right.has_value())
        return false;
    return !left || left->toSecsSinceEpoch() == right->toSecsSinceEpoch();
}

QStringList notKept(const model::TokenSpec &asked, const model::Token &token)
{
    QStringList lost;
    if (token.name != asked.name)
        lost.append(u"Cloudflare did not keep the name as asked."_s);
    if (!model::sameGrants(asked.policies, token.policies))
        lost.append(u"Cloudflare did not keep the permissions as asked. Check the token before using it."_s);
    if (!sameCondition(asked.condition, token.condition))
        lost.append(u"Cloudflare did not keep the IP limits as asked. Check the token before using it."_s);
    if (!sameTime(asked.expiresOn, token.expiresOn)) {
        lost.append(u"Cloudflare did not keep the expiry as asked: it is %1 instead of %2."_s.arg(
            inWords(token.expiresOn), inWords(asked.expiresOn)));
    }
    if (!sameTime(asked.notBefore, token.notBefore)) {
        lost.append(u"Cloudflare did not keep the start as asked: it is %1 instead of %2."_s.arg(
            inWords(token.notBefore), inWords(asked.notBefore)));
    }
    if (asked.enabled && (*asked.enabled == model::Enabled::Yes) != isEnabled(token))
        lost.append(u"Cloudflare did not change whether the token is enabled."_s);
    return lost;
}

} // namespace tokensmith::tokens
