// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/seed.h"

#include "core/sandbox/accessrecipe.h"
#include "core/sandbox/sandboxrandom.h"
#include "core/sandbox/seedtable.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokensmith::sandbox {

namespace {

constexpr qsizetype kUserQuota = 50;
constexpr qsizetype kAccountQuota = 500;

struct AccountRow
{
    QLatin1StringView name;
    QLatin1StringView role;
    std::array<QLatin1StringView, 5> domains;
};
constexpr auto kSuperAdministrator = "Super Administrator - All Privileges"_L1;
constexpr std::array<AccountRow, 3> kAccounts{{
    {"Harbour Labs"_L1,
     kSuperAdministrator,
     {"harbour-labs.example"_L1, "harbour-docs.example"_L1, "harbour-status.example"_L1, "harbourmail.example"_L1,
      "hbr.example"_L1}},
    {"Fernhill"_L1,
     kSuperAdministrator,
     {"fernhill.example"_L1,
      "fernhill-shop.example"_L1,
      "fernhill-media.example"_L1,
      "fernhill-events.example"_L1,
      {}}},
    {"Northgate Studio"_L1,
     "Administrator"_L1,
     {"northgate.example"_L1, "northgate-photo.example"_L1, "northgate-prints.example"_L1, {}, {}}},
}};
constexpr auto kFirstWords =
    std::to_array<QLatin1StringView>({"Quarry"_L1, "Willow"_L1, "Juniper"_L1, "Castle"_L1, "Meadow"_L1});
constexpr auto kSecondWords = std::to_array<QLatin1StringView>({"Works"_L1, "Press"_L1, "Systems"_L1, "Foods"_L1});
constexpr auto kVerbs = std::to_array<QLatin1StringView>(
    {"deploy"_L1, "purge"_L1, "sync"_L1, "backup"_L1, "audit"_L1, "renew"_L1, "preview"_L1, "import"_L1});
constexpr auto kNouns = std::to_array<QLatin1StringView>(
    {"docs"_L1, "shop"_L1, "api"_L1, "media"_L1, "mail"_L1, "status"_L1, "edge"_L1, "search"_L1});

template <typename List>
auto pick(SandboxRandom &random, const List &list)
{
    return list[std::size_t(random.below(qsizetype(list.size())))];
}

IpCondition conditionFrom(QLatin1StringView addresses)
{
    IpCondition condition;
    const QString text = addresses;
    for (const QString &address : text.split(u',')) {
        auto &list = address.startsWith(u'!') ? condition.notIn : condition.in;
        if (!list)
            list.emplace();
        list->append(address.startsWith(u'!') ? address.mid(1) : address);
    }
    return condition;
}

/** Fills one WorldState; lives for one call of seedWorld(). */
class Seeder
{
public:
    Seeder(const SeedOptions &options, const QDateTime &now)
        : m_options(options)
        , m_now(now)
        , m_random(options.seed)
        , m_recipes(m_groups, m_state)
    {
        m_state.seed = options.seed;
        m_state.user = {.id = m_random.id(),
                        .email = u"mira@harbour-labs.example"_s,
                        .firstName = u"Mira"_s,
                        .lastName = u"Ashdown"_s};
    }

    void addAccounts(int count)
    {
        for (int i = 0; i < count; ++i)
            addAccount(i);
    }

    void addTokens(int count)
    {
        m_state.tokens.reserve(std::size_t(count + m_state.accounts.size() + 1));
        const auto table = seedTokens();
        for (int i = 0; i < count; ++i)
            addToken(std::size_t(i) < table.size() ? table[std::size_t(i)] : chance(i));
    }

    void addBootstrapTokens();
    WorldState finish();

private:
    void addAccount(int index);
    SandboxToken &addToken(const SeedToken &row);
    SeedToken chance(int index);
    QDateTime ago(std::chrono::minutes span) const { return m_now.addSecs(-std::chrono::seconds(span).count()); }

    SeedOptions m_options;
    QDateTime m_now;
    SandboxRandom m_random;
    PermissionGroupTable m_groups;
    WorldState m_state;
    AccessRecipes m_recipes;
    QByteArray m_chanceName; // what a SeedToken made by chance() points to
};

void Seeder::addAccount(int index)
{
    const bool known = std::size_t(index) < kAccounts.size();
    const QString name =
        known ? QString(kAccounts[std::size_t(index)].name)
              : u"%1 %2 %3"_s.arg(pick(m_random, kFirstWords), pick(m_random, kSecondWords)).arg(index + 1);
    const QDateTime created = ago(std::chrono::days(900 + m_random.below(900)));
    m_state.accounts.append({.id = m_random.id(),
                             .name = name,
                             .createdOn = created,
                             .membershipId = m_random.id(),
                             .role = known ? kAccounts[std::size_t(index)].role : kSuperAdministrator});
    const auto addZone = [&](const QString &domain) {
        m_state.zones.append({.id = m_random.id(),
                              .name = domain,
                              .accountId = m_state.accounts.constLast().id,
                              .createdOn = created.addDays(m_random.below(800))});
    };
    if (!known)
        return addZone(QString(name).toLower().replace(u' ', u'-') + ".example"_L1);
    for (const QLatin1StringView domain : kAccounts[std::size_t(index)].domains) {
        if (!domain.isEmpty())
            addZone(domain);
    }
}

SandboxToken &Seeder::addToken(const SeedToken &row)
{
    static const QDateTime kNewFormatSince(QDate(2026, 4, 15), QTime(0, 0), Qt::UTC);
    const QString &account = m_state.accounts.at(row.owner.account % m_state.accounts.size()).id;
    const bool ofUser = row.owner.kind == SeedOwner::Kind::User;
    SandboxToken token{.id = m_random.id(), .accountId = ofUser ? QString() : account, .name = row.name};
    token.issuedOn = ago(row.issuedAgo);
    token.modifiedOn = token.issuedOn;
    token.secret =
        token.issuedOn < kNewFormatSince ? m_random.legacySecret() : m_random.secret(ofUser ? "cfut_" : "cfat_");
    token.policies = m_recipes.policies(row.access, account);
    const bool hidden = m_options.leaked == SeedOptions::LeakedToken::SaidToBeDisabled;
    token.state = hidden && row.state == TokenState::Exposed ? TokenState::Disabled : row.state;
    if (row.usedAgo != 0min)
        token.lastUsedOn = ago(row.usedAgo);
    if (row.expiresIn != 0min)
        token.expiresOn = ago(-row.expiresIn);
    if (row.startsIn != 0min)
        token.notBefore = ago(-row.startsIn);
    if (!row.addresses.isEmpty())
        token.condition = conditionFrom(row.addresses);
    return m_state.tokens.emplace_back(std::move(token));
}

SeedToken Seeder::chance(int index)
{
    const QString name =
        u"%1-%2-%3"_s.arg(pick(m_random, kVerbs), pick(m_random, kNouns)).arg(index, 5, 10, QChar(u'0'));
    m_chanceName = name.toLatin1();
    const auto minutesUpTo = [this](int limit) { return std::chrono::minutes(1 + m_random.below(1440 * limit)); };
    const auto account = m_random.below(m_state.accounts.size());
    const auto issued = minutesUpTo(700);
    const auto fate = m_random.below(10); // 0: expired, 1 to 3: never expires, else: within 400 days
    const auto expires = fate == 0 ? -minutesUpTo(50) : fate <= 3 ? 0min : minutesUpTo(400);
    const auto used = std::max(0min, -expires) + minutesUpTo(fate == 0 ? 5 : 59);
    return {.name = QLatin1StringView(m_chanceName),
            .owner = {m_random.below(5) < 2 ? SeedOwner::Kind::User : SeedOwner::Kind::Account, account},
            .access = pick(m_random, commonAccess()),
            .issuedAgo = issued + std::chrono::days(60),
            .usedAgo = m_random.below(8) == 0 ? 0min : used,
            .expiresIn = expires,
            .state = m_random.below(40) == 0 ? TokenState::Disabled : TokenState::Active};
}

void Seeder::addBootstrapTokens()
{
    const SeedToken user{.name = "Tokensmith bootstrap"_L1,
                         .owner = {SeedOwner::Kind::User, 0},
                         .access =
                             "user=API Tokens Write;User Details Read;Memberships Read|accounts=Account API Tokens "
                             "Write;Account Settings Read|everywhere=Zone Read"_L1,
                         .issuedAgo = std::chrono::days(30),
                         .usedAgo = 1min,
                         .expiresIn = 0min};
    SandboxToken &token = addToken(user);
    token.secret = m_random.secret("cfut_");
    m_state.bootstrapId = token.id;
    for (qsizetype i = 0; i < m_state.accounts.size(); ++i) {
        SandboxToken &own =
            addToken({.name = "Tokensmith account bootstrap"_L1,
                      .owner = {SeedOwner::Kind::Account, i},
                      .access = "account=Account API Tokens Write;Account Settings Read|zones=Zone Read"_L1,
                      .issuedAgo = std::chrono::days(30),
                      .usedAgo = 1h,
                      .expiresIn = 0min});
        own.secret = m_random.secret("cfat_");
        m_state.accountBootstrapIds.insert(m_state.accounts[i].id, own.id);
    }
}

WorldState Seeder::finish()
{
    std::stable_sort(m_state.tokens.begin(), m_state.tokens.end(),
                     [](const SandboxToken &a, const SandboxToken &b) { return a.issuedOn < b.issuedOn; });
    QMap<QString, qsizetype> counts;
    for (const SandboxToken &token : m_state.tokens)
        ++counts[token.accountId];
    // A world seeded beyond the limit is one whose limit was raised: there is room for as many again as usual.
    const auto setQuota = [&](const QString &owner, qsizetype usual) {
        const qsizetype seeded = counts.value(owner);
        m_state.quotas.insert(owner, seeded < usual ? usual : seeded + usual);
    };
    setQuota({}, kUserQuota);
    for (const SandboxAccount &account : std::as_const(m_state.accounts))
        setQuota(account.id, kAccountQuota);
    return std::move(m_state);
}

} // namespace

WorldState seedWorld(const SeedOptions &options, const QDateTime &now)
{
    Seeder seeder(options, now);
    seeder.addAccounts(std::max(1, options.accounts));
    seeder.addBootstrapTokens();
    seeder.addTokens(std::max(0, options.tokens));
    return seeder.finish();
}

} // namespace tokensmith::sandbox
