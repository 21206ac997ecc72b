// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mcp/prompt.h"

#include <vector>

namespace tokensmith::mcp {

/** All prompts, fixed at start. Owns them; lives as long as the dispatcher. */
class PromptRegistry
{
public:
    PromptRegistry() = default; ///< of nothing

    /** Errors: Internal for a defect in a definition (its message names the prompt). */
    [[nodiscard]] static base::Result<PromptRegistry> create(std::vector<Prompt> prompts);

    /** The prompt of that name, or null. Valid as long as the registry. */
    [[nodiscard]] const Prompt *find(const QString &name) const;

    [[nodiscard]] const std::vector<Prompt> &prompts() const { return m_prompts; }
    [[nodiscard]] bool isEmpty() const { return m_prompts.empty(); }

private:
    std::vector<Prompt> m_prompts;
};

} // namespace tokensmith::mcp
