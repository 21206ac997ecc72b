// SPDX-License-Identifier: GPL-3.0-or-later

// The protocol engine. Input: header lines, an empty line, the body of a POST; without an empty line all is body. The
// header "Server: product" has the product answer, without a Cloudflare; else one that can do all the protocol has.
#include "core/mcp/dispatcher.h"
#include "core/mcp/product.h"
#include "tests/fuzz/fuzzing.h"
#include "tests/fuzz/instanttools.h"
#include "tests/mcp/samplefeatures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using fuzz::require;

namespace {

bool isId(const QJsonValue &id)
{
    return id.isNull() || id.isString() || (id.isDouble() && id.toInteger(1) == id.toInteger(2));
}

/** A message of ours is one of JSON-RPC 2.0, whatever it answers. */
void checkMessage(const QJsonValue &value)
{
    const QJsonObject message = value.toObject();
    require(message.value("jsonrpc"_L1) == "2.0"_L1, "a message says jsonrpc 2.0");
    if (message.contains("method"_L1)) {
        require(message.value("method"_L1).isString(), "a method is text");
        return;
    }
    require(message.contains("id"_L1) && isId(message.value("id"_L1)), "an answer has an id of a type there is");
    require(message.contains("result"_L1) != message.contains("error"_L1), "an answer is a result or an error");
    if (message.contains("result"_L1)) {
        require(message.value("result"_L1).isObject(), "a result is an object");
        return;
    }
    const QJsonObject error = message.value("error"_L1).toObject();
    require(error.value("code"_L1).toInteger() < 0, "an error has a code");
    require(fuzz::isOneLine(error.value("message"_L1).toString(u"\n"_s)), "an error has a sentence of one line");
}

/** Every message sent on the way to the answer. */
class CheckedStream final : public mcp::MessageStream
{
public:
    void send(const QByteArray &message) override { checkMessage(fuzz::objectFrom(message)); }
};

void checkAnswer(const mcp::Answer &answer, const QByteArray &body)
{
    require(answer.httpStatus >= 200 && answer.httpStatus < 500, "an HTTP status that blames nothing on the server");
    for (const auto &[name, value] : answer.headers)
        require(fuzz::isOneLine(QString::fromLatin1(name + value)), "headers of one line");
    if (answer.body.isEmpty())
        return require(answer.httpStatus == 202, "no body only where a message is accepted");
    if (answer.body.startsWith('[')) {
        for (const QJsonValue &message : fuzz::arrayFrom(answer.body))
            checkMessage(message);
        return;
    }
    const QJsonObject message = fuzz::objectFrom(answer.body);
    checkMessage(message);
    const QJsonObject asked = QJsonDocument::fromJson(body).object();
    if (message.contains("result"_L1))
        require(message.value("id"_L1) == asked.value("id"_L1), "a result has its request's id");
}

mcp::Call callFrom(QByteArray input)
{
    mcp::Call call{.client = {.name = u"fuzz"_s}, .correlationId = "ctm-fuzz"};
    const qsizetype gap = input.indexOf("\n\n");
    if (gap < 0) {
        call.body = input;
        return call;
    }
    call.body = input.sliced(gap + 2);
    for (const QByteArray &line : input.first(gap).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            call.headers.emplaceBack(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    if (call.header("Accept").contains("text/event-stream"))
        call.stream = std::make_shared<CheckedStream>();
    return call;
}

/** An answer, and whether the client had to hang up for it. */
struct Outcome
{
    enum class Client { Stayed, HungUp };
    mcp::Answer answer = {};
    Client client = Client::Stayed;
};

/** What a dispatcher answers; a call that waits for something is cancelled, as by a client that hangs up. */
Outcome outcomeOf(mcp::Dispatcher &dispatcher, mcp::Call call)
{
    base::CancelSource client;
    call.cancel = client.token();
    std::optional<mcp::Answer> answer;
    const auto running =
        dispatcher.handle(std::move(call)).then([&answer](const mcp::Answer &given) { answer = given; });
    if (answer)
        return {.answer = *answer};
    client.cancel();
    QElapsedTimer waiting;
    for (waiting.start(); !answer && waiting.elapsed() < 5000;)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    require(answer.has_value(), "every call is answered, at the latest when its client is gone");
    return {.answer = *answer, .client = Outcome::Client::HungUp};
}

/** Tells of its progress, then waits until its client is gone. */
base::Async<mcp::ToolOutcome> work(mcp::CallContext context, QJsonObject arguments)
{
    context.log(mcp::LogLevel::Warning, u"work"_s, arguments);
    context.report({.progress = 1, .total = 2, .message = arguments.value("text"_L1).toString()});
    context.report({.progress = 1});
    co_return mcp::ContentResult{.content = {test::textBlock(u"done"_s)}};
}

mcp::Features everyFeature(mcp::ChangeFeed *changes)
{
    std::vector<mcp::Tool> tools = fuzz::instantTools();
    for (mcp::Tool &tool : test::sampleTools())
        tools.push_back(std::move(tool));
    tools.push_back(test::openTool(u"greet"_s, test::greet));
    tools.push_back(test::openTool(u"sampling"_s, test::needSampling));
    tools.push_back(test::openTool(u"blocks"_s, test::twoBlocks));
    tools.push_back(test::openTool(u"work"_s, work));
    mcp::Features features = test::sampleFeatures();
    features.tools = mcp::ToolRegistry::create(std::move(tools)).value();
    features.changes = changes;
    features.logging = mcp::Logging::On;
    features.pageSize = 3;
    return features;
}

void checkCall(mcp::Dispatcher &dispatcher, mcp::Call call)
{
    const QByteArray body = call.body;
    const Outcome outcome = outcomeOf(dispatcher, std::move(call));
    if (outcome.client == Outcome::Client::Stayed || !outcome.answer.body.isEmpty())
        checkAnswer(outcome.answer, body);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static mcp::ChangeFeed changes;
    static mcp::Dispatcher everything(everyFeature(&changes));
    static test::ScriptedServices services({});
    static mcp::Dispatcher product(mcp::productFeatures(services.toolServices()).value());
    mcp::Call call = callFrom(fuzz::bytesFrom(data, size));
    checkCall(call.header("Server") == "product" ? product : everything, std::move(call));
    services.actions.clear();
    services.transport.forgetCalls();
    return 0;
}
