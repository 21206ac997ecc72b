// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/prompts/allprompts.h"

#include "core/mcp/prompts/auditprompt.h"
#include "core/mcp/prompts/createprompt.h"
#include "core/mcp/prompts/rotateprompt.h"

namespace tokensmith::mcp {

std::vector<Prompt> allPrompts(const ToolServices &services)
{
    const PlaceServices places{
        .connection = services.connection, .accounts = services.accounts, .zones = services.zones};
    return {
        auditTokensPrompt(places),
        createLeastPrivilegeTokenPrompt(places, services.templates),
        rotateExpiringTokensPrompt(places),
    };
}

} // namespace tokensmith::mcp
