// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tool.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

QJsonObject toJson(const Tool &tool)
{
    const auto isSet = [](ToolAnnotations::Hint hint) { return hint == ToolAnnotations::Hint::Yes; };
    QJsonObject json{
        {u"name"_s, tool.name},
        {u"title"_s, tool.title},
        {u"description"_s, tool.description},
        {u"inputSchema"_s, tool.inputSchema},
        {u"annotations"_s, QJsonObject{{u"title"_s, tool.title},
                                       {u"readOnlyHint"_s, isSet(tool.annotations.readOnly)},
                                       {u"destructiveHint"_s, isSet(tool.annotations.destructive)},
                                       {u"idempotentHint"_s, isSet(tool.annotations.idempotent)},
                                       {u"openWorldHint"_s, isSet(tool.annotations.openWorld)}}},
    };
    if (!tool.outputSchema.isEmpty())
        json.insert("outputSchema"_L1, tool.outputSchema);
    return json;
}

bool isToolName(const QString &name)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(u"[A-Za-z0-9_.-]{1,128}"_s));
    return form.match(name).hasMatch();
}

} // namespace tokensmith::mcp
