// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloudflare/networktransport.h"
#include "core/sandbox/sandboxserver.h"
#include "core/secrets/memorystore.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"
#include "core/tokens/inventory.h"
#include "core/tokens/reach.h"
#include "core/tokens/tokenchanges.h"
#include "core/tokens/tokenlister.h"
#include "core/tokens/tokenmaker.h"
#include "core/tokens/zones.h"
#include "tests/support/await.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>

namespace tokensmith::test {

using namespace Qt::StringLiterals;

/** The real transport, with requests changed on their way: a Cloudflare that ignores a part of them. */
class IgnoringTransport final : public cloudflare::HttpTransport
{
public:
    explicit IgnoringTransport(cloudflare::HttpTransport &real)
        : m_real(real)
    {
    }

    QString ignored = {};         ///< a member of bodies
    bool dropsLastPolicy = false; ///< of bodies with more than one

    base::Async<cloudflare::HttpAnswer> send(cloudflare::HttpCall call) override
    {
        QJsonObject body = QJsonDocument::fromJson(call.body).object();
        if (!body.isEmpty()) {
            body.remove(ignored);
            QJsonArray policies = body.value("policies"_L1).toArray();
            if (dropsLastPolicy && policies.size() > 1) {
                policies.removeLast();
                body.insert("policies"_L1, policies);
            }
            call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        }
        base::Result<cloudflare::HttpAnswer> answer = co_await m_real.send(call);
        co_return answer;
    }

private:
    cloudflare::HttpTransport &m_real;
};

/** The services that change tokens, against a simulated Cloudflare on loopback. */
struct SandboxedWorld
{
    explicit SandboxedWorld(const QStringList &allowed = {})
        : accounts(api, clock, allowed)
    {
        connection.setGiven({.token = server.bootstrapToken()});
        if (!await(connection.ensure()))
            qFatal("the sandbox does not take its own token");
    }

    /** A seeded token of the user or of an account, by its name. */
    const sandbox::SandboxToken &seeded(const QString &name)
    {
        QStringList owners{QString()};
        for (const sandbox::SandboxAccount &one : server.world().accounts())
            owners.append(one.id);
        for (const QString &owner : owners) {
            for (const sandbox::SandboxToken *token :
                 server.world().tokensOf(owner, sandbox::SandboxWorld::Listing::WithExpired)) {
                if (token->name == name)
                    return *token;
            }
        }
        qFatal("no such seeded token");
    }

    tokens::TokenAddress addressOf(const QString &name)
    {
        const sandbox::SandboxToken &token = seeded(name);
        return {.tokenId = token.id,
                .kind = token.accountId.isEmpty() ? model::Owner::Kind::User : model::Owner::Kind::Account,
                .accountId = token.accountId};
    }

    QJsonObject control(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        QNetworkRequest request(QUrl(server.url().toString() + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
        if (!reply->isFinished())
            QSignalSpy(reply.get(), &QNetworkReply::finished).wait(10'000);
        return QJsonDocument::fromJson(reply->readAll()).object();
    }

    void fault(const QByteArray &json) { control("POST", u"/sandbox/faults"_s, json); }

    /** What was asked of the sandbox since the last time, as "METHOD route": count. */
    QMap<QString, int> asked()
    {
        const QJsonObject now = control("GET", u"/sandbox/state"_s)["requests"_L1]["byRoute"_L1].toObject();
        QMap<QString, int> since;
        for (auto route = now.begin(); route != now.end(); ++route) {
            const int count = route.value().toInt() - m_before.value(route.key()).toInt();
            if (count > 0)
                since.insert(route.key(), count);
        }
        m_before = now;
        return since;
    }

    base::SystemClock clock;
    sandbox::SandboxServer server{sandbox::SandboxServer::Options{}, clock};
    cloudflare::NetworkTransport real{{.userAgent = "tests"}};
    IgnoringTransport transport{real};
    cloudflare::ApiClient api{transport, clock, {.base = apiOf(server), .firstPause = std::chrono::milliseconds(1)}};
    secrets::MemoryStore store;
    tokens::Accounts accounts;
    tokens::ConnectionService connection{api, accounts, store};
    tokens::TokenLister lister{api};
    tokens::Inventory inventory{
        tokens::Inventory::Sources{.lister = lister, .accounts = accounts, .connection = connection, .clock = clock}};
    tokens::Zones zones{api, clock};
    tokens::Reach reach{accounts, zones};
    tokens::TokenMaker maker{{.api = api,
                              .lister = lister,
                              .inventory = inventory,
                              .clock = clock,
                              .lookAgainAfter = std::chrono::milliseconds(1)}};
    tokens::TokenChanges changes{{.api = api,
                                  .accounts = accounts,
                                  .connection = connection,
                                  .inventory = inventory,
                                  .reach = reach,
                                  .maker = maker,
                                  .store = store,
                                  .clock = clock,
                                  .patience = std::chrono::milliseconds(1)}};
    QNetworkAccessManager network;

private:
    static QUrl apiOf(sandbox::SandboxServer &server)
    {
        if (!server.listen(0))
            qFatal("the sandbox does not listen");
        return server.apiBase();
    }

    QJsonObject m_before;
};

} // namespace tokensmith::test
