// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/completion.h"

#include "core/base/logging.h"
#include "core/base/text.h"
#include "core/mcp/failures.h"

#include <algorithm>
#include <exception>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr qsizetype kMostValues = 100; // the protocol's bound

/** The completer of one argument; an empty one where it has none. */
using Found = tl::expected<Completer, RpcError>;

bool canComplete(const Prompt &prompt)
{
    return std::any_of(prompt.arguments.begin(), prompt.arguments.end(),
                       [](const PromptArgument &argument) { return static_cast<bool>(argument.completer); });
}

tl::unexpected<RpcError> unknown(const QString &kind, const QString &name)
{
    return invalidParams(u"Unknown %1: %2"_s.arg(kind, base::plainLine(name, 128)));
}

Found completerOfPrompt(const PromptRegistry &prompts, const QString &name, const QString &argument)
{
    const Prompt *prompt = prompts.find(name);
    if (!prompt)
        return unknown(u"prompt"_s, name);
    const auto found = std::find_if(prompt->arguments.begin(), prompt->arguments.end(),
                                    [&](const PromptArgument &one) { return one.name == argument; });
    if (found == prompt->arguments.end())
        return unknown(u"argument"_s, argument);
    return found->completer;
}

Found completerOfTemplate(const ResourceRegistry &resources, const QString &uri, const QString &argument)
{
    const ResourceRegistry::Family *family = resources.findFamily(uri);
    if (!family)
        return unknown(u"resource template"_s, uri);
    if (!family->address.variables().contains(argument))
        return unknown(u"argument"_s, argument);
    return family->about.completers.value(argument);
}

Found completerFor(const Features &features, const QJsonObject &ref, const QString &argument)
{
    const QString type = ref.value("type"_L1).toString();
    if (type == "ref/prompt"_L1)
        return completerOfPrompt(features.prompts, ref.value("name"_L1).toString(), argument);
    if (type == "ref/resource"_L1)
        return completerOfTemplate(features.resources, ref.value("uri"_L1).toString(), argument);
    return invalidParams(u"\"ref\" has to be of type ref/prompt or ref/resource"_s);
}

QJsonObject completionResult(const QStringList &values)
{
    return {{u"completion"_s,
             QJsonObject{{u"values"_s, QJsonArray::fromStringList(values.first(std::min(values.size(), kMostValues)))},
                         {u"total"_s, values.size()},
                         {u"hasMore"_s, values.size() > kMostValues}}}};
}

void logFailure(const QString &why, const CallContext &context)
{
    qCWarning(base::logMcp).noquote() << u"Nothing to complete with: %1 [%2]"_s.arg(
        why, QString::fromUtf8(context.correlationId));
}

} // namespace

bool hasCompletions(const Features &features)
{
    const auto &prompts = features.prompts.prompts();
    const auto &families = features.resources.families();
    return std::any_of(prompts.begin(), prompts.end(), canComplete)
           || std::any_of(families.begin(), families.end(),
                          [](const ResourceRegistry::Family &family) { return !family.about.completers.isEmpty(); });
}

QCoro::Task<MethodAnswer> complete(const Features *features, QJsonObject params, CallContext context)
{
    const QJsonObject argument = params.value("argument"_L1).toObject();
    const QJsonValue name = argument.value("name"_L1);
    const QJsonValue typed = argument.value("value"_L1);
    if (!name.isString() || !typed.isString())
        co_return invalidParams(u"\"argument\" has to be {name, value}, both text"_s);
    const Found completer = completerFor(*features, params.value("ref"_L1).toObject(), name.toString());
    if (!completer)
        co_return tl::unexpected(completer.error());
    const bool closed = features->guard.closed && features->guard.closed().has_value();
    if (!*completer || closed) // locked: not even names that are known
        co_return completionResult({});
    const QJsonObject others = params.value("context"_L1).toObject().value("arguments"_L1).toObject();
    try {
        const base::Result<QStringList> values = co_await (*completer)(context, typed.toString(), others);
        if (values)
            co_return completionResult(*values);
        logFailure(values.error().message, context);
    } catch (const std::exception &) {
        logFailure(u"an exception"_s, context); // its text may quote what must not be logged
    }
    co_return completionResult({});
}

} // namespace tokensmith::mcp
