// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/tokendraft.h"

#include "core/catalog/policyreach.h"

#include <QRegularExpression>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;

tokens::CreateRequest requestFrom(const TokenDraft &draft)
{
    const bool isUser = draft.owner.kind == model::Owner::Kind::User;
    tokens::CreateRequest request{.kind = draft.owner.kind,
                                  .accountId = isUser ? draft.accountId : draft.owner.accountId,
                                  .name = draft.name,
                                  .templateId = draft.wholeTemplate,
                                  .expiresIn = draft.expiresIn,
                                  .expiresOn = draft.expiresOn,
                                  .notBefore = draft.notBefore,
                                  .ipAllow = draft.ipAllow,
                                  .ipDeny = draft.ipDeny};
    if (draft.wholeTemplate.isEmpty())
        request.permissions = draft.permissions.words();
    const bool actsOnZones = !draft.wholeTemplate.isEmpty() || draft.permissions.hasChosen(model::scope::zone);
    if (draft.permissions.hasChosen(model::scope::bucket))
        request.buckets = draft.buckets;
    if (draft.zones == TokenDraft::Zones::Chosen && actsOnZones)
        request.zoneIds = draft.zoneIds;
    request.resourceScope =
        request.accountId.isEmpty() ? tokens::ResourceScope::AllAccounts : tokens::ResourceScope::SpecificAccount;
    return request;
}

CopiedAccess accessCopiedFrom(const model::Token &token)
{
    CopiedAccess copied{.ipAllow = token.condition.in, .ipDeny = token.condition.notIn};
    catalog::Targets targets;
    bool whole = token.condition.others.isEmpty();
    for (const model::Policy &policy : token.policies) {
        if (!policy.isReadable() || policy.effect != model::Policy::Effect::Allow) {
            whole = false;
            continue;
        }
        copied.groups.insert(copied.groups.end(), policy.permissionGroups.begin(), policy.permissionGroups.end());
        catalog::addResources(targets, policy.resources);
    }
    copied.zoneIds = QStringList(targets.zones.begin(), targets.zones.end());
    std::set<QString> accounts = targets.accounts;
    accounts.insert(targets.zonesOfAccounts.begin(), targets.zonesOfAccounts.end());
    if (token.owner.kind == model::Owner::Kind::Account)
        copied.accountId = token.owner.accountId;
    else if (accounts.size() == 1)
        copied.accountId = *accounts.begin();
    if (accounts.size() > 1 || !targets.buckets.empty() || targets.other)
        whole = false;
    copied.fidelity = whole ? CopiedAccess::Fidelity::Whole : CopiedAccess::Fidelity::InPart;
    return copied;
}

QStringList addressesIn(const QString &text)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

} // namespace tokensmith::ui
