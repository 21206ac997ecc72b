// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/mcpendpoint.h"
#include "tests/support/gate.h"
#include "tests/support/rawclient.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <stdexcept>

// An MCP endpoint whose service does as the body says, and how to talk to it.
namespace tokensmith::test {

using namespace http;

inline const QByteArray kKey = "the-key-of-the-tester";

inline QCoro::Task<McpAnswer> answerTo(McpExchange exchange, std::optional<McpExchange> *seen, Gate *gate)
{
    *seen = exchange;
    if (exchange.body == "wait")
        co_await gate->opened();
    if (exchange.body == "throw")
        throw std::runtime_error("inner workings");
    if (exchange.body == "notify")
        co_return McpAnswer{.status = 202};
    co_return McpAnswer{.body = "{\"ok\":true}", .headers = {{"X-RateLimit-Remaining", "9"}}};
}

inline QCoro::Task<HttpReply> healthy()
{
    co_return HttpReply{.contentType = "application/json", .body = "{\"status\":\"ok\"}"};
}

/** An endpoint with one key, on a free port, and a way to talk to it. */
struct Fixture
{
    explicit Fixture(HttpLimits limits = {}, const QByteArray &key = kKey)
        : endpoint({.keys = keys,
                    .mcp = [this](McpExchange exchange) { return answerTo(std::move(exchange), &seen, &gate); },
                    .health = healthy,
                    .templates = [] { return QByteArray("{\"templates\":[]}"); }},
                   limits)
    {
        if (!key.isEmpty())
            isReady = keys.add(QStringLiteral("tester"), base::Secret(key));
        port = endpoint.listen(0).value_or(0);
        host = "127.0.0.1:" + QByteArray::number(port);
    }

    QByteArray request(const QByteArray &line, const QByteArray &fields = {}, const QByteArray &body = {}) const
    {
        QByteArray bytes = line + " HTTP/1.1\r\nHost: " + host + "\r\n" + fields;
        if (!body.isEmpty())
            bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        return bytes + "\r\n" + body;
    }

    QByteArray call(const QByteArray &body = "{}", const QByteArray &fields = {}) const
    {
        return request("POST /mcp", "X-API-Key: " + kKey + "\r\nContent-Type: application/json\r\n" + fields, body);
    }

    std::optional<RawReply> ask(const QByteArray &bytes) const { return RawClient(port).ask(bytes); }

    bool stillServes() const
    {
        const auto reply = ask(call());
        return reply && reply->status == 200 && reply->body == "{\"ok\":true}";
    }

    clients::ClientKeys keys;
    std::optional<McpExchange> seen;
    Gate gate;
    McpEndpoint endpoint;
    quint16 port = 0;
    QByteArray host;
    bool isReady = true;
};

/** The sentence of a refusal. */
inline QString messageOf(const RawReply &reply)
{
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    const QJsonValue error = body.value(QLatin1StringView("error"));
    return error.isObject() ? error[QLatin1StringView("message")].toString() : error.toString();
}

} // namespace tokensmith::test
