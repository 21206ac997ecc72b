// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/dispatcher.h"
#include "tests/mcp/opencall.h"
#include "tests/mcp/sampletools.h"
#include "tests/support/await.h"
#include "tests/support/gate.h"

namespace tokensmith::test {

/** A dispatcher with one of everything, and messages for it in both eras. */
class ProtocolBench
{
public:
    explicit ProtocolBench(int pageSize = 100)
        : dispatcher(features(pageSize))
    {
    }

    /** A legacy message; `params` empty: none. */
    [[nodiscard]] static QByteArray legacy(const QByteArray &method, const QByteArray &params = {},
                                           const QByteArray &id = "1")
    {
        return R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + '"'
               + (params.isEmpty() ? QByteArray() : R"(,"params":)" + params) + '}';
    }

    /** A message of 2026-07-28; `params` are members without braces, `meta` more members of `_meta`. */
    [[nodiscard]] static QByteArray modern(const QByteArray &method, const QByteArray &params = {},
                                           const QByteArray &meta = {}, const QByteArray &id = "1")
    {
        const QByteArray envelope = R"("_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
                                    R"("io.modelcontextprotocol/clientCapabilities":{})"
                                    + (meta.isEmpty() ? QByteArray() : ',' + meta) + '}';
        return legacy(method, '{' + envelope + (params.isEmpty() ? QByteArray() : ',' + params) + '}', id);
    }

    [[nodiscard]] static mcp::Headers modernHeaders(const QByteArray &method, const QByteArray &name = {})
    {
        mcp::Headers headers{{"MCP-Protocol-Version", "2026-07-28"}, {"Mcp-Method", method}};
        if (!name.isNull())
            headers.emplaceBack("Mcp-Name", name);
        return headers;
    }

    [[nodiscard]] mcp::Call call(const QByteArray &body, const mcp::Headers &headers = {}) const
    {
        using namespace Qt::StringLiterals;
        return {.body = body,
                .headers = headers,
                .client = {.name = u"tester"_s},
                .correlationId = "ctm-test",
                .stream = stream};
    }

    [[nodiscard]] mcp::Answer send(const QByteArray &body, const mcp::Headers &headers = {})
    {
        return await(dispatcher.handle(call(body, headers)));
    }

    Gate gate; ///< the tool "wait" waits for it
    bool wasCancelled = false;
    mcp::ChangeFeed changes;
    std::shared_ptr<RecordedStream> stream = std::make_shared<RecordedStream>(); ///< null it for JSON only

private:
    [[nodiscard]] mcp::Features features(int pageSize);
    [[nodiscard]] std::vector<mcp::Tool> tools();

public:
    mcp::Dispatcher dispatcher;
};

/** Reports progress 1, 1, 0 and 2 of 2, and logs at two levels. */
inline base::Async<QJsonObject> chatter(mcp::CallContext context, QJsonObject)
{
    using namespace Qt::StringLiterals;
    for (const double step : {1.0, 1.0, 0.0, 2.0})
        context.report({.progress = step, .total = 2.0, .message = u"Step"_s});
    context.log(mcp::LogLevel::Debug, u"sample"_s, u"small"_s);
    context.log(mcp::LogLevel::Warning, u"sample"_s, u"large"_s);
    co_return QJsonObject{};
}

inline base::Async<QJsonObject> waitAtGate(mcp::CallContext context, ProtocolBench *bench)
{
    using namespace Qt::StringLiterals;
    context.report({.progress = 1.0});
    context.cancel.onCancelled(&bench->changes, [bench] { bench->gate.open(); });
    co_await bench->gate.opened();
    bench->wasCancelled = context.cancel.isCancelled();
    context.report({.progress = 2.0});
    if (bench->wasCancelled)
        co_return base::fail({.code = base::Error::Code::Cancelled, .message = u"Stopped."_s});
    co_return QJsonObject{};
}

inline base::Async<QJsonArray> readText(mcp::CallContext, QString uri, QHash<QString, QString>)
{
    using namespace Qt::StringLiterals;
    co_return QJsonArray{mcp::textContents(uri, u"text/plain"_s, u"text"_s)};
}

inline base::Async<mcp::PromptOutcome> makePrompt(mcp::CallContext, QHash<QString, QString>)
{
    using namespace Qt::StringLiterals;
    co_return mcp::PromptOutcome(mcp::PromptResult{.messages = {mcp::userMessage(u"Hello"_s)}});
}

inline std::vector<mcp::Tool> ProtocolBench::tools()
{
    using namespace Qt::StringLiterals;
    std::vector<mcp::Tool> all = sampleTools();
    all.push_back(sampleTool(u"chatter"_s, chatter));
    all.push_back(sampleTool(
        u"wait"_s, [this](mcp::CallContext context, QJsonObject) { return waitAtGate(std::move(context), this); }));
    mcp::Tool mirrored = sampleTool(u"mirrored"_s, echo);
    const QJsonObject text{{u"type"_s, u"string"_s}, {u"x-mcp-header"_s, u"Text"_s}};
    mirrored.inputSchema.insert("properties"_L1, QJsonObject{{u"text"_s, text}});
    all.push_back(std::move(mirrored));
    return all;
}

inline mcp::Features ProtocolBench::features(int pageSize)
{
    using namespace Qt::StringLiterals;
    return {.tools = mcp::ToolRegistry::create(tools()).value(),
            .resources =
                mcp::ResourceRegistry::create({{.uri = u"test://a"_s, .name = u"a"_s, .reader = readText}}, {}).value(),
            .prompts = mcp::PromptRegistry::create({{.name = u"hello"_s, .handler = makePrompt}}).value(),
            .serverInfo = {{u"name"_s, u"sample"_s}, {u"version"_s, u"1"_s}},
            .instructions = u"Be kind."_s,
            .changes = &changes,
            .logging = mcp::Logging::On,
            .pageSize = pageSize};
}

} // namespace tokensmith::test
