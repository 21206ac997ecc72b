// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/resources/allresources.h"

#include "core/mcp/resources/permissionresources.h"
#include "core/mcp/resources/templateresources.h"
#include "core/mcp/resources/tokenresources.h"

namespace tokensmith::mcp {

std::vector<Resource> allResources(const ToolServices &services)
{
    return {
        templatesResource(services.templates),
        permissionGroupsResource(services.tokens),
        tokensResource(services.tokens),
    };
}

std::vector<ResourceTemplate> allResourceTemplates(const ToolServices &services)
{
    const PlaceServices places{
        .connection = services.connection, .accounts = services.accounts, .zones = services.zones};
    return {
        templateResource(services.tokens, services.templates),
        ownersPermissionGroupsResource(services.tokens, places),
    };
}

} // namespace tokensmith::mcp
