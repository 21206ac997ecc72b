// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QUrl>

namespace tokensmith::test {

/** An HTTP answer with its body as JSON. */
struct JsonReply
{
    int status = 0;
    QJsonObject json = {};
};

/** Plain HTTP with JSON, waiting for the answer. */
class JsonClient
{
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    [[nodiscard]] JsonReply get(const QUrl &url, const Headers &headers = {})
    {
        return finish(m_network.get(requestFor(url, headers)));
    }

    [[nodiscard]] JsonReply post(const QUrl &url, const QJsonObject &body, const Headers &headers)
    {
        return postText(url, QJsonDocument(body).toJson(), headers);
    }

    /** What is sent as JSON, be it that or not. */
    [[nodiscard]] JsonReply postText(const QUrl &url, const QByteArray &body, const Headers &headers)
    {
        QNetworkRequest request = requestFor(url, headers);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        return finish(m_network.post(request, body));
    }

    /** The result of a tool call with the client key `key`. */
    [[nodiscard]] QJsonObject call(const QUrl &url, const QByteArray &key, const QString &tool,
                                   const QJsonObject &arguments)
    {
        const QJsonObject params{{QStringLiteral("name"), tool}, {QStringLiteral("arguments"), arguments}};
        const QJsonObject body{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                               {QStringLiteral("id"), 1},
                               {QStringLiteral("method"), QStringLiteral("tools/call")},
                               {QStringLiteral("params"), params}};
        return post(url, body, {{"X-API-Key", key}}).json.value(QStringLiteral("result")).toObject();
    }

private:
    static QNetworkRequest requestFor(const QUrl &url, const Headers &headers)
    {
        QNetworkRequest request(url);
        request.setTransferTimeout(20'000);
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        return request;
    }

    static JsonReply finish(QNetworkReply *reply)
    {
        if (!reply->isFinished())
            static_cast<void>(QSignalSpy(reply, &QNetworkReply::finished).wait(20'000));
        const JsonReply answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                               .json = QJsonDocument::fromJson(reply->readAll()).object()};
        reply->deleteLater();
        return answer;
    }

    QNetworkAccessManager m_network;
};

} // namespace tokensmith::test
