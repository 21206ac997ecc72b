// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/mcp/sampletools.h"
#include "tests/mcp/scriptedservices.h"

#include <vector>

namespace tokensmith::fuzz {

inline base::Async<QJsonObject> giveBack(mcp::CallContext, QJsonObject arguments)
{
    co_return arguments;
}

/** The product's tools as they are described, none of which does anything but give back its arguments. */
inline std::vector<mcp::Tool> instantTools()
{
    test::ScriptedServices services({});
    std::vector<mcp::Tool> tools = services.tools();
    for (mcp::Tool &tool : tools)
        tool.handler = giveBack;
    return tools;
}

} // namespace tokensmith::fuzz
