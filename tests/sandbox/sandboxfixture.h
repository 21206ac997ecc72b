// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/sandboxrouter.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tokensmith::test {

/** An answer, taken apart. */
struct Answer
{
    http::HttpReply reply;
    QJsonObject json;

    [[nodiscard]] int status() const { return reply.status; }
    [[nodiscard]] QJsonValue result() const { return json.value(QStringLiteral("result")); }
    [[nodiscard]] QJsonObject object() const { return result().toObject(); }
    [[nodiscard]] QJsonArray list() const { return result().toArray(); }
    [[nodiscard]] QJsonObject error() const { return json.value(QStringLiteral("errors")).toArray().at(0).toObject(); }
    [[nodiscard]] int code() const { return error().value(QStringLiteral("code")).toInt(); }
    [[nodiscard]] QString message() const { return error().value(QStringLiteral("message")).toString(); }
    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : reply.headers) {
            if (name.compare(key, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

/** A simulated Cloudflare at a standing clock, asked without a network. */
class SandboxFixture
{
public:
    explicit SandboxFixture(sandbox::SandboxRouter::Options options = {})
        : clock(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC))
        , router(sandbox::SandboxWorld(sandbox::SandboxWorld::Options{}, clock), std::move(options))
        , bootstrap(router.world().bootstrapToken().reveal())
    {
    }

    struct Call
    {
        QByteArray method = "GET";
        QByteArray path = {}; ///< below /client/v4, with its query
        QJsonObject body = {};
        QByteArray secret = {}; ///< empty: the user's bootstrap token
        http::HeaderList headers = {};
        QByteArray rawBody = {};
    };

    Answer send(const Call &call) { return raw(requestFor(call)); }
    Answer get(const QByteArray &path, const QByteArray &secret = {}) { return send({.path = path, .secret = secret}); }
    Answer post(const QByteArray &path, const QJsonObject &body, const QByteArray &secret = {})
    {
        return send({.method = "POST", .path = path, .body = body, .secret = secret});
    }
    Answer put(const QByteArray &path, const QJsonObject &body, const QByteArray &secret = {})
    {
        return send({.method = "PUT", .path = path, .body = body, .secret = secret});
    }
    Answer remove(const QByteArray &path, const QByteArray &secret = {})
    {
        return send({.method = "DELETE", .path = path, .secret = secret});
    }
    Answer control(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        http::HttpRequest request = fromHere(method, path);
        request.body = body;
        return raw(request);
    }
    static http::HttpRequest fromHere(const QByteArray &method, const QByteArray &path)
    {
        http::HttpRequest request;
        request.method = method;
        request.path = path;
        request.peer = QHostAddress(QHostAddress::LocalHost);
        return request;
    }

    http::HttpRequest requestFor(const Call &call) const
    {
        const qsizetype mark = call.path.indexOf('?');
        http::HttpRequest request = fromHere(call.method, "/client/v4" + (mark < 0 ? call.path : call.path.left(mark)));
        request.query = mark < 0 ? QByteArray() : call.path.mid(mark + 1);
        request.headers = call.headers;
        request.body = call.rawBody;
        if (request.header("Authorization").isNull())
            request.headers.append({"Authorization", "Bearer " + (call.secret.isEmpty() ? bootstrap : call.secret)});
        if (!call.body.isEmpty())
            request.body = QJsonDocument(call.body).toJson();
        return request;
    }

    Answer raw(const http::HttpRequest &request)
    {
        const http::HttpReply reply = await(router.handle(request));
        return {.reply = reply, .json = QJsonDocument::fromJson(reply.body).object()};
    }

    sandbox::SandboxWorld &world() { return router.world(); }
    /** The account, by its place in the seed: Harbour Labs, Fernhill, Northgate Studio. */
    QByteArray account(qsizetype index = 0) { return world().accounts().at(index).id.toLatin1(); }
    QByteArray accountBootstrap(qsizetype index = 0)
    {
        return world().accountBootstrapToken(world().accounts().at(index).id).reveal();
    }
    QByteArray accountTokens(qsizetype index = 0) { return "/accounts/" + account(index) + "/tokens"; }
    /** A seeded token by its name; must exist. */
    const sandbox::SandboxToken &seeded(const QString &name)
    {
        QStringList owners{QString()};
        for (const auto &account : world().accounts())
            owners.append(account.id);
        for (const QString &owner : owners) {
            for (const auto *token : world().tokensOf(owner, sandbox::SandboxWorld::Listing::WithExpired)) {
                if (token->name == name)
                    return *token;
            }
        }
        qFatal("no such token: %s", qPrintable(name));
    }
    QString group(const QString &name, sandbox::Scope scope)
    {
        const auto index = world().groups().indexOf(name, scope);
        return index < 0 ? QString() : world().groups().at(index).id;
    }
    /** A policy of one group on one resource. */
    QJsonObject policy(const QString &name, sandbox::Scope scope, const QString &resource,
                       const QJsonValue &value = QStringLiteral("*"))
    {
        const QJsonArray groups{QJsonObject{{QStringLiteral("id"), group(name, scope)}}};
        return {{QStringLiteral("effect"), QStringLiteral("allow")},
                {QStringLiteral("resources"), QJsonObject{{resource, value}}},
                {QStringLiteral("permission_groups"), groups}};
    }
    QJsonObject body(const QString &name, const QJsonArray &policies = {}) const
    {
        return {{QStringLiteral("name"), name}, {QStringLiteral("policies"), policies}};
    }
    QString zoneResource(qsizetype zone)
    {
        return QStringLiteral("com.cloudflare.api.account.zone.") + world().zones().at(zone).id;
    }
    QString accountResource(qsizetype index = 0)
    {
        return QStringLiteral("com.cloudflare.api.account.") + world().accounts().at(index).id;
    }

    FakeClock clock;
    sandbox::SandboxRouter router;
    QByteArray bootstrap;
};

} // namespace tokensmith::test

// Compares a refusal with what is expected of it.
#define COMPARE_REFUSAL(answer, httpStatus, cloudflareCode)                                                            \
    do {                                                                                                               \
        QCOMPARE((answer).status(), httpStatus);                                                                       \
        QCOMPARE((answer).code(), cloudflareCode);                                                                     \
        QCOMPARE((answer).json.value(QStringLiteral("success")), QJsonValue(false));                                   \
        QVERIFY((answer).json.contains(QStringLiteral("result")) && (answer).result().isNull());                       \
    } while (false)
