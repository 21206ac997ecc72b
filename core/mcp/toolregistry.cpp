// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/toolregistry.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

tl::unexpected<base::Error> defect(const QString &tool, const QString &what)
{
    return base::fail({.code = base::Error::Code::Internal, .message = u"The tool \"%1\" %2"_s.arg(tool, what)});
}

} // namespace

base::Result<ToolRegistry> ToolRegistry::create(std::vector<Tool> tools)
{
    ToolRegistry registry;
    for (Tool &tool : tools) {
        if (!isToolName(tool.name))
            return defect(tool.name, u"has a name the protocol does not allow."_s);
        if (registry.m_byName.contains(tool.name))
            return defect(tool.name, u"is registered twice."_s);
        if (static_cast<bool>(tool.handler) == static_cast<bool>(tool.openHandler))
            return defect(tool.name, u"needs one handler, not none or two."_s);
        base::Result<Schema> input = Schema::compile(tool.inputSchema);
        if (!input)
            return defect(tool.name, u"has an unusable input schema: "_s + input.error().message);

        registry.m_byName.insert(tool.name, registry.m_entries.size());
        registry.m_entries.push_back({.tool = std::move(tool), .input = std::move(*input)});
    }
    return registry;
}

const ToolRegistry::Entry *ToolRegistry::find(const QString &name) const
{
    const auto at = m_byName.constFind(name);
    return at == m_byName.cend() ? nullptr : &m_entries[*at];
}

} // namespace tokensmith::mcp
