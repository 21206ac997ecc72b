// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/policycheck.h"

#include "core/sandbox/rights.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

// What the role keeps its members, and so their tokens, from granting.
struct RoleRow
{
    QLatin1StringView role;
    QLatin1StringView group;
};
constexpr std::array<RoleRow, 3> kWithheld{{
    {"Administrator"_L1, "Billing Write"_L1},
    {"Administrator"_L1, "SSO Connector Write"_L1},
    {"Administrator"_L1, "SCIM Provisioning"_L1},
}};

ApiError failedCheck(const PermissionGroup &group)
{
    return invalid(u"Failed common permission check against resources. (Permission group: \"%1\")"_s.arg(group.name),
                   u"/policies"_s);
}

/** The rules for one policy; lives for one call. */
class PolicyRules
{
public:
    PolicyRules(const SandboxWorld &world, const PolicyRequest &request, const Policy &policy)
        : m_world(world)
        , m_request(request)
        , m_policy(policy)
    {
    }

    [[nodiscard]] std::optional<ApiError> refused() const
    {
        if (auto error = subToken())
            return error;
        const auto refs = parseResources(m_policy.resources);
        if (!refs)
            return refs.error();
        for (const ResourceRef &ref : *refs) {
            if (auto error = outsideOwner(ref))
                return error;
            if (!exists(ref))
                return failedCheck(group(m_policy.groups.constFirst()));
        }
        for (const qsizetype index : m_policy.groups) {
            if (!mayGrant(index, *refs))
                return failedCheck(group(index));
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] const PermissionGroup &group(qsizetype index) const { return m_world.groups().at(index); }

    [[nodiscard]] bool alreadyHas(qsizetype index) const
    {
        return m_request.existing != nullptr
               && std::any_of(m_request.existing->policies.begin(), m_request.existing->policies.end(),
                              [index](const Policy &policy) { return policy.groups.contains(index); });
    }

    [[nodiscard]] std::optional<ApiError> subToken() const
    {
        for (const qsizetype index : m_policy.groups) {
            if (group(index).managesTokens() && !alreadyHas(index))
                return refusal(Refusal::SubToken);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<ApiError> outsideOwner(const ResourceRef &ref) const
    {
        if (m_request.owner.isEmpty())
            return std::nullopt;
        const SandboxZone *zone = ref.kind == Scope::Zone && ref.account.isEmpty() ? m_world.zone(ref.item) : nullptr;
        const QString account = zone == nullptr ? ref.account : zone->accountId;
        if (ref.kind != Scope::User && account == m_request.owner)
            return std::nullopt;
        return invalid(u"resources of an account owned token must lie in its account"_s, u"/policies"_s);
    }

    [[nodiscard]] bool exists(const ResourceRef &ref) const
    {
        if (ref.kind == Scope::User)
            return ref.item == m_world.user().id;
        const bool accountFits = ref.account.isEmpty() || ref.isAll() || m_world.account(ref.account) != nullptr;
        if (ref.kind != Scope::Zone || ref.item == u'*')
            return accountFits;
        const SandboxZone *zone = m_world.zone(ref.item);
        return zone != nullptr && (ref.account.isEmpty() || ref.isAll() || zone->accountId == ref.account);
    }

    [[nodiscard]] bool mayGrant(qsizetype index, const QList<ResourceRef> &refs) const
    {
        bool matches = false;
        for (const ResourceRef &ref : refs) {
            if (ref.kind != group(index).scope)
                continue;
            matches = true;
            if (roleWithholds(index, ref) || !creatorReaches(index, ref))
                return false;
        }
        return matches;
    }

    [[nodiscard]] bool roleWithholds(qsizetype index, const ResourceRef &ref) const
    {
        const SandboxAccount *account = ref.kind == Scope::Account ? m_world.account(ref.account) : nullptr;
        return account != nullptr && std::any_of(kWithheld.begin(), kWithheld.end(), [&](const RoleRow &row) {
                   return row.role == account->role && row.group == group(index).name;
               });
    }

    [[nodiscard]] bool creatorReaches(qsizetype index, const ResourceRef &ref) const
    {
        const bool particularZone = ref.kind == Scope::Zone && ref.item != u'*';
        if (m_request.creator.accountId.isEmpty() || !particularZone)
            return true;
        const Target target{.kind = Scope::Zone, .account = m_request.creator.accountId, .item = ref.item};
        return holds(m_world, m_request.creator, index, target);
    }

    const SandboxWorld &m_world;
    const PolicyRequest &m_request;
    const Policy &m_policy;
};

} // namespace

std::optional<ApiError> refusedPolicies(const SandboxWorld &world, const PolicyRequest &request)
{
    for (const Policy &policy : request.policies) {
        if (auto error = PolicyRules(world, request, policy).refused())
            return error;
    }
    return std::nullopt;
}

} // namespace tokensmith::sandbox
