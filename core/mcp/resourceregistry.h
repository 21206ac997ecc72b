// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mcp/resource.h"
#include "core/mcp/uritemplate.h"

#include <vector>

namespace tokensmith::mcp {

/** All resources and resource templates, fixed at start. Owns them; lives as long as the dispatcher. */
class ResourceRegistry
{
public:
    /** A template with its address parsed. */
    struct Family
    {
        ResourceTemplate about;
        UriTemplate address;
    };
    /** The reader of one address and what the address says. */
    struct Match
    {
        const ResourceReader *reader; ///< valid as long as the registry
        QHash<QString, QString> variables;
    };

    ResourceRegistry() = default; ///< of nothing

    /** Errors: Internal for a defect in a definition (its message names the resource). */
    [[nodiscard]] static base::Result<ResourceRegistry> create(std::vector<Resource> resources,
                                                               std::vector<ResourceTemplate> templates = {});

    /** What reads `uri`: the fixed resource of that address, else the first template it fits. */
    [[nodiscard]] std::optional<Match> find(const QString &uri) const;

    /** The template of exactly that text, or null. Valid as long as the registry. */
    [[nodiscard]] const Family *findFamily(const QString &uriTemplate) const;

    [[nodiscard]] const std::vector<Resource> &resources() const { return m_resources; }
    [[nodiscard]] const std::vector<Family> &families() const { return m_families; }
    [[nodiscard]] bool isEmpty() const { return m_resources.empty() && m_families.empty(); }

private:
    std::vector<Resource> m_resources;
    std::vector<Family> m_families;
};

} // namespace tokensmith::mcp
