// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/methods.h"
#include "core/mcp/product.h"
#include "tests/mcp/samplefeatures.h"
#include "tests/mcp/scriptedservices.h"
#include "tests/support/await.h"

namespace tokensmith::test {

inline QJsonObject token(const QString &id, const QString &name)
{
    using namespace Qt::StringLiterals;
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"status"_s, u"active"_s},
            {u"issued_on"_s, u"2026-01-01T00:00:00Z"_s},
            {u"policies"_s, QJsonArray()}};
}

inline QJsonObject zone(const QString &id, const QString &name)
{
    using namespace Qt::StringLiterals;
    return {{u"id"_s, id}, {u"name"_s, name}, {u"account"_s, QJsonObject{{u"id"_s, kAccount}, {u"name"_s, u"Acme"_s}}}};
}

/** The services, what is offered on them, and the methods that offer it. */
class Product
{
public:
    explicit Product(const QStringList &allowed = {})
        : services(allowed)
    {
        services.connection.setGiven({.token = base::Secret(kBootstrap.toLatin1())});
        services.acceptBootstrap();
    }

    mcp::MethodResult call(const QString &method, const QJsonObject &params)
    {
        using namespace Qt::StringLiterals;
        return await(m_methods.run(*m_methods.find(method), params,
                                   {.client = {.name = u"desk"_s}, .correlationId = "ctm-1", .channel = channel}));
    }

    /** The JSON a resource holds; empty where it can't be read. */
    QJsonObject read(const QString &uri)
    {
        using namespace Qt::StringLiterals;
        const mcp::MethodResult result = call(u"resources/read"_s, {{u"uri"_s, uri}});
        if (!result) {
            qWarning().noquote() << result.error().message;
            return {};
        }
        const QJsonObject contents = result->value("contents"_L1)[0].toObject();
        const bool sound = contents.value("uri"_L1) == uri && contents.value("mimeType"_L1) == "application/json"_L1;
        return sound ? QJsonDocument::fromJson(contents.value("text"_L1).toString().toUtf8()).object() : QJsonObject();
    }

    /** The text of a prompt, or of the error. */
    QString prompt(const QString &name, const QJsonObject &arguments)
    {
        using namespace Qt::StringLiterals;
        const mcp::MethodResult result = call(u"prompts/get"_s, {{u"name"_s, name}, {u"arguments"_s, arguments}});
        if (!result)
            return u"refused: "_s + result.error().message;
        return result->value("messages"_L1)[0]["content"_L1]["text"_L1].toString();
    }

    QStringList complete(const QJsonObject &ref, const QString &argument, const QString &typed,
                         const QJsonObject &others = {})
    {
        using namespace Qt::StringLiterals;
        const mcp::MethodResult result =
            call(u"completion/complete"_s, {{u"ref"_s, ref},
                                            {u"argument"_s, QJsonObject{{u"name"_s, argument}, {u"value"_s, typed}}},
                                            {u"context"_s, QJsonObject{{u"arguments"_s, others}}}});
        return result ? result->value("completion"_L1)["values"_L1].toVariant().toStringList()
                      : QStringList{u"refused"_s};
    }

    ScriptedServices services;
    std::shared_ptr<RecordingChannel> channel = std::make_shared<RecordingChannel>();

private:
    const mcp::Features m_features = mcp::productFeatures(services.toolServices()).value();
    const mcp::Methods m_methods{m_features};
};

} // namespace tokensmith::test
