// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/endpointbinding.h"

#include "core/http/eventstream.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tokensmith::app {

using namespace Qt::StringLiterals;

namespace {

/** Messages of the protocol as events of the answer. */
class EventMessages final : public mcp::MessageStream
{
public:
    explicit EventMessages(std::shared_ptr<http::EventStream> events)
        : m_events(std::move(events))
    {
    }

    void send(const QByteArray &message) override { m_events->send(message); }

private:
    const std::shared_ptr<http::EventStream> m_events;
};

QCoro::Task<http::McpAnswer> answerCall(mcp::Dispatcher *dispatcher, http::McpExchange exchange)
{
    mcp::Call call{.body = exchange.body,
                   .headers = exchange.headers,
                   .client = exchange.client,
                   .correlationId = exchange.correlationId,
                   .cancel = exchange.cancel};
    if (exchange.events)
        call.stream = std::make_shared<EventMessages>(exchange.events);
    const mcp::Answer answer = co_await dispatcher->handle(std::move(call));
    co_return http::McpAnswer{.status = answer.httpStatus, .body = answer.body, .headers = answer.headers};
}

QCoro::Task<http::HttpReply> answerHealth(tokens::HealthProbe *probe)
{
    const base::Result<base::Done> healthy = co_await probe->check();
    QJsonObject body{{u"status"_s, healthy ? u"ok"_s : u"degraded"_s},
                     {u"service"_s, u"tokensmith"_s},
                     {u"version"_s, QStringLiteral(TOKENSMITH_VERSION)}};
    if (!healthy)
        body.insert("error"_L1, healthy.error().message);
    co_return http::HttpReply{.status = healthy ? 200 : 503,
                              .contentType = "application/json",
                              .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

} // namespace

std::function<QCoro::Task<http::McpAnswer>(http::McpExchange)> bindDispatcher(mcp::Dispatcher &dispatcher)
{
    return [&dispatcher](http::McpExchange exchange) { return answerCall(&dispatcher, std::move(exchange)); };
}

std::function<QCoro::Task<http::HttpReply>()> bindHealth(tokens::HealthProbe &probe)
{
    return [&probe] { return answerHealth(&probe); };
}

std::function<QByteArray()> bindTemplates(const catalog::TemplateSet &templates)
{
    QJsonArray list;
    for (const catalog::Template &one : templates.all())
        list.append(QJsonObject{{u"id"_s, one.id}, {u"name"_s, one.name}, {u"description"_s, one.description}});
    const QByteArray body = QJsonDocument(QJsonObject{{u"templates"_s, list}}).toJson(QJsonDocument::Compact);
    return [body] { return body; };
}

} // namespace tokensmith::app
