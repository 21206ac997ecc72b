// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/dispatcher.h"
#include "tests/mcp/scriptedservices.h"
#include "tests/support/await.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tokensmith::test {

inline const QString kAccount = QStringLiteral("a0000000000000000000000000000001");
inline const QString kOtherAccount = QStringLiteral("a0000000000000000000000000000002");
inline const QString kZone = QStringLiteral("20000000000000000000000000000001");
inline const QString kTokenId = QStringLiteral("70000000000000000000000000000001");
inline const QString kSecret = QStringLiteral("cfut_Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyMTIz");
inline const QString kBootstrap = QStringLiteral("cfut_Ym9vdHN0cmFwYm9vdHN0cmFwYm9vdHN0cmFwYm9vdDEy");

/** The whole chain from a protocol message to Cloudflare's endpoints; only Cloudflare itself is a script. */
class ToolBench
{
public:
    explicit ToolBench(const QStringList &allowedAccounts = {}, const QString &bootstrap = kBootstrap)
        : m_services(allowedAccounts)
    {
        m_services.connection.setGiven({.token = base::Secret(bootstrap.toLatin1())});
    }

    /** Scripts what connecting with the user's bootstrap token asks. */
    void acceptBootstrap()
    {
        using namespace Qt::StringLiterals;
        cloudflare.succeed(u"GET /client/v4/user/tokens/verify"_s,
                           QJsonObject{{u"id"_s, kTokenId}, {u"status"_s, u"active"_s}});
        const QJsonObject writes{{u"id"_s, kTokenId}, {u"name"_s, u"API Tokens Write"_s}};
        const QJsonObject policy{
            {u"effect"_s, u"allow"_s}, {u"resources"_s, QJsonObject()}, {u"permission_groups"_s, QJsonArray{writes}}};
        cloudflare.succeed(u"GET /client/v4/user/tokens/"_s + kTokenId,
                           QJsonObject{{u"id"_s, kTokenId},
                                       {u"name"_s, u"bootstrap"_s},
                                       {u"status"_s, u"active"_s},
                                       {u"policies"_s, QJsonArray{policy}}});
    }

    void haveAccounts(const QStringList &ids)
    {
        using namespace Qt::StringLiterals;
        QJsonArray accounts;
        for (const QString &id : ids)
            accounts.append(QJsonObject{{u"id"_s, id}, {u"name"_s, u"Acme"_s}, {u"type"_s, u"standard"_s}});
        cloudflare.succeed(u"GET /client/v4/accounts"_s, accounts, {{u"total_count"_s, accounts.size()}});
    }

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
