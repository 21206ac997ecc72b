// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/alltools.h"

#include "core/mcp/tools/accounttools.h"
#include "core/mcp/tools/audittools.h"
#include "core/mcp/tools/changetools.h"
#include "core/mcp/tools/createtools.h"
#include "core/mcp/tools/permissiontools.h"
#include "core/mcp/tools/rotatetools.h"
#include "core/mcp/tools/templatetools.h"
#include "core/mcp/tools/tokentools.h"
#include "core/mcp/tools/updatetools.h"
#include "core/mcp/tools/verifytools.h"
#include "core/mcp/tools/zonetools.h"

namespace tokensmith::mcp {

std::vector<Tool> allTools(const ToolServices &services)
{
    return {
        listPermissionGroupsTool(services.tokens),
        listTemplatesTool(services.templates),
        getTemplateTool(services.tokens, services.templates),
        listTokensTool(services.tokens),
        getTokenTool(services.tokens),
        createTokenTool(services.tokens, services.templates),
        previewTokenTool(services.tokens, services.templates),
        updateTokenTool(services.changes),
        rollTokenTool(services.changes),
        rotateTokenTool(services.changes),
        revokeTokenTool(services.changes),
        verifyTokenTool(services.tokens),
        listAccountsTool(services.connection, services.accounts),
        getAccountTool(services.connection, services.accounts),
        listZonesTool({.connection = services.connection, .accounts = services.accounts, .zones = services.zones}),
        auditTokensTool(services.audit),
    };
}

} // namespace tokensmith::mcp
