// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/methods.h"
#include "tests/mcp/sampletools.h"

#include <stdexcept>

namespace tokensmith::test {

/** Keeps what a call sent while it ran. */
class RecordingChannel final : public mcp::CallChannel
{
public:
    void progress(const mcp::Progress &progress) override { reports.push_back(progress); }
    void log(mcp::LogLevel, const QString &logger, const QJsonValue &) override { loggers.append(logger); }

    std::vector<mcp::Progress> reports;
    QStringList loggers;
};

inline QJsonObject textBlock(const QString &text)
{
    return {{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), text}};
}

inline QJsonObject asksForName()
{
    using namespace Qt::StringLiterals;
    return {{u"name"_s, QJsonObject{{u"method"_s, u"elicitation/create"_s},
                                    {u"params"_s, QJsonObject{{u"mode"_s, u"form"_s}, {u"message"_s, u"Who?"_s}}}}}};
}

/** Asks for a name first, then greets it; the state counts the rounds. */
inline base::Async<mcp::ToolOutcome> greet(mcp::CallContext context, QJsonObject)
{
    using namespace Qt::StringLiterals;
    if (context.input && context.input->responses.contains("name"_L1)) {
        const QString rounds = QString::number(context.input->state.value("round"_L1).toInt());
        const QString name = context.input->responses.value("name"_L1)["content"_L1]["name"_L1].toString();
        co_return mcp::ContentResult{.content = {textBlock(u"Hello %1 after %2"_s.arg(name, rounds))}};
    }
    co_return mcp::InputRequired{.requests = asksForName(), .state = {{u"round"_s, 1}}};
}

inline base::Async<mcp::ToolOutcome> needSampling(mcp::CallContext, QJsonObject)
{
    using namespace Qt::StringLiterals;
    co_return mcp::MissingCapability{.required = {{u"sampling"_s, QJsonObject()}}};
}

inline base::Async<mcp::ToolOutcome> twoBlocks(mcp::CallContext, QJsonObject)
{
    using namespace Qt::StringLiterals;
    co_return mcp::ContentResult{.content = {textBlock(u"one"_s), textBlock(u"two"_s)},
                                 .kind = mcp::ContentResult::Kind::Error};
}

inline mcp::Tool openTool(const QString &name, const mcp::Tool::OpenHandler &handler)
{
    mcp::Tool tool = sampleTool(name, {});
    tool.outputSchema = {};
    tool.openHandler = handler;
    return tool;
}

/** A reader that gives its variables back, and fails in every way for the right id. */
inline base::Async<QJsonArray> readSample(mcp::CallContext, QString uri, QHash<QString, QString> variables)
{
    using namespace Qt::StringLiterals;
    const QString id = variables.value(u"id"_s);
    if (id == "gone"_L1)
        co_return base::fail({.code = base::Error::Code::NotFound, .message = u"No such sample."_s});
    if (id == "empty"_L1)
        co_return QJsonArray();
    if (id == "down"_L1)
        co_return base::fail({.code = base::Error::Code::Unavailable, .message = u"Cloudflare is away."_s});
    if (id == "throw"_L1)
        throw std::runtime_error("a secret detail");
    co_return QJsonArray{mcp::textContents(uri, u"text/plain"_s, u"text of "_s + id)};
}

inline base::Async<mcp::PromptOutcome> samplePrompt(mcp::CallContext, QHash<QString, QString> values)
{
    using namespace Qt::StringLiterals;
    const QString topic = values.value(u"topic"_s);
    if (topic == "bad"_L1)
        co_return base::fail(
            {.code = base::Error::Code::InvalidArgument, .message = u"Not that."_s, .field = u"topic"_s});
    if (topic == "ask"_L1)
        co_return mcp::InputRequired{.requests = asksForName()};
    co_return mcp::PromptResult{.description = u"About it"_s, .messages = {mcp::userMessage(u"Tell me of "_s + topic)}};
}

/** `typed` times 1, 2, …, 150; or a failure. */
inline base::Async<QStringList> sampleValues(mcp::CallContext, QString typed, QJsonObject others)
{
    using namespace Qt::StringLiterals;
    if (typed == "fail"_L1)
        co_return base::fail({.code = base::Error::Code::PermissionDenied, .message = u"No list."_s});
    if (others.contains("topic"_L1))
        co_return QStringList{others.value("topic"_L1).toString()};
    QStringList values;
    for (int i = 1; i <= 150; ++i)
        values.append(typed + QString::number(i));
    co_return values;
}

inline mcp::Features sampleFeatures()
{
    using namespace Qt::StringLiterals;
    std::vector<mcp::Tool> tools = sampleTools();
    tools.push_back(openTool(u"greet"_s, greet));
    tools.push_back(openTool(u"sampling"_s, needSampling));
    tools.push_back(openTool(u"blocks"_s, twoBlocks));
    std::vector<mcp::Resource> resources{
        {.uri = u"test://fixed"_s, .name = u"fixed"_s, .title = u"Fixed"_s, .reader = readSample},
        {.uri = u"test://items/special"_s, .name = u"special"_s, .mimeType = u"text/plain"_s, .reader = readSample}};
    std::vector<mcp::ResourceTemplate> templates{{.uriTemplate = u"test://items/{id}"_s,
                                                  .name = u"item"_s,
                                                  .reader = readSample,
                                                  .completers = {{u"id"_s, sampleValues}}}};
    std::vector<mcp::Prompt> prompts{
        {.name = u"about"_s,
         .title = u"About"_s,
         .arguments = {{.name = u"topic"_s, .presence = mcp::PromptArgument::Presence::Required},
                       {.name = u"style"_s, .completer = sampleValues}},
         .handler = samplePrompt}};
    return {.tools = mcp::ToolRegistry::create(std::move(tools)).value(),
            .resources = mcp::ResourceRegistry::create(std::move(resources), std::move(templates)).value(),
            .prompts = mcp::PromptRegistry::create(std::move(prompts)).value()};
}

} // namespace tokensmith::test
