// SPDX-License-Identifier: GPL-3.0-or-later

// Templates and policies made from a catalogue. Input: one JSON object with the members that read() looks for.
#include "core/catalog/groupfinder.h"
#include "core/catalog/policybuilder.h"
#include "core/catalog/templategroups.h"
#include "core/catalog/templates.h"
#include "core/catalog/tokenguard.h"
#include "core/model/json.h"
#include "core/model/policyjson.h"
#include "tests/fuzz/fuzzing.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using fuzz::require;

namespace {

struct Wish
{
    std::vector<model::PermissionGroup> groups = {}; ///< the catalogue
    QStringList words = {};
    QStringList ids = {};
    catalog::PolicyTarget target = {};
};

QStringList texts(const QJsonValue &list)
{
    return list.toVariant().toStringList();
}

Wish read(const QJsonObject &json)
{
    Wish wish{.words = texts(json.value("words"_L1)), .ids = texts(json.value("ids"_L1))};
    for (const QJsonValue &group : json.value("groups"_L1).toArray())
        wish.groups.push_back(model::permissionGroupFromJson(group.toObject()));
    const QString owner = json.value("owner"_L1).toString();
    wish.target = {.owner = owner.isEmpty() ? model::Owner::user() : model::Owner::account(owner),
                   .accountId = json.value("account"_L1).toString(),
                   .zoneIds = texts(json.value("zones"_L1)),
                   .userTag = json.value("tag"_L1).toString(),
                   .buckets = texts(json.value("buckets"_L1))};
    return wish;
}

void checkRefusal(const base::Error &error)
{
    require(!error.message.isEmpty() && fuzz::isOneLine(error.message), "a refusal is a sentence of one line");
    require(!error.field.isEmpty() || error.code == base::Error::Code::PermissionDenied, "a refusal names the field");
}

/** A resource is no more than the target says. */
void checkReach(const QString &key, const QStringList &nested, const catalog::PolicyTarget &target)
{
    const QString allAccounts = model::scope::account + ".*"_L1;
    const QString zones = model::scope::zone + u'.';
    const bool isBareZone = key.startsWith(zones);
    if (!target.accountId.isEmpty() || target.owner.kind == model::Owner::Kind::Account)
        require(key != allAccounts && key != zones + u'*', "a token limited to an account does not reach all");
    if (target.owner.kind == model::Owner::Kind::Account)
        require(!isBareZone, "an account token's zones are nested under its account");
    QStringList all = nested;
    all.append(key);
    for (const QString &one : all) {
        if (one.startsWith(zones) && !target.zoneIds.isEmpty())
            require(target.zoneIds.contains(one.sliced(zones.size())), "only the zones that were named");
    }
}

void checkBuilt(const catalog::BuiltPolicies &built, const catalog::PolicyTarget &target)
{
    require(!built.policies.empty() && !built.explanations.isEmpty(), "there are policies, and reasons for them");
    for (const model::Policy &policy : built.policies) {
        require(!policy.permissionGroups.empty() && !policy.resources.empty(), "a policy has groups and resources");
        for (const model::PermissionGroupRef &group : policy.permissionGroups)
            require(!catalog::managesTokens(group.id, group.name), "no token may manage tokens");
        for (const model::Resource &resource : policy.resources)
            checkReach(resource.key, resource.nested, target);
    }
    for (const QString &text : built.warnings + built.explanations)
        require(!text.isEmpty() && fuzz::isOneLine(text), "a sentence is one line");
    std::vector<model::Policy> again;
    for (const model::Policy &policy : built.policies)
        again.push_back(model::policyFromJson(model::toRequestJson(policy)));
    if (std::all_of(again.begin(), again.end(), [](const model::Policy &policy) { return policy.isReadable(); }))
        require(model::sameGrants(built.policies, again), "a request asks for what was built");
}

void checkChosen(const std::vector<catalog::ChosenGroup> &chosen, const Wish &wish)
{
    const base::Result<catalog::BuiltPolicies> built = catalog::buildPolicies(chosen, wish.target);
    if (!built)
        return checkRefusal(built.error());
    checkBuilt(*built, wish.target);
}

void checkFound(const base::Result<std::vector<catalog::ChosenGroup>> &found, const Wish &wish)
{
    if (!found)
        return checkRefusal(found.error());
    checkChosen(*found, wish);
}

/** Templates are part of the program: their texts are shown as they are. */
void checkTemplates(const QByteArray &json, const Wish &wish)
{
    const base::Result<catalog::TemplateSet> set = catalog::TemplateSet::fromJson(json);
    if (!set)
        return require(!set.error().message.isEmpty(), "templates that can't be read are refused with a reason");
    for (const catalog::Template &one : set->all()) {
        require(set->find(one.id).has_value(), "a template is found by its id");
        const model::Owner::Kind kind = wish.target.owner.kind;
        static_cast<void>(catalog::permissionCount(one, kind));
        static_cast<void>(catalog::templateNotes(one, kind));
        const auto groups = catalog::templateGroups(one, kind, wish.groups);
        if (groups)
            checkChosen(*groups, wish);
        else
            require(!groups.error().message.isEmpty(), "a template that can't be had is refused with a reason");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray json = fuzz::bytesFrom(data, size);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return -1;
    const Wish wish = read(document.object());
    checkTemplates(json, wish);
    checkFound(catalog::findGroups(wish.words, wish.groups), wish);
    checkFound(catalog::groupsById(wish.ids, wish.groups), wish);
    return 0;
}
