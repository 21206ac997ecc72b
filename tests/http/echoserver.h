// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpserver.h"
#include "tests/support/gate.h"
#include "tests/support/rawclient.h"

// What the tests of the server share: handlers that repeat the request, and requests as bytes.
namespace tokensmith::test {

using http::HttpReply;
using http::HttpRequest;
using http::HttpServer;

/** "METHOD target body", at once. */
inline QCoro::Task<HttpReply> echo(HttpRequest request)
{
    QByteArray target = request.path;
    if (!request.query.isEmpty())
        target += '?' + request.query;
    const QByteArray text = request.method + ' ' + target + ' ' + request.body;
    co_return HttpReply{.contentType = "text/plain", .body = text};
}

/** The same, once the gate is open; paths that begin with /now don't wait. */
inline QCoro::Task<HttpReply> echoLate(Gate *gate, HttpRequest request)
{
    if (!request.path.startsWith("/now"))
        co_await gate->opened();
    HttpReply reply = co_await echo(request);
    co_return reply;
}

inline QByteArray get(const QByteArray &target, const QByteArray &fields = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
}

inline QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &fields = {})
{
    const QByteArray length = QByteArray::number(body.size());
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\n" + fields + "Content-Length: " + length + "\r\n\r\n" + body;
}

inline http::HttpHandler lateHandler(Gate &gate)
{
    return [&gate](HttpRequest request) { return echoLate(&gate, std::move(request)); };
}

inline quint16 start(HttpServer &server)
{
    return server.listen(0).value_or(0);
}

/** True if a new client gets its answer. */
inline bool stillServes(const HttpServer &server)
{
    RawClient client(server.port());
    const auto reply = client.ask(get("/now/still"));
    return reply && reply->body == "GET /now/still ";
}

} // namespace tokensmith::test
