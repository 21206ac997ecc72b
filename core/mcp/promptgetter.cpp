// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/promptgetter.h"

#include "core/base/text.h"
#include "core/mcp/failures.h"

#include <QStringList>

#include <algorithm>
#include <exception>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using Values = QHash<QString, QString>;

QString argumentNames(const Prompt &prompt)
{
    QStringList names;
    for (const PromptArgument &argument : prompt.arguments)
        names.append(argument.name);
    return names.isEmpty() ? u"none"_s : names.join(u", "_s);
}

tl::expected<Values, RpcError> valuesFrom(const Prompt &prompt, const QJsonObject &given)
{
    Values values;
    for (auto it = given.begin(); it != given.end(); ++it) {
        const auto known = std::find_if(prompt.arguments.begin(), prompt.arguments.end(),
                                        [&](const PromptArgument &argument) { return argument.name == it.key(); });
        if (known == prompt.arguments.end())
            return invalidParams(u"The prompt %1 has no argument \"%2\"; its arguments: %3"_s.arg(
                prompt.name, base::plainLine(it.key(), 64), argumentNames(prompt)));
        if (!it.value().isString())
            return invalidParams(u"The argument \"%1\" has to be text"_s.arg(known->name));
        if (!it.value().toString().isEmpty())
            values.insert(it.key(), it.value().toString());
    }
    for (const PromptArgument &argument : prompt.arguments) {
        if (argument.presence == PromptArgument::Presence::Required && !values.contains(argument.name))
            return invalidParams(u"Missing argument \"%1\" of the prompt %2"_s.arg(argument.name, prompt.name));
    }
    return values;
}

MethodAnswer answerFor(const base::Result<PromptOutcome> &made)
{
    if (!made)
        return tl::unexpected(rpcErrorFor(made.error()));
    if (const auto *questions = std::get_if<InputRequired>(&*made))
        return *questions;
    const PromptResult &result = std::get<PromptResult>(*made);
    QJsonObject json{{u"messages"_s, result.messages}};
    if (!result.description.isEmpty())
        json.insert("description"_L1, result.description);
    return json;
}

} // namespace

QCoro::Task<MethodAnswer> getPrompt(const Features *features, QJsonObject params, CallContext context)
{
    const QJsonValue name = params.value("name"_L1);
    if (!name.isString())
        co_return invalidParams(u"\"name\" has to be the name of a prompt; see prompts/list"_s);
    const Prompt *prompt = features->prompts.find(name.toString());
    if (!prompt)
        co_return invalidParams(u"Unknown prompt: "_s + base::plainLine(name.toString(), 128));
    const QJsonValue given = params.value("arguments"_L1);
    if (!given.isUndefined() && !given.isObject())
        co_return invalidParams(u"The arguments of a prompt have to be an object"_s);
    const tl::expected<Values, RpcError> values = valuesFrom(*prompt, given.toObject());
    if (!values)
        co_return tl::unexpected(values.error());
    const QString what = u"prompt "_s + prompt->name;
    const std::optional<base::Error> closed = features->guard.closed ? features->guard.closed() : std::nullopt;
    if (closed) { // it may look up places
        logCall(what, context, "refused: locked"_L1);
        co_return tl::unexpected(rpcErrorFor(*closed));
    }
    try {
        const base::Result<PromptOutcome> made = co_await prompt->handler(context, *values);
        logCall(what, context, made ? "done"_L1 : base::codeName(made.error().code));
        co_return answerFor(made);
    } catch (const std::exception &) {
        logCall(what, context, "threw an exception"_L1); // its text may quote what must not be logged
    }
    co_return tl::unexpected(RpcError{.code = RpcCode::InternalError, .message = u"Internal error"_s});
}

} // namespace tokensmith::mcp
