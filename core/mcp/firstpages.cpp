// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/firstpages.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

bool isList(const Method &method)
{
    switch (method.kind) {
    case Method::Kind::ListTools:
    case Method::Kind::ListResources:
    case Method::Kind::ListResourceTemplates:
    case Method::Kind::ListPrompts:
        return true;
    case Method::Kind::CallTool:
    case Method::Kind::ReadResource:
    case Method::Kind::GetPrompt:
    case Method::Kind::Complete:
        return false;
    }
    Q_UNREACHABLE();
}

FirstPages::FirstPages(const Methods &methods, const Shape &shape)
{
    for (const QLatin1StringView name :
         {"tools/list"_L1, "resources/list"_L1, "resources/templates/list"_L1, "prompts/list"_L1}) {
        const Method *method = methods.find(QString(name));
        if (!method)
            continue;
        const MethodResult page = methods.page(*method, {});
        if (page)
            m_texts.emplace(method->kind, compactJson(shape(*method, *page)));
    }
}

const QByteArray *FirstPages::find(const Method &method, const QJsonObject &params) const
{
    if (params.contains("cursor"_L1))
        return nullptr;
    const auto at = m_texts.find(method.kind);
    return at == m_texts.cend() ? nullptr : &at->second;
}

} // namespace tokensmith::mcp
