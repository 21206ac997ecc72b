// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/createarguments.h"

#include "core/mcp/tools/ownerarguments.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/mcp/tools/templatetools.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr Bounds kUpToHundred{.least = 0, .most = 100};
constexpr Bounds kUpToThousand{.least = 0, .most = 1000};

std::optional<model::Owner::Kind> kindFrom(const QJsonValue &type)
{
    if (type.isUndefined())
        return std::nullopt;
    return type == "account"_L1 ? model::Owner::Kind::Account : model::Owner::Kind::User;
}

QStringList scopeWords()
{
    return {u"all_accounts"_s, u"specific_account"_s, u"all_zones"_s};
}

/** The schema lets through the words above only. */
std::optional<tokens::ResourceScope> scopeFrom(const QJsonValue &word)
{
    const qsizetype index = scopeWords().indexOf(word.toString());
    return index < 0 ? std::nullopt : std::optional(static_cast<tokens::ResourceScope>(index));
}

/** An empty list is as good as none, and a double as good as one. */
QStringList distinct(const QJsonValue &list)
{
    QStringList texts = textList(list);
    texts.removeDuplicates();
    return texts;
}

QJsonObject addressesSchema(const QString &description)
{
    return listSchema(textSchema({1, 64}, u"An address or CIDR range, e.g. 192.0.2.0/24."_s), kUpToHundred,
                      description);
}

QJsonObject accessSchemas(const catalog::TemplateSet &templates)
{
    const QJsonObject name = textSchema({1, 200}, u"A permission group, e.g. \"DNS Write\"."_s);
    const QJsonObject groupId = textSchema(kCloudflareId, u"A permission group's id."_s);
    const QJsonObject zone = textSchema(kCloudflareId, u"A zone's id; see list_zones."_s);
    const QJsonObject bucket = textSchema({3, 100}, u"A bucket's name, or eu/name for a jurisdiction's."_s);
    return {
        {u"template"_s, textSchema({0, 60}, u"What the token may do: %1. See list_templates."_s.arg(
                                                templateIds(templates).join(u", "_s)))},
        {u"permissions"_s, listSchema(name, kUpToThousand,
                                      u"What it may do, by name; alone, or added to the template. \"Edit\" means "
                                      "Write; \"Logs Read (zone)\" chooses a scope."_s)},
        {u"permissionGroupIds"_s,
         listSchema(groupId, kUpToThousand,
                    u"What it may do, by id; see list_permission_groups. Not with template."_s)},
        {u"resourceScope"_s, choiceSchema(scopeWords(), u"What permissions without a template act on. Default: the "
                                                        "account in play, else all accounts."_s)},
        {u"leaveOut"_s, listSchema(name, kUpToThousand, u"Permission groups not to grant after all, by exact name."_s)},
        {u"zoneIds"_s, listSchema(zone, kUpToHundred, u"Zones it acts on. Left out: every zone of the account."_s)},
        {u"buckets"_s, listSchema(bucket, kUpToHundred, u"R2 buckets, for permissions that act on buckets."_s)}};
}

} // namespace

QJsonObject createInput(const catalog::TemplateSet &templates)
{
    QJsonObject properties = accessSchemas(templates);
    properties.insert("name"_L1, textSchema({1, 120}, u"Name shown in the dashboard; say what the token is for."_s));
    properties.insert("type"_L1, ownerTypeSchema(u"Whose token. Default: as the bootstrap token."_s));
    properties.insert("accountId"_L1, ownerAccountSchema(u"The account it belongs to or acts on; see list_accounts. "
                                                         "Not needed where there is one account."_s));
    properties.insert("expiresIn"_L1, textSchema({0, 64}, u"Lifetime from now: 12h, 30d, 3m (months), 1y or never. "
                                                          "Default never; prefer a short one."_s));
    properties.insert("notBefore"_L1, textSchema({1, 40}, u"It does not work before: 2026-12-01, or "
                                                          "2026-12-01T08:00:00Z."_s));
    properties.insert("ipAllow"_L1, addressesSchema(u"The only addresses it works from."_s));
    properties.insert("ipDeny"_L1, addressesSchema(u"Addresses it does not work from."_s));
    return objectSchema(properties, {u"name"_s});
}

tokens::CreateRequest createRequestFrom(const QJsonObject &arguments)
{
    return {.kind = kindFrom(arguments.value("type"_L1)),
            .accountId = arguments.value("accountId"_L1).toString(),
            .name = arguments.value("name"_L1).toString(),
            .templateId = arguments.value("template"_L1).toString(),
            .permissions = distinct(arguments.value("permissions"_L1)),
            .permissionGroupIds = distinct(arguments.value("permissionGroupIds"_L1)),
            .resourceScope = scopeFrom(arguments.value("resourceScope"_L1)),
            .leaveOut = distinct(arguments.value("leaveOut"_L1)),
            .zoneIds = distinct(arguments.value("zoneIds"_L1)),
            .buckets = distinct(arguments.value("buckets"_L1)),
            .expiresIn = arguments.value("expiresIn"_L1).toString(),
            .notBefore = arguments.value("notBefore"_L1).toString(),
            .ipAllow = textList(arguments.value("ipAllow"_L1)),
            .ipDeny = textList(arguments.value("ipDeny"_L1))};
}

} // namespace tokensmith::mcp
