// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/templatetools.h"

#include "core/catalog/templates.h"
#include "core/mcp/tools/schemaparts.h"
#include "core/model/permissiongroup.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

/** What a template's token acts on where nothing narrows it. */
QString resourceScope(const catalog::Template &one)
{
    const bool onAccounts = std::any_of(one.required.begin(), one.required.end(),
                                        [](const auto &group) { return group.scope == model::scope::account; });
    return onAccounts ? u"all_accounts"_s : u"all_zones"_s;
}

QJsonObject toJson(const catalog::Template &one)
{
    return {{u"id"_s, one.id},
            {u"name"_s, one.name},
            {u"description"_s, one.description},
            {u"resourceScope"_s, resourceScope(one)},
            {u"permissionCount"_s, static_cast<qint64>(one.required.size())}};
}

QJsonObject templateSchema()
{
    return objectSchema(
        {{u"id"_s, textSchema(u"Give this as \"template\" to create_token."_s)},
         {u"name"_s, textSchema(u"Name for people."_s)},
         {u"description"_s, textSchema(u"What a token made from it can do."_s)},
         {u"resourceScope"_s, choiceSchema({u"all_accounts"_s, u"all_zones"_s}, u"What it acts on unless narrowed."_s)},
         {u"permissionCount"_s, countSchema(u"How many permission groups it grants."_s)}},
        {u"id"_s, u"name"_s, u"description"_s, u"resourceScope"_s, u"permissionCount"_s});
}

base::Async<QJsonObject> listTemplates(const catalog::TemplateSet *templates)
{
    QJsonArray list;
    for (const catalog::Template &one : templates->all())
        list.append(toJson(one));
    co_return QJsonObject{{u"count"_s, list.size()}, {u"templates"_s, list}};
}

} // namespace

Tool listTemplatesTool(const catalog::TemplateSet &templates)
{
    return {
        .name = u"list_templates"_s,
        .title = u"List token templates"_s,
        .description = u"Lists the presets of permissions that create_token can make a token from."_s,
        .toolClass = ToolClass::Read,
        .annotations = readsLocally(),
        .inputSchema = objectSchema({}),
        .outputSchema = objectSchema({{u"count"_s, countSchema(u"How many templates there are."_s)},
                                      {u"templates"_s, listSchema(templateSchema(), u"The templates."_s)}},
                                     {u"count"_s, u"templates"_s}),
        .handler = [&templates](const ToolContext &, const QJsonObject &) { return listTemplates(&templates); },
    };
}

} // namespace tokensmith::mcp
