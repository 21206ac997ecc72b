// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mcp/schema.h"
#include "core/mcp/tool.h"

#include <QHash>

#include <vector>

namespace tokensmith::mcp {

/**
 * All tools, fixed at start: schemas compiled once. Owns them; lives as long as the dispatcher. Which tools there are:
 * tools/alltools.cpp.
 */
class ToolRegistry
{
public:
    struct Entry
    {
        Tool tool;
        Schema input;
    };

    /** Errors: Internal for a defect in a tool's definition (its message names the tool). */
    [[nodiscard]] static base::Result<ToolRegistry> create(std::vector<Tool> tools);

    /** The tool of that name, or null. Valid as long as the registry. */
    [[nodiscard]] const Entry *find(const QString &name) const;

    /** In the order of registration, which is the order of `tools/list`. */
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }

private:
    ToolRegistry() = default;

    std::vector<Entry> m_entries;
    QHash<QString, std::size_t> m_byName;
};

} // namespace tokensmith::mcp
