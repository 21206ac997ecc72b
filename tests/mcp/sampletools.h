// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/tool.h"

#include <QJsonArray>

#include <stdexcept>
#include <vector>

namespace tokensmith::test {

/** Tools that show every way a call can end. */
inline base::Async<QJsonObject> echo(mcp::CallContext context, QJsonObject arguments)
{
    using namespace Qt::StringLiterals;
    co_return QJsonObject{{u"text"_s, arguments.value("text"_L1)},
                          {u"client"_s, context.client.name},
                          {u"correlationId"_s, QString::fromUtf8(context.correlationId)}};
}

inline base::Async<QJsonObject> refused(mcp::CallContext, QJsonObject)
{
    using namespace Qt::StringLiterals;
    co_return base::fail({.code = base::Error::Code::RateLimited,
                          .message = u"Cloudflare asks to wait."_s,
                          .detail = u"Too many requests"_s,
                          .field = u"type"_s,
                          .httpStatus = 429,
                          .cloudflareCode = 971,
                          .cfRay = u"8f00-FRA"_s,
                          .retryAfter = std::chrono::seconds(7)});
}

inline base::Async<QJsonObject> explode(mcp::CallContext, QJsonObject)
{
    throw std::runtime_error("a secret detail");
    co_return QJsonObject{};
}

inline mcp::Tool sampleTool(const QString &name, const mcp::Tool::Handler &handler)
{
    using namespace Qt::StringLiterals;
    const QJsonObject text{{u"type"_s, u"string"_s}, {u"maxLength"_s, 20}};
    return {.name = name,
            .title = u"Sample"_s,
            .description = u"A sample."_s,
            .inputSchema = {{u"type"_s, u"object"_s},
                            {u"properties"_s, QJsonObject{{u"text"_s, text}}},
                            {u"additionalProperties"_s, false}},
            .outputSchema = {{u"type"_s, u"object"_s}},
            .handler = handler};
}

inline std::vector<mcp::Tool> sampleTools()
{
    using namespace Qt::StringLiterals;
    return {sampleTool(u"echo"_s, echo), sampleTool(u"refused"_s, refused), sampleTool(u"explode"_s, explode)};
}

} // namespace tokensmith::test
