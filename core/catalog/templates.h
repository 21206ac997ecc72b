// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/owner.h"

#include <QString>

#include <optional>
#include <vector>

namespace tokensmith::catalog {

/** A permission group as a template asks for it: exact name and scope, because names alone are not unique. */
struct WantedGroup
{
    QString name;
    QString scope;

    bool operator==(const WantedGroup &) const = default;
};

/** A preset of permissions. Data in resources/templates.json. */
struct Template
{
    /** How its groups are found: as listed, from all that Cloudflare offers, or not at all (only the dashboard may). */
    enum class Making { Listed, Everything, DashboardOnly };

    QString id;
    QString name;
    QString description;
    QString resourceScope = {}; ///< what its token acts on unless narrowed: "all_accounts" or "all_zones"
    Making making = Making::Listed;
    std::vector<WantedGroup> required = {};
    std::vector<WantedGroup> userOnly = {};    ///< added for user tokens: account tokens can't hold them
    std::vector<WantedGroup> accountOnly = {}; ///< added for account tokens
    std::vector<WantedGroup> optional = {};    ///< often useful too; never added unasked
    std::vector<WantedGroup> leftOut = {};     ///< Making::Everything: what it does not take unasked
};

/** The groups a template names for that kind of owner; none for Making::Everything. */
[[nodiscard]] std::vector<WantedGroup> wantedGroups(const Template &chosen, model::Owner::Kind kind);

/** How many groups its token gets; nothing where only the live list can tell. */
[[nodiscard]] std::optional<int> permissionCount(const Template &chosen, model::Owner::Kind kind);

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
