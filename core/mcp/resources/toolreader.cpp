// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/resources/toolreader.h"

#include "core/mcp/toolresult.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

base::Async<QJsonArray> readTool(Tool::Handler handler, CallContext context, QString uri,
                                 base::Result<QJsonObject> arguments)
{
    if (!arguments)
        co_return base::fail(arguments.error());
    const base::Result<QJsonObject> shown = co_await handler(context, *arguments);
    if (!shown)
        co_return base::fail(shown.error());
    co_return QJsonArray{textContents(uri, u"application/json"_s, jsonText(*shown))};
}

} // namespace

ResourceReader readThrough(const Tool &tool, const ArgumentsOf &argumentsOf)
{
    return [handler = tool.handler, argumentsOf](const CallContext &context, const QString &uri,
                                                 const QHash<QString, QString> &variables) {
        return readTool(handler, context, uri, argumentsOf(variables));
    };
}

ResourceReader readThrough(const Tool &tool, const QJsonObject &arguments)
{
    return readThrough(tool, [arguments](const QHash<QString, QString> &) { return arguments; });
}

} // namespace tokensmith::mcp
