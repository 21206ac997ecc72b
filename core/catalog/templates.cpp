// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/templates.h"

#include "core/base/text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

std::vector<WantedGroup> groupsFrom(const QJsonValue &value)
{
    std::vector<WantedGroup> groups;
    for (const QJsonValue &entry : value.toArray()) {
        groups.push_back({.name = entry.toObject().value("name"_L1).toString(),
                          .scope = entry.toObject().value("scope"_L1).toString()});
    }
    return groups;
}

/** Nothing for a word this version does not know. */
std::optional<Template::Making> makingFrom(const QJsonValue &value)
{
    if (value.isUndefined())
        return Template::Making::Listed;
    if (value == "everything"_L1)
        return Template::Making::Everything;
    if (value == "dashboardOnly"_L1)
        return Template::Making::DashboardOnly;
    return std::nullopt;
}

bool hasItsGroups(const Template &candidate)
{
    switch (candidate.making) {
    case Template::Making::Listed:
        return !candidate.required.empty();
    case Template::Making::Everything:
        return candidate.required.empty();
    case Template::Making::DashboardOnly:
        return !candidate.userOnly.empty() && !candidate.accountOnly.empty();
    }
    Q_UNREACHABLE();
}

bool isComplete(const Template &candidate)
{
    const auto named = [](const WantedGroup &group) { return !group.name.isEmpty() && !group.scope.isEmpty(); };
    const auto allNamed = [&](const std::vector<WantedGroup> &groups) {
        return std::all_of(groups.begin(), groups.end(), named);
    };
    const bool onSomething = candidate.resourceScope == "all_accounts"_L1 || candidate.resourceScope == "all_zones"_L1;
    return !candidate.id.isEmpty() && !candidate.name.isEmpty() && onSomething && hasItsGroups(candidate)
           && allNamed(candidate.required) && allNamed(candidate.userOnly) && allNamed(candidate.accountOnly)
           && allNamed(candidate.optional) && allNamed(candidate.leftOut);
}

/** Nothing for an incomplete one. */
std::optional<Template> templateFrom(const QJsonObject &object)
{
    Template read{.id = object.value("id"_L1).toString(),
                  .name = object.value("name"_L1).toString(),
                  .description = object.value("description"_L1).toString(),
                  .resourceScope = object.value("resourceScope"_L1).toString(),
                  .required = groupsFrom(object.value("required"_L1)),
                  .userOnly = groupsFrom(object.value("userOnly"_L1)),
                  .accountOnly = groupsFrom(object.value("accountOnly"_L1)),
                  .optional = groupsFrom(object.value("optional"_L1)),
                  .leftOut = groupsFrom(object.value("leftOut"_L1))};
    const std::optional<Template::Making> making = makingFrom(object.value("making"_L1));
    if (!making)
        return std::nullopt;
    read.making = *making;
    return isComplete(read) ? std::optional(std::move(read)) : std::nullopt;
}

} // namespace

std::vector<WantedGroup> wantedGroups(const Template &chosen, model::Owner::Kind kind)
{
    std::vector<WantedGroup> wanted = chosen.required;
    const std::vector<WantedGroup> &more = kind == model::Owner::Kind::User ? chosen.userOnly : chosen.accountOnly;
    wanted.insert(wanted.end(), more.begin(), more.end());
    return wanted;
}

std::optional<int> permissionCount(const Template &chosen, model::Owner::Kind kind)
{
    if (chosen.making == Template::Making::Everything)
        return std::nullopt;
    return static_cast<int>(wantedGroups(chosen, kind).size());
}

base::Result<TemplateSet> TemplateSet::load()
{
    QFile file(u":/tokensmith/templates.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail({.code = Error::Code::Internal, .message = u"The built-in templates are missing."_s});
    return fromJson(file.readAll());
}

base::Result<TemplateSet> TemplateSet::fromJson(const QByteArray &json)
{
    TemplateSet set;
    for (const QJsonValue &entry : QJsonDocument::fromJson(json).object().value("templates"_L1).toArray()) {
        std::optional<Template> read = templateFrom(entry.toObject());
        if (!read) {
            return base::fail({.code = Error::Code::Internal,
                               .message = u"The template \"%1\" is incomplete."_s.arg(entry["id"_L1].toString())});
        }
        set.m_templates.push_back(*std::move(read));
    }
    if (set.m_templates.empty())
        return base::fail({.code = Error::Code::Internal, .message = u"The built-in templates can't be read."_s});
    return set;
}

base::Result<Template> TemplateSet::find(const QString &id) const
{
    const auto found =
        std::find_if(m_templates.begin(), m_templates.end(), [&](const Template &t) { return t.id == id; });
    if (found != m_templates.end())
        return *found;
    QStringList known;
    for (const Template &candidate : m_templates)
        known.append(candidate.id);
    return base::fail(
        {.code = Error::Code::NotFound,
         .message = u"Template not found: %1. Templates: %2."_s.arg(base::plainLine(id, 60), known.join(", "_L1)),
         .field = u"template"_s});
}

} // namespace tokensmith::catalog
