// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/alltools.h"

#include "core/mcp/tools/accounttools.h"
#include "core/mcp/tools/audittools.h"
#include "core/mcp/tools/createtools.h"
#include "core/mcp/tools/templatetools.h"
#include "core/mcp/tools/tokentools.h"

namespace tokensmith::mcp {

std::vector<Tool> allTools(const ToolServices &services)
{
    return {
        listTemplatesTool(services.templates), listAccountsTool(services.connection, services.accounts),
        listTokensTool(services.tokens),       createTokenTool(services.tokens, services.templates),
        verifyTokenTool(services.tokens),      auditTokensTool(services.audit),
    };
}

} // namespace tokensmith::mcp
