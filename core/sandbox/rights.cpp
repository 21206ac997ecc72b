// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/rights.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

bool coversTarget(const Policy &policy, const Target &target)
{
    const auto refs = parseResources(policy.resources);
    return refs && std::any_of(refs->begin(), refs->end(), [&](const ResourceRef &ref) { return covers(ref, target); });
}

Target userTarget(const SandboxWorld &world)
{
    return {.kind = Scope::User, .item = world.user().id};
}

std::optional<ApiError> unless(bool allowed, Refusal kind)
{
    return allowed ? std::nullopt : std::optional(refusal(kind));
}

std::optional<ApiError> tokensDenied(const SandboxWorld &world, const SandboxToken &token, Right right,
                                     const QString &accountId)
{
    const bool writes = right == Right::WriteTokens;
    if (accountId.isEmpty()) {
        const bool allowed = holdsOneOf(world, token, {"API Tokens Write"_L1}, userTarget(world))
                             || (!writes && holdsOneOf(world, token, {"API Tokens Read"_L1}, userTarget(world)));
        return unless(allowed, Refusal::Unauthorized);
    }
    const Target account{.kind = Scope::Account, .account = accountId};
    const bool allowed = holdsOneOf(world, token, {"Account API Tokens Write"_L1}, account)
                         || (!writes && holdsOneOf(world, token, {"Account API Tokens Read"_L1}, account));
    return unless(allowed, Refusal::AuthenticationError);
}

} // namespace

bool holds(const SandboxWorld &world, const SandboxToken &token, qsizetype group, const Target &target)
{
    if (group < 0 || world.groups().at(group).scope != target.kind)
        return false;
    bool allowed = false;
    for (const Policy &policy : token.policies) {
        if (!policy.groups.contains(group) || !coversTarget(policy, target))
            continue;
        if (policy.effect == Effect::Deny)
            return false;
        allowed = true;
    }
    return allowed;
}

bool holdsAnything(const SandboxWorld &world, const SandboxToken &token, const Target &target)
{
    for (const Policy &policy : token.policies) {
        const auto held = [&](qsizetype group) { return holds(world, token, group, target); };
        if (std::any_of(policy.groups.begin(), policy.groups.end(), held))
            return true;
    }
    return false;
}

bool holdsOneOf(const SandboxWorld &world, const SandboxToken &token, std::initializer_list<QLatin1StringView> names,
                const Target &target)
{
    return std::any_of(names.begin(), names.end(), [&](QLatin1StringView name) {
        return holds(world, token, world.groups().indexOf(name, target.kind), target);
    });
}

std::optional<ApiError> denied(const SandboxWorld &world, const SandboxToken &token, Right right,
                               const QString &accountId, const QString &zoneId)
{
    switch (right) {
    case Right::None:
    case Right::AnyToken:
        return std::nullopt;
    case Right::Verify:
        return unless(token.accountId == accountId, Refusal::InvalidToken);
    case Right::ReadTokens:
    case Right::WriteTokens:
        return tokensDenied(world, token, right, accountId);
    case Right::UserDetails:
        return unless(holdsOneOf(world, token, {"User Details Read"_L1, "User Details Write"_L1}, userTarget(world)),
                      Refusal::Unauthorized);
    case Right::Memberships:
        if (!token.accountId.isEmpty())
            return refusal(Refusal::UserEndpoint);
        return unless(holdsOneOf(world, token, {"Memberships Read"_L1, "Memberships Write"_L1}, userTarget(world)),
                      Refusal::Unauthorized);
    case Right::AnythingInAccount:
        return unless(holdsAnything(world, token, {.kind = Scope::Account, .account = accountId}),
                      Refusal::AuthenticationError);
    case Right::AnythingInZone: {
        const SandboxZone *zone = world.zone(zoneId);
        const Target target{
            .kind = Scope::Zone, .account = zone == nullptr ? QString() : zone->accountId, .item = zoneId};
        return unless(zone != nullptr && holdsAnything(world, token, target), Refusal::Unauthorized);
    }
    }
    Q_UNREACHABLE();
}

} // namespace tokensmith::sandbox
