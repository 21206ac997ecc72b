// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/groupchoice.h"

#include "core/base/text.h"
#include "core/catalog/groupfinder.h"
#include "core/catalog/templategroups.h"

#include <algorithm>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using Groups = std::vector<catalog::ChosenGroup>;

namespace {

tl::unexpected<Error> refuse(const QString &field, const QString &message)
{
    return base::fail({.code = Error::Code::InvalidArgument, .message = message, .field = field});
}

base::Result<GroupChoice> foundation(const CreateRequest &request, model::Owner::Kind kind,
                                     const catalog::TemplateSet &templates,
                                     const std::vector<model::PermissionGroup> &available)
{
    GroupChoice choice;
    if (request.templateId.isEmpty()) {
        base::Result<Groups> byId = catalog::groupsById(request.permissionGroupIds, available);
        if (!byId)
            return base::fail(std::move(byId.error()));
        choice.groups = *std::move(byId);
        return choice;
    }
    const base::Result<catalog::Template> chosen = templates.find(request.templateId);
    if (!chosen)
        return base::fail(chosen.error());
    base::Result<Groups> groups = catalog::templateGroups(*chosen, kind, available);
    if (!groups)
        return base::fail(std::move(groups.error()));
    choice.groups = *std::move(groups);
    choice.warnings = catalog::templateNotes(*chosen, kind);
    if (!request.permissionGroupIds.isEmpty())
        choice.warnings.append(u"permissionGroupIds was ignored: the template says what the token may do."_s);
    if (request.resourceScope)
        choice.warnings.append(u"resourceScope was ignored: with a template, accountId and zoneIds limit the token."_s);
    return choice;
}

base::Result<GroupChoice> withoutLeftOut(GroupChoice choice, const QStringList &leaveOut)
{
    for (const QString &name : leaveOut) {
        const auto removed = std::erase_if(choice.groups, [&](const catalog::ChosenGroup &one) {
            return one.group.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
        });
        if (removed == 0) {
            return refuse(u"leaveOut"_s,
                          u"The token would not get \"%1\" anyway. Give the permission's exact name."_s.arg(
                              base::plainLine(name, 120)));
        }
    }
    if (choice.groups.empty())
        return refuse(u"leaveOut"_s, u"Nothing would be left that the token may do."_s);
    return choice;
}

/** All zones means zones only, as people who ask for it expect; nothing is widened or dropped in silence. */
base::Result<base::Done> checkScope(const CreateRequest &request, const Groups &groups)
{
    if (!request.templateId.isEmpty() || request.resourceScope != ResourceScope::AllZones)
        return base::Done{};
    for (const catalog::ChosenGroup &one : groups) {
        if (one.scope == model::scope::account) {
            return refuse(
                u"resourceScope"_s,
                u"\"%1\" acts on accounts, not on zones. Use resourceScope specific_account or all_accounts."_s.arg(
                    base::plainLine(one.group.name, 120)));
        }
    }
    return base::Done{};
}

} // namespace

base::Result<base::Done> checkChoice(const CreateRequest &request)
{
    if (request.templateId.isEmpty() && request.permissionGroupIds.isEmpty() && request.permissions.isEmpty()) {
        return refuse(u"template"_s,
                      u"Either template or permissionGroupIds is required, or permissions: names such as "
                      "\"DNS Write\"."_s);
    }
    const bool custom = request.templateId.isEmpty();
    if (custom && request.resourceScope == ResourceScope::AllZones && !request.zoneIds.isEmpty()) {
        return refuse(u"resourceScope"_s,
                      u"resourceScope all_zones and zoneIds contradict each other. Leave one of them out."_s);
    }
    return base::Done{};
}

base::Result<GroupChoice> chooseGroups(const CreateRequest &request, model::Owner::Kind kind,
                                       const catalog::TemplateSet &templates,
                                       const std::vector<model::PermissionGroup> &available)
{
    base::Result<GroupChoice> choice = foundation(request, kind, templates, available);
    if (!choice)
        return choice;
    const base::Result<Groups> named = catalog::findGroups(request.permissions, available);
    if (!named)
        return base::fail(named.error());
    for (const catalog::ChosenGroup &one : *named) {
        if (std::find(choice->groups.begin(), choice->groups.end(), one) == choice->groups.end())
            choice->groups.push_back(one);
    }
    const base::Result<base::Done> fits = checkScope(request, choice->groups);
    if (!fits)
        return base::fail(fits.error());
    return withoutLeftOut(*std::move(choice), request.leaveOut);
}

} // namespace tokensmith::tokens
