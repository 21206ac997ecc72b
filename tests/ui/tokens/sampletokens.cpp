// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tokens/sampletokens.h"

#include "tests/support/faketokensource.h"

#include <QCryptographicHash>

namespace tokensmith::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Owner;
using model::Policy;
using model::Resource;
using model::Token;
using model::TokenStatus;

namespace {

using Minutes = std::chrono::minutes;

const QString kHarbour = u"0a11ce00000000000000000000000001"_s;
const QString kFernhill = u"0a11ce00000000000000000000000002"_s;

/** One line of the sample; times are counted from sampleNow(). */
struct Sample
{
    QString name;
    Owner owner;
    std::vector<Policy> policies;
    std::optional<Minutes> expiresIn;
    std::optional<Minutes> usedAgo;
    TokenStatus status = TokenStatus::Active;
};

Resource account(const QString &id)
{
    return {.key = u"com.cloudflare.api.account."_s + id};
}

Resource allZonesOf(const QString &id)
{
    return {.key = u"com.cloudflare.api.account."_s + id, .nested = {u"com.cloudflare.api.account.zone.*"_s}};
}

std::vector<Resource> zones(int count)
{
    std::vector<Resource> result;
    for (int i = 0; i < count; ++i)
        result.push_back({.key = u"com.cloudflare.api.account.zone.20ne%1"_s.arg(i, 28, 10, QChar(u'0'))});
    return result;
}

Policy allow(const QStringList &groups, std::vector<Resource> resources)
{
    Policy policy{.resources = std::move(resources)};
    for (const QString &name : groups)
        policy.permissionGroups.push_back({.id = name, .name = name});
    return policy;
}

QString idOf(const QString &name)
{
    return QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Md5).toHex());
}

Token tokenOf(const Sample &sample)
{
    const QDateTime now = sampleNow();
    Token token{.owner = sample.owner, .id = idOf(sample.name), .name = sample.name, .status = sample.status};
    token.issuedOn = now.addDays(-171).addSecs(16260);
    if (sample.expiresIn)
        token.expiresOn = now.addSecs(std::chrono::seconds(*sample.expiresIn).count());
    if (sample.usedAgo)
        token.lastUsedOn = now.addSecs(-std::chrono::seconds(*sample.usedAgo).count());
    token.policies = sample.policies;
    return token;
}

std::vector<Policy> workersDeploy()
{
    return {allow({u"Workers Scripts Write"_s, u"Workers KV Storage Write"_s, u"Workers R2 Storage Write"_s,
                   u"D1 Write"_s, u"Workers Tail Read"_s, u"Account Settings Read"_s},
                  {account(kHarbour)}),
            allow({u"Workers Routes Write"_s}, {allZonesOf(kHarbour)})};
}

} // namespace

QDateTime sampleNow()
{
    return QDateTime(QDate(2026, 11, 23), QTime(9, 41), Qt::UTC);
}

std::vector<Token> sampleTokens()
{
    const Owner me = Owner::user();
    const Owner harbour = Owner::account(kHarbour);
    const Owner fernhill = Owner::account(kFernhill);
    constexpr Minutes kHour = 60min;
    constexpr Minutes kDay = 24h;
    const std::vector<Resource> everything{{.key = u"com.cloudflare.api.account.*"_s}};
    QStringList many;
    for (int i = 0; i < 31; ++i)
        many += u"Group %1 Write"_s.arg(i);
    const Policy dns1 = allow({u"DNS Write"_s}, zones(1));
    const std::vector<Sample> samples{
        {u"terraform-main"_s, harbour, {allow(many, {account(kHarbour), allZonesOf(kHarbour)})}, {}, kDay},
        {u"stream-upload"_s, fernhill, {allow({u"Stream Write"_s}, {account(kFernhill)})}, {}, 143 * kDay},
        {u"zero-trust-sync"_s, harbour, {allow({u"Access: Apps Write"_s}, {account(kHarbour)})}, {}, {}},
        {u"old-migration-2024"_s, me, {allow(many, everything)}, -16 * kDay, 208 * kDay, TokenStatus::Expired},
        {u"preview-deploys"_s, fernhill, {allow({u"Pages Write"_s}, {account(kFernhill)})}, -2 * kDay, 2 * kDay},
        {u"claude-dns-trial"_s, harbour, {dns1}, 6 * kHour + 5min, 12min},
        {u"ci-dns-preview"_s, harbour, {allow({u"DNS Write"_s, u"DNS Read"_s}, zones(2))}, 5 * kDay + kHour, 2 * kHour},
        {u"purge-on-publish"_s, fernhill, {allow({u"Cache Purge"_s}, zones(1))}, 9 * kDay + kHour, kDay},
        {u"deploy-workers-prod"_s, harbour, workersDeploy(), 12 * kDay + kHour, 4min},
        {u"grafana-analytics"_s,
         harbour,
         {allow({u"Analytics Read"_s}, {account(kHarbour)})},
         24 * kDay + kHour,
         kHour},
        {u"certbot-mail"_s, me, {allow({u"DNS Write"_s}, zones(5))}, 27 * kDay + kHour, 6 * kDay},
        {u"staging-pages"_s, fernhill, {allow({u"Pages Write"_s}, {account(kFernhill)})}, 95 * kDay, 3 * kHour},
        {u"backup-r2-nightly"_s,
         harbour,
         {allow({u"Workers R2 Storage Write"_s}, {account(kHarbour)})},
         158 * kDay,
         9 * kHour},
        {u"waf-rules-bot"_s, harbour, {allow({u"Zone WAF Write"_s}, zones(3))}, 219 * kDay, 21 * kDay},
        {u"partner-logpush"_s,
         harbour,
         {allow({u"Logs Write"_s}, zones(1))},
         250 * kDay,
         97 * kDay,
         TokenStatus::Disabled},
        {u"dns-audit-readonly"_s,
         me,
         {allow({u"DNS Read"_s}, {{.key = u"com.cloudflare.api.account.zone.*"_s}})},
         340 * kDay,
         kDay},
    };
    std::vector<Token> tokens;
    for (const Sample &sample : samples)
        tokens.push_back(tokenOf(sample));
    return tokens;
}

void fillWithSample(FakeTokenSource &source)
{
    source.setName(kHarbour, u"Harbour Labs"_s);
    source.setName(kFernhill, u"Fernhill"_s);
    source.setStatus({.state = ui::TokenListStatus::State::Ready, .updatedAt = sampleNow().addSecs(-120)});
    source.setTokens(sampleTokens());
}

} // namespace tokensmith::test
