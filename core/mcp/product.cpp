// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/product.h"

#include "core/mcp/prompts/allprompts.h"
#include "core/mcp/resources/allresources.h"
#include "core/mcp/serverinfo.h"
#include "core/mcp/tools/approvaltools.h"

#include <algorithm>

namespace tokensmith::mcp {

base::Result<Features> productFeatures(const ToolServices &services, CallGuard guard)
{
    std::vector<Tool> all = allTools(services);
    if (guard.asked) {
        std::transform(all.begin(), all.end(), all.begin(), withPending);
        all.push_back(getApprovalTool(*guard.asked));
    }
    base::Result<ToolRegistry> tools = ToolRegistry::create(std::move(all));
    if (!tools)
        return base::fail(std::move(tools.error()));
    base::Result<ResourceRegistry> resources =
        ResourceRegistry::create(allResources(services), allResourceTemplates(services));
    if (!resources)
        return base::fail(std::move(resources.error()));
    base::Result<PromptRegistry> prompts = PromptRegistry::create(allPrompts(services));
    if (!prompts)
        return base::fail(std::move(prompts.error()));
    return Features{.tools = *std::move(tools),
                    .resources = *std::move(resources),
                    .prompts = *std::move(prompts),
                    .guard = std::move(guard),
                    .serverInfo = serverInfo(),
                    .instructions = serverInstructions(),
                    .logging = Logging::On};
}

} // namespace tokensmith::mcp
