// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/dispatcher.h"
#include "tests/mcp/scriptedservices.h"
#include "tests/support/await.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tokensmith::test {

/** The whole chain from a protocol message to Cloudflare's endpoints; only Cloudflare itself is a script. */
class ToolBench
{
public:
    explicit ToolBench(const QStringList &allowedAccounts = {}, const QString &bootstrap = kBootstrap)
        : m_services(allowedAccounts)
    {
        m_services.connection.setGiven({.token = base::Secret(bootstrap.toLatin1())});
    }

    void acceptBootstrap() { m_services.acceptBootstrap(); }
    void haveAccounts(const QStringList &ids) { m_services.haveAccounts(ids); }

    /** The result object of one tools/call; empty where the call was no success of JSON-RPC. */
    QJsonObject call(const QString &tool, const QJsonObject &arguments)
    {
        using namespace Qt::StringLiterals;
        const QJsonObject message{{u"jsonrpc"_s, u"2.0"_s},
                                  {u"id"_s, 1},
                                  {u"method"_s, u"tools/call"_s},
                                  {u"params"_s, QJsonObject{{u"name"_s, tool}, {u"arguments"_s, arguments}}}};
        const mcp::Answer answer =
            await(m_dispatcher.handle({.body = mcp::compactJson(message), .correlationId = "ctm-test"}));
        return QJsonDocument::fromJson(answer.body).object().value("result"_L1).toObject();
    }

    /** The structured result of a call that has to succeed and to fit the tool's own output schema; else empty. */
    QJsonObject succeed(const QString &tool, const QJsonObject &arguments)
    {
        const QJsonObject result = call(tool, arguments);
        const QJsonObject structured = result.value(QLatin1StringView("structuredContent")).toObject();
        if (result.value(QLatin1StringView("isError")).toBool(true)) {
            qWarning().noquote() << QJsonDocument(result).toJson();
            return {};
        }
        const auto schema = mcp::Schema::compile(tools().find(tool)->tool.outputSchema);
        const auto fits = schema->validate(structured);
        if (!fits)
            qWarning().noquote() << fits.error().message;
        const QString text = result.value(QLatin1StringView("content"))[0][QLatin1StringView("text")].toString();
        const bool sameText = QJsonDocument::fromJson(text.toUtf8()).object() == structured;
        return fits && sameText ? structured : QJsonObject();
    }

    /** The text of a call that has to fail; empty where it did not. */
    QString fail(const QString &tool, const QJsonObject &arguments)
    {
        const QJsonObject result = call(tool, arguments);
        if (!result.value(QLatin1StringView("isError")).toBool(false))
            return {};
        return result.value(QLatin1StringView("content"))[0][QLatin1StringView("text")].toString();
    }

    /** What was reported of creations. */
    [[nodiscard]] const std::vector<tokens::TokenAction> &actions() const { return m_services.actions; }

    [[nodiscard]] const mcp::ToolRegistry &tools() const { return m_dispatcher.tools(); }

private:
    ScriptedServices m_services;

public:
    ScriptedTransport &cloudflare = m_services.transport;

private:
    mcp::Dispatcher m_dispatcher{{.tools = mcp::ToolRegistry::create(m_services.tools()).value()}};
};

} // namespace tokensmith::test
