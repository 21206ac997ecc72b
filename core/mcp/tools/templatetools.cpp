// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/templatetools.h"

#include "core/catalog/templategroups.h"
#include "core/catalog/templates.h"
#include "core/mcp/tools/ownerarguments.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/tokens/tokenservice.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using Groups = std::vector<catalog::ChosenGroup>;

QJsonObject summary(const catalog::Template &one)
{
    return {{u"id"_s, one.id},
            {u"name"_s, one.name},
            {u"description"_s, one.description},
            {u"resourceScope"_s, one.resourceScope}};
}

QJsonObject summarySchemas()
{
    return {
        {u"id"_s, textSchema(u"Give this as \"template\" to create_token."_s)},
        {u"name"_s, textSchema(u"Name for people."_s)},
        {u"description"_s, textSchema(u"What a token made from it can do."_s)},
        {u"resourceScope"_s, choiceSchema({u"all_accounts"_s, u"all_zones"_s}, u"What it acts on unless narrowed."_s)}};
}

base::Async<QJsonObject> listTemplates(const catalog::TemplateSet *templates)
{
    QJsonArray list;
    for (const catalog::Template &one : templates->all()) {
        const std::optional<int> count = catalog::permissionCount(one, model::Owner::Kind::User);
        QJsonObject json = summary(one);
        json.insert("permissionCount"_L1, count ? QJsonValue(*count) : QJsonValue(QJsonValue::Null));
        list.append(json);
    }
    co_return QJsonObject{{u"count"_s, list.size()}, {u"templates"_s, list}};
}

QJsonObject wantedJson(const QString &name, const QString &scope)
{
    return {{u"name"_s, name}, {u"scope"_s, scope}, {u"patterns"_s, QJsonArray()}};
}

QJsonArray wantedJson(const std::vector<catalog::WantedGroup> &wanted)
{
    QJsonArray list;
    for (const catalog::WantedGroup &one : wanted)
        list.append(wantedJson(one.name, one.scope));
    return list;
}

QJsonObject templateJson(const catalog::Template &one, const tokens::GrantableGroups &offered,
                         const base::Result<Groups> &resolved)
{
    QJsonObject json = summary(one);
    QJsonArray permissions = wantedJson(catalog::wantedGroups(one, offered.owner.kind));
    QJsonArray found;
    for (const catalog::ChosenGroup &group : resolved.value_or(Groups())) {
        found.append(QJsonObject{{u"id"_s, group.group.id}, {u"name"_s, group.group.name}, {u"scope"_s, group.scope}});
        if (one.making == catalog::Template::Making::Everything)
            permissions.append(wantedJson(group.group.name, group.scope));
    }
    QStringList notes = catalog::templateNotes(one, offered.owner.kind);
    if (!resolved)
        notes.append(resolved.error().message);
    json.insert("permissions"_L1, permissions);
    json.insert("resolvedPermissions"_L1, found);
    json.insert("optionalPermissions"_L1, wantedJson(one.optional));
    json.insert("notes"_L1, QJsonArray::fromStringList(notes));
    return json;
}

base::Async<QJsonObject> getTemplate(tokens::TokenService *tokens, const catalog::TemplateSet *templates,
                                     CallContext context, QJsonObject arguments)
{
    const base::Result<catalog::Template> one = templates->find(arguments.value("templateId"_L1).toString());
    if (!one) {
        base::Error unknown = one.error();
        unknown.field = u"templateId"_s;
        co_return base::fail(unknown);
    }
    const base::Result<std::optional<model::Owner>> owner = ownerFrom(arguments);
    if (!owner)
        co_return base::fail(owner.error());
    const base::Result<tokens::GrantableGroups> offered = co_await tokens->grantable(*owner, context.cancel);
    if (!offered)
        co_return base::fail(offered.error());
    const base::Result<Groups> resolved = catalog::templateGroups(*one, offered->owner.kind, offered->groups);
    if (!resolved && one->making != catalog::Template::Making::DashboardOnly)
        co_return base::fail(resolved.error());
    co_return templateJson(*one, *offered, resolved);
}

QJsonObject listOutput()
{
    QJsonObject properties = summarySchemas();
    QJsonObject count = countSchema(u"How many permission groups it grants; null: all that can be granted."_s);
    count.insert("type"_L1, QJsonArray{u"integer"_s, u"null"_s});
    properties.insert("permissionCount"_L1, count);
    const QJsonObject one = objectSchema(properties, properties.keys());
    return objectSchema({{u"count"_s, countSchema(u"How many templates there are."_s)},
                         {u"templates"_s, listSchema(one, u"The templates."_s)}},
                        {u"count"_s, u"templates"_s});
}

QJsonObject getInput(const catalog::TemplateSet &templates)
{
    return objectSchema(
        {{u"templateId"_s, textSchema({1, 60}, u"The template: %1."_s.arg(templateIds(templates).join(u", "_s)))},
         {u"type"_s, ownerTypeSchema(u"For whose tokens. Default: as the bootstrap token."_s)},
         {u"accountId"_s, ownerAccountSchema(u"For an account's tokens: which one; see list_accounts."_s)}},
        {u"templateId"_s});
}

QJsonObject getOutput()
{
    const QJsonObject name = textSchema(u"Cloudflare's name."_s);
    const QJsonObject scope = textSchema(u"What it acts on."_s);
    const QJsonObject wanted = objectSchema(
        {{u"name"_s, name},
         {u"scope"_s, scope},
         {u"patterns"_s, listSchema(textSchema(u"None."_s), u"Always empty: names are matched exactly."_s)}},
        {u"name"_s, u"scope"_s, u"patterns"_s});
    const QJsonObject found =
        objectSchema({{u"id"_s, textSchema(u"The permission group's id."_s)}, {u"name"_s, name}, {u"scope"_s, scope}},
                     {u"id"_s, u"name"_s, u"scope"_s});
    QJsonObject properties = summarySchemas();
    properties.insert("permissions"_L1, listSchema(wanted, u"The permission groups it grants."_s));
    properties.insert("resolvedPermissions"_L1, listSchema(found, u"The same as Cloudflare lists them now."_s));
    properties.insert("optionalPermissions"_L1,
                      listSchema(wanted, u"Often useful too: add them with \"permissions\" of create_token."_s));
    properties.insert("notes"_L1, listSchema(textSchema(u"One note."_s), u"What to know before using it."_s));
    return objectSchema(properties, properties.keys());
}

} // namespace

QStringList templateIds(const catalog::TemplateSet &templates)
{
    QStringList ids;
    for (const catalog::Template &one : templates.all())
        ids += one.id;
    return ids;
}

Tool listTemplatesTool(const catalog::TemplateSet &templates)
{
    return {
        .name = u"list_templates"_s,
        .title = u"List token templates"_s,
        .description = u"Lists the presets of permissions that create_token can make a token from."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsLocally(),
        .inputSchema = objectSchema({}),
        .outputSchema = listOutput(),
        .handler = [&templates](const CallContext &, const QJsonObject &) { return listTemplates(&templates); },
    };
}

Tool getTemplateTool(tokens::TokenService &tokens, const catalog::TemplateSet &templates)
{
    return {
        .name = u"get_template"_s,
        .title = u"Get a token template"_s,
        .description = u"Shows which permission groups a template grants, as Cloudflare offers them now."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsCloudflare(),
        .inputSchema = getInput(templates),
        .outputSchema = getOutput(),
        .handler =
            [&tokens, &templates](const CallContext &context, const QJsonObject &arguments) {
                return getTemplate(&tokens, &templates, context, arguments);
            },
    };
}

} // namespace tokensmith::mcp
