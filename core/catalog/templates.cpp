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

bool isComplete(const Template &candidate)
{
    const auto named = [](const WantedGroup &group) { return !group.name.isEmpty() && !group.scope.isEmpty(); };
    return !candidate.id.isEmpty() && !candidate.name.isEmpty() && !candidate.required.empty()
           && std::all_of(candidate.required.begin(), candidate.required.end(), named)
           && std::all_of(candidate.userOnly.begin(), candidate.userOnly.end(), named);
}

} // namespace

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
        const QJsonObject object = entry.toObject();
        Template read{.id = object.value("id"_L1).toString(),
                      .name = object.value("name"_L1).toString(),
                      .description = object.value("description"_L1).toString(),
                      .required = groupsFrom(object.value("required"_L1)),
                      .userOnly = groupsFrom(object.value("userOnly"_L1))};
        if (!isComplete(read))
            return base::fail(
                {.code = Error::Code::Internal, .message = u"The template \"%1\" is incomplete."_s.arg(read.id)});
        set.m_templates.push_back(std::move(read));
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
         .message = u"There is no template \"%1\". Templates: %2."_s.arg(base::plainLine(id, 60), known.join(", "_L1)),
         .field = u"template"_s});
}

} // namespace tokensmith::catalog
