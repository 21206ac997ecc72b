// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace tokensmith::catalog {

/** A permission group as a template asks for it: exact name and scope, because names alone are not unique. */
struct WantedGroup
{
    QString name;
    QString scope;
};

/** A preset of permissions. Data in resources/templates.json. */
struct Template
{
    QString id;
    QString name;
    QString description;
    std::vector<WantedGroup> required;
    std::vector<WantedGroup> userOnly; ///< added for user tokens: account tokens can't hold them
};

/** The templates that ship with the program, in their file's order. */
class TemplateSet
{
public:
    /** Reads the embedded file. An unreadable one is a defect of the build: Internal. */
    [[nodiscard]] static base::Result<TemplateSet> load();
    [[nodiscard]] static base::Result<TemplateSet> fromJson(const QByteArray &json);

    [[nodiscard]] const std::vector<Template> &all() const { return m_templates; }

    /** The template, or NotFound with the known ids. */
    [[nodiscard]] base::Result<Template> find(const QString &id) const;

private:
    std::vector<Template> m_templates;
};

} // namespace tokensmith::catalog
