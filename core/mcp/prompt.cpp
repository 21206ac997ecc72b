// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/prompt.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

void insertFilled(QJsonObject &json, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        json.insert(name, value);
}

QJsonObject toJson(const PromptArgument &argument)
{
    QJsonObject json{{u"name"_s, argument.name},
                     {u"required"_s, argument.presence == PromptArgument::Presence::Required}};
    insertFilled(json, "title"_L1, argument.title);
    insertFilled(json, "description"_L1, argument.description);
    return json;
}

} // namespace

QJsonObject toJson(const Prompt &prompt)
{
    QJsonArray arguments;
    for (const PromptArgument &argument : prompt.arguments)
        arguments.append(toJson(argument));
    QJsonObject json{{u"name"_s, prompt.name}};
    insertFilled(json, "title"_L1, prompt.title);
    insertFilled(json, "description"_L1, prompt.description);
    if (!arguments.isEmpty())
        json.insert("arguments"_L1, arguments);
    return json;
}

QJsonObject userMessage(const QString &text)
{
    return {{u"role"_s, u"user"_s}, {u"content"_s, QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}}};
}

} // namespace tokensmith::mcp
