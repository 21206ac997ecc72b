// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/effects.h"

#include "core/base/text.h"
#include "core/catalog/accesswords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using clients::ApprovalEffect;
using clients::ApprovalFacts;
using clients::ApprovalWords;

struct EffectWords
{
    Q_DECLARE_TR_FUNCTIONS(EffectWords)
};

constexpr qsizetype kLongestName = 120; // Cloudflare's own limit

/** Whose, and what it can do; the rest is the token's or the plan's. */
ApprovalFacts factsOf(const model::Owner &owner, const std::vector<model::Policy> &policies,
                      const catalog::Names &names)
{
    ApprovalFacts facts{.permissions = catalog::permissionNames(policies),
                        .places = catalog::placeNames(policies, names),
                        .owner = owner};
    if (owner.kind == model::Owner::Kind::Account && names.account)
        facts.ownerName = base::plainLine(names.account(owner.accountId), kLongestName);
    return facts;
}

ApprovalFacts factsOf(const model::Token &token, const catalog::Names &names)
{
    ApprovalFacts facts = factsOf(token.owner, token.policies, names);
    facts.tokenId = token.id;
    facts.notBefore = token.notBefore;
    facts.expiresOn = token.expiresOn;
    facts.condition = token.condition;
    return facts;
}

/** One sentence per place. */
void addAccess(std::vector<ApprovalWords> &sentences, const std::vector<model::Policy> &policies,
               const catalog::Names &names)
{
    const std::vector<catalog::AccessPart> parts = catalog::accessParts(policies, names);
    for (const catalog::AccessPart &part : parts)
        sentences.push_back({.lead = part.where + u':', .text = part.what});
}

ApprovalEffect effectOn(const Subject &subject, const QString &what)
{
    const QString name = subject.token ? base::plainLine(subject.token->name, kLongestName) : QString();
    ApprovalEffect effect{
        .sentences = {{.lead = name.isEmpty() ? base::plainLine(subject.id, kLongestName) : name, .text = what}}};
    if (subject.token)
        effect.facts = factsOf(*subject.token, subject.names);
    else
        effect.warnings.push_back(
            {.lead = EffectWords::tr("This token is in no list here."),
             .text = EffectWords::tr("What it can do is not known. It may belong to an account that can't be seen.")});
    return effect;
}

} // namespace

Subject subjectOf(const tokens::TokenChanges &changes, const QJsonObject &arguments)
{
    const QString id = arguments.value("tokenId"_L1).toString();
    return {.id = id, .token = changes.known(id), .names = changes.names()};
}

ApprovalEffect effectOfCreating(const tokens::PreviewOutcome &preview)
{
    const model::TokenSpec &spec = preview.spec;
    ApprovalFacts facts = factsOf(preview.owner, spec.policies, preview.names);
    facts.notBefore = spec.notBefore;
    facts.expiresOn = spec.expiresOn;
    facts.condition = spec.condition;
    ApprovalEffect effect{
        .sentences = {{.lead = base::plainLine(spec.name, kLongestName),
                       .text = EffectWords::tr("would be a new token, and whoever has its secret could do this.")}},
        .facts = facts};
    addAccess(effect.sentences, spec.policies, preview.names);
    std::vector<model::Finding> findings = preview.findings;
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto &left, const auto &right) { return left.severity > right.severity; });
    for (const model::Finding &finding : findings)
        effect.warnings.push_back({.lead = finding.title + u'.', .text = finding.sentence});
    return effect;
}

ApprovalEffect effectOfUpdating(const Subject &subject, const tokens::UpdateOutcome &preview)
{
    ApprovalEffect effect =
        effectOn(subject, preview.changes.empty() ? EffectWords::tr("is as asked already: nothing would change.")
                                                  : EffectWords::tr("would be changed. Its secret and its permissions "
                                                                    "stay."));
    for (const tokens::TokenChange &change : preview.changes)
        effect.differences.push_back({.what = change.what, .before = change.before, .after = change.after});
    for (const QString &warning : preview.warnings)
        effect.warnings.push_back({.text = warning});
    return effect;
}

ApprovalEffect effectOfRolling(const Subject &subject)
{
    return effectOn(subject,
                    EffectWords::tr("would get a new secret. Whatever uses the old one stops working at once."));
}

ApprovalEffect effectOfRevoking(const Subject &subject)
{
    return effectOn(subject, EffectWords::tr("would be revoked for good. Whatever uses it stops working at once."));
}

ApprovalEffect effectOfRotating(const Subject &subject, const RotationWish &wish)
{
    ApprovalEffect effect =
        effectOn(subject, EffectWords::tr("would be replaced: a new token gets the same permissions and limits."));
    switch (wish.oldToken) {
    case RotationWish::OldToken::Stays:
        effect.sentences.push_back({.text = EffectWords::tr("Both work until the old one is revoked.")});
        break;
    case RotationWish::OldToken::Revoked:
        effect.sentences.push_back(
            {.text = EffectWords::tr("The old one is revoked as soon as the new one works. Whatever still uses it then "
                                     "stops working.")});
        break;
    }
    if (wish.expiresIn == "never"_L1)
        effect.warnings.push_back({.lead = EffectWords::tr("The new token would never expire."),
                                   .text = EffectWords::tr("A secret that leaks unnoticed works for good.")});
    else if (!wish.expiresIn.isEmpty())
        effect.sentences.push_back(
            {.text = EffectWords::tr("The new one works for %1.", "30d").arg(base::plainLine(wish.expiresIn, 20))});
    return effect;
}

} // namespace tokensmith::mcp
