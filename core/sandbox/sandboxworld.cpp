// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxworld.h"

#include "core/sandbox/seed.h"

#include <algorithm>
#include <utility>

namespace tokensmith::sandbox {

namespace {

template <typename Item>
const Item *byId(const QList<Item> &items, const QString &id)
{
    const auto found = std::find_if(items.cbegin(), items.cend(), [&](const Item &item) { return item.id == id; });
    return found == items.cend() ? nullptr : &*found;
}

// Cloudflare gives policies back in an order of its own; ours is the reverse, so that nobody can rely on it.
QList<Policy> reordered(QList<Policy> policies)
{
    std::reverse(policies.begin(), policies.end());
    for (Policy &policy : policies)
        std::sort(policy.groups.begin(), policy.groups.end());
    return policies;
}

QDateTime wholeSeconds(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), Qt::UTC);
}

} // namespace

SandboxWorld::SandboxWorld(const Options &options, const base::Clock &clock)
    : SandboxWorld(seedWorld(options, wholeSeconds(clock.now())), clock)
{
}

SandboxWorld::SandboxWorld(WorldState state, const base::Clock &clock)
    : m_clock(clock)
    , m_state(std::move(state))
    , m_random(m_state.seed, m_state.generation + 1)
{
    m_tokens.reserve(m_state.tokens.size());
    m_bySecret.reserve(qsizetype(m_state.tokens.size()));
    for (SandboxToken &token : m_state.tokens)
        insert(std::move(token));
    m_state.tokens = {};
}

WorldState SandboxWorld::snapshot() const
{
    WorldState state = m_state;
    state.tokens.reserve(m_tokens.size());
    for (const Shelf &shelf : std::as_const(m_shelves)) {
        for (const SandboxToken *token : shelf.all)
            state.tokens.push_back(*token);
    }
    return state;
}

QDateTime SandboxWorld::now() const
{
    return wholeSeconds(m_clock.now());
}

const SandboxAccount *SandboxWorld::account(const QString &id) const
{
    return byId(m_state.accounts, id);
}

const SandboxZone *SandboxWorld::zone(const QString &id) const
{
    return byId(m_state.zones, id);
}

const QList<const SandboxToken *> &SandboxWorld::tokensOf(const QString &owner, Listing listing) const
{
    Shelf &shelf = m_shelves[owner];
    if (listing == Listing::WithExpired)
        return shelf.all;
    const QDateTime time = now();
    if (!shelf.currentUntil.isValid() || shelf.currentUntil <= time) {
        shelf.current.clear();
        shelf.currentUntil = time.addYears(100);
        for (const SandboxToken *token : std::as_const(shelf.all)) {
            if (token->isExpired(time) || token->state == TokenState::Exposed)
                continue;
            shelf.current.append(token);
            if (token->expiresOn.isValid())
                shelf.currentUntil = std::min(shelf.currentUntil, token->expiresOn);
        }
    }
    return shelf.current;
}

const SandboxToken *SandboxWorld::token(const QString &id) const
{
    const auto found = m_tokens.find(id);
    return found == m_tokens.end() ? nullptr : found->second.get();
}

const SandboxToken *SandboxWorld::tokenBySecret(const QByteArray &secret) const
{
    return m_bySecret.value(secret, nullptr);
}

qsizetype SandboxWorld::quota(const QString &owner) const
{
    return m_state.quotas.value(owner);
}

const SandboxToken &SandboxWorld::create(const QString &owner, TokenDraft draft)
{
    const QDateTime time = now();
    SandboxToken made{.id = m_random.id(),
                      .accountId = owner,
                      .secret = newSecret(owner),
                      .name = std::move(draft.name),
                      .policies = reordered(std::move(draft.policies)),
                      .condition = std::move(draft.condition),
                      .state = draft.state.value_or(TokenState::Active),
                      .issuedOn = time,
                      .modifiedOn = time,
                      .notBefore = draft.notBefore,
                      .expiresOn = draft.expiresOn};
    const QString id = made.id;
    insert(std::move(made));
    changed(owner);
    return *token(id);
}

const SandboxToken *SandboxWorld::replace(const QString &id, TokenDraft draft)
{
    SandboxToken *found = find(id);
    if (found == nullptr)
        return nullptr;
    found->name = std::move(draft.name);
    found->policies = reordered(std::move(draft.policies));
    found->condition = std::move(draft.condition);
    found->notBefore = draft.notBefore;
    found->expiresOn = draft.expiresOn;
    found->state = draft.state.value_or(found->state);
    found->modifiedOn = now();
    changed(found->accountId);
    return found;
}

const SandboxToken *SandboxWorld::roll(const QString &id)
{
    SandboxToken *found = find(id);
    if (found == nullptr)
        return nullptr;
    m_bySecret.remove(found->secret);
    found->secret = newSecret(found->accountId);
    m_bySecret.insert(found->secret, found);
    if (found->state == TokenState::Exposed)
        found->state = TokenState::Active;
    found->modifiedOn = now();
    changed(found->accountId);
    return found;
}

void SandboxWorld::remove(const QString &id)
{
    SandboxToken *found = find(id);
    if (found == nullptr)
        return;
    const QString owner = found->accountId;
    m_bySecret.remove(found->secret);
    m_shelves[owner].all.removeOne(found);
    m_tokens.erase(id);
    changed(owner);
}

void SandboxWorld::touch(const QString &id)
{
    if (SandboxToken *found = find(id))
        found->lastUsedOn = now();
}

base::Secret SandboxWorld::bootstrapToken() const
{
    const SandboxToken *found = token(m_state.bootstrapId);
    return found == nullptr ? base::Secret() : base::Secret(found->secret);
}

base::Secret SandboxWorld::accountBootstrapToken(const QString &accountId) const
{
    const SandboxToken *found = token(m_state.accountBootstrapIds.value(accountId));
    return found == nullptr ? base::Secret() : base::Secret(found->secret);
}

SandboxToken *SandboxWorld::find(const QString &id)
{
    const auto found = m_tokens.find(id);
    return found == m_tokens.end() ? nullptr : found->second.get();
}

void SandboxWorld::insert(SandboxToken token)
{
    auto owned = std::make_unique<SandboxToken>(std::move(token));
    m_bySecret.insert(owned->secret, owned.get());
    m_shelves[owned->accountId].all.append(owned.get());
    const QString id = owned->id;
    m_tokens.emplace(id, std::move(owned));
}

void SandboxWorld::changed(const QString &owner)
{
    m_shelves[owner].currentUntil = {};
    ++m_revision;
}

QByteArray SandboxWorld::newSecret(const QString &owner)
{
    return m_random.secret(owner.isEmpty() ? "cfut_" : "cfat_");
}

} // namespace tokensmith::sandbox
