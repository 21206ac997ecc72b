// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/policybuilder.h"

#include "core/base/englishtexts.h"
#include "core/base/text.h"
#include "core/catalog/policyresources.h"
#include "core/catalog/policywords.h"
#include "core/catalog/tokenguard.h"

#include <algorithm>
#include <array>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;
using base::Error;
using model::Policy;
using model::Resource;

namespace {

constexpr std::array kOrder{Scope::Account, Scope::Zone, Scope::User, Scope::Bucket};

tl::unexpected<Error> refuse(const QString &field, const QString &message)
{
    return base::fail({.code = Error::Code::InvalidArgument, .message = message, .field = field});
}

bool anyOf(Scope scope, const std::vector<ChosenGroup> &chosen)
{
    return std::any_of(chosen.begin(), chosen.end(),
                       [&](const ChosenGroup &one) { return scopeFromName(one.scope) == scope; });
}

base::Result<base::Done> checkGroups(const std::vector<ChosenGroup> &chosen, model::Owner::Kind kind)
{
    if (chosen.empty())
        return refuse(u"permissions"_s, u"Choose at least one permission."_s);
    for (const ChosenGroup &one : chosen) {
        if (managesTokens(one.group.id, one.group.name))
            return base::fail(managesTokensRefusal(kind, u"permissions"_s));
        if (!scopeFromName(one.scope)) {
            return refuse(
                u"permissions"_s,
                u"\"%1\" acts on a kind of resource (%2) that this version can't address. Leave it out, or make the token in the dashboard."_s
                    .arg(base::plainLine(one.group.name, 80), scopeWord(one.scope)));
        }
    }
    return base::Done{};
}

/** What was chosen to narrow the token must narrow it. */
base::Result<base::Done> checkUse(const std::vector<ChosenGroup> &chosen, const PolicyTarget &target)
{
    if (!target.zoneIds.isEmpty() && !anyOf(Scope::Zone, chosen))
        return refuse(u"zoneIds"_s, u"None of the permissions acts on zones. Leave zoneIds out."_s);
    if (!target.buckets.isEmpty() && !anyOf(Scope::Bucket, chosen)) {
        return refuse(
            u"buckets"_s,
            u"None of the permissions acts on single R2 buckets. Leave buckets out, or choose Workers R2 Storage Bucket Item Read or Write."_s);
    }
    return base::Done{};
}

base::Result<Policy> policyFor(Scope scope, const std::vector<ChosenGroup> &chosen, const PolicyTarget &target)
{
    Policy policy;
    for (const ChosenGroup &one : chosen) {
        const bool known = std::any_of(policy.permissionGroups.begin(), policy.permissionGroups.end(),
                                       [&](const auto &group) { return group.id == one.group.id; });
        if (scopeFromName(one.scope) == scope && !known)
            policy.permissionGroups.push_back({.id = one.group.id, .name = one.group.name});
    }
    base::Result<std::vector<Resource>> resources = resourcesFor(scope, target);
    if (!resources)
        return base::fail(std::move(resources.error()));
    policy.resources = *std::move(resources);
    return policy;
}

QStringList warningsFor(const std::vector<ChosenGroup> &chosen, const std::vector<Policy> &policies)
{
    QStringList warnings;
    for (const Policy &policy : policies) {
        for (const Resource &resource : policy.resources) {
            if (resource.key == model::scope::account + ".*"_L1)
                warnings.append(u"It reaches every account. Give accountId to limit it to one."_s);
            if (resource.key == model::scope::zone + ".*"_L1)
                warnings.append(u"It reaches every zone of every account. Give zoneIds or accountId to limit it."_s);
        }
    }
    for (const ChosenGroup &one : chosen) {
        if (one.group.selectable == false) {
            warnings.append(
                u"Cloudflare says that \"%1\" can't be given with this bootstrap token; it may refuse."_s.arg(
                    base::plainLine(one.group.name, 80)));
        }
    }
    return warnings;
}

QStringList explain(const std::vector<Policy> &policies, const PolicyTarget &target)
{
    const base::EnglishTexts english; // only programs read it
    QStringList sentences = policySentences(policies, target.names);
    if (policies.size() > 1) {
        sentences.append(
            u"Each kind of resource has its own policy, because a permission acts only on the kind it is made for."_s);
    }
    const bool nested = std::any_of(policies.begin(), policies.end(), [](const Policy &policy) {
        return std::any_of(policy.resources.begin(), policy.resources.end(),
                           [](const Resource &resource) { return !resource.nested.isEmpty(); });
    });
    if (nested)
        sentences.append(u"Zones are named under their account, so zones of other accounts stay out of reach."_s);
    return sentences;
}

} // namespace

base::Result<BuiltPolicies> buildPolicies(const std::vector<ChosenGroup> &chosen, const PolicyTarget &target)
{
    for (const base::Result<base::Done> &checked :
         {checkGroups(chosen, target.owner.kind), checkTarget(target), checkUse(chosen, target)}) {
        if (!checked)
            return base::fail(checked.error());
    }
    BuiltPolicies built;
    for (const Scope scope : kOrder) {
        if (!anyOf(scope, chosen))
            continue;
        base::Result<Policy> policy = policyFor(scope, chosen, target);
        if (!policy)
            return base::fail(std::move(policy.error()));
        built.policies.push_back(*std::move(policy));
    }
    built.warnings = warningsFor(chosen, built.policies);
    built.explanations = explain(built.policies, target);
    return built;
}

} // namespace tokensmith::catalog
