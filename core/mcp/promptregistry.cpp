// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/promptregistry.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

tl::unexpected<base::Error> defect(const Prompt &prompt, const QString &what)
{
    return base::fail(
        {.code = base::Error::Code::Internal, .message = u"The prompt \"%1\" %2"_s.arg(prompt.name, what)});
}

} // namespace

base::Result<PromptRegistry> PromptRegistry::create(std::vector<Prompt> prompts)
{
    QSet<QString> names;
    for (const Prompt &prompt : prompts) {
        if (prompt.name.isEmpty() || names.contains(prompt.name))
            return defect(prompt, u"has no name of its own."_s);
        if (!prompt.handler)
            return defect(prompt, u"has no handler."_s);
        names.insert(prompt.name);
        QSet<QString> arguments;
        for (const PromptArgument &argument : prompt.arguments) {
            if (argument.name.isEmpty() || arguments.contains(argument.name))
                return defect(prompt, u"has an argument without a name of its own."_s);
            arguments.insert(argument.name);
        }
    }
    PromptRegistry registry;
    registry.m_prompts = std::move(prompts);
    return registry;
}

const Prompt *PromptRegistry::find(const QString &name) const
{
    const auto found =
        std::find_if(m_prompts.begin(), m_prompts.end(), [&](const Prompt &prompt) { return prompt.name == name; });
    return found == m_prompts.end() ? nullptr : &*found;
}

} // namespace tokensmith::mcp
