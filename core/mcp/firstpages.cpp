// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/firstpages.h"

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

FirstPages::FirstPages(const Methods &methods, Shape shape)
    : m_methods(methods)
    , m_shape(std::move(shape))
{
}

const QByteArray *FirstPages::find(const Method &method, const QJsonObject &params,
                                   const clients::ClientIdentity &client) const
{
    if (!isList(method) || params.contains("cursor"_L1))
        return nullptr;
    // Only the tools depend on the key.
    const bool isTools = method.kind == Method::Kind::ListTools;
    const OfferedClasses offered = isTools ? m_methods.offeredTo(client) : OfferedClasses();
    const Key key{method.kind, offered.to_ulong()};
    const auto known = m_texts.find(key);
    if (known != m_texts.cend())
        return &known->second;
    const MethodResult page = m_methods.page(method, {}, offered);
    return page ? &m_texts.emplace(key, compactJson(m_shape(method, *page))).first->second : nullptr;
}

} // namespace tokensmith::mcp
