// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/daemonprocess.h"
#include "tests/support/jsonclient.h"

#include <QHash>
#include <QJsonArray>

namespace tokensmith::test {

using namespace Qt::StringLiterals;

inline const QByteArray kKey = "test-key";

/** An answer with its headers. */
struct Reply
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< lower-case names
    QJsonObject json;
};

inline QString textOf(const QJsonObject &result)
{
    return result["content"_L1][0]["text"_L1].toString();
}

inline QByteArray jsonOf(const QJsonObject &result)
{
    return QJsonDocument(result).toJson();
}

/** A large simulated Cloudflare and a daemon in front of it; more daemons can be started on the same one. */
class DefectWorld
{
public:
    bool start()
    {
        return m_cloudflare.start({u"--port"_s, u"0"_s, u"--accounts"_s, u"60"_s, u"--tokens"_s, u"4000"_s})
               && startDaemon(m_daemon);
    }

    bool startDaemon(DaemonProcess &daemon, const DaemonProcess::Environment &more = {})
    {
        daemon.setEnvironment({{u"CLOUDFLARE_BOOTSTRAP_TOKEN"_s, m_cloudflare.member("bootstrapToken")},
                               {u"MCP_API_KEY"_s, QString::fromLatin1(kKey)},
                               {u"RATE_LIMIT_PER_MINUTE"_s, u"1000"_s}});
        daemon.setEnvironment(more);
        return daemon.start({u"--port"_s, u"0"_s, u"--data-dir"_s, daemon.home() + u"/d"_s, u"--api-base"_s,
                             m_cloudflare.member("api")});
    }

    QJsonObject call(const QString &tool, const QJsonObject &arguments)
    {
        return m_client.call(m_daemon.url(), kKey, tool, arguments);
    }

    QJsonObject succeed(const QString &tool, const QJsonObject &arguments)
    {
        const QJsonObject result = call(tool, arguments);
        if (result["isError"_L1].toBool(true))
            qWarning().noquote() << textOf(result);
        return result["structuredContent"_L1].toObject();
    }

    QJsonObject create(const QString &accountId, const QJsonObject &more)
    {
        QJsonObject arguments{{u"type"_s, u"user"_s}, {u"name"_s, u"defect"_s}, {u"accountId"_s, accountId}};
        for (auto member = more.begin(); member != more.end(); ++member)
            arguments.insert(member.key(), member.value());
        return succeed(u"create_token"_s, arguments);
    }

    QUrl control(const QString &path) const
    {
        QUrl url(m_cloudflare.member("api"));
        url.setPath(path);
        return url;
    }
    QJsonObject state() { return m_client.get(control(u"/sandbox/state"_s)).json; }

    /** Raw, for the headers. */
    Reply fetch(const QUrl &url, const QByteArray &body = {})
    {
        QNetworkRequest request(url);
        request.setRawHeader("X-API-Key", kKey);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = body.isNull() ? m_network.get(request) : m_network.post(request, body);
        if (!reply->isFinished())
            static_cast<void>(QSignalSpy(reply, &QNetworkReply::finished).wait(20'000));
        Reply answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                     .headers = {},
                     .json = QJsonDocument::fromJson(reply->readAll()).object()};
        for (const auto &[name, value] : reply->rawHeaderPairs())
            answer.headers.insert(name.toLower(), value);
        reply->deleteLater();
        return answer;
    }

    [[nodiscard]] DaemonProcess &daemon() { return m_daemon; }
    [[nodiscard]] DaemonProcess &cloudflare() { return m_cloudflare; }
    [[nodiscard]] JsonClient &client() { return m_client; }

private:
    DaemonProcess m_cloudflare{u"tokensmith-sandbox"_s};
    DaemonProcess m_daemon{u"tokensmithd"_s};
    JsonClient m_client;
    QNetworkAccessManager m_network;
};

} // namespace tokensmith::test
