// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxfixture.h"

#include "tests/support/await.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tokensmith::test {

SandboxFixture::SandboxFixture(sandbox::SandboxRouter::Options options)
    : clock(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC))
    , router(sandbox::SandboxWorld(sandbox::SandboxWorld::Options{}, clock), std::move(options))
    , bootstrap(router.world().bootstrapToken().reveal())
{
}

Answer SandboxFixture::get(const QByteArray &path, const QByteArray &secret)
{
    return send({.path = path, .secret = secret});
}

Answer SandboxFixture::post(const QByteArray &path, const QJsonObject &body, const QByteArray &secret)
{
    return send({.method = "POST", .path = path, .body = body, .secret = secret});
}

Answer SandboxFixture::put(const QByteArray &path, const QJsonObject &body, const QByteArray &secret)
{
    return send({.method = "PUT", .path = path, .body = body, .secret = secret});
}

Answer SandboxFixture::remove(const QByteArray &path, const QByteArray &secret)
{
    return send({.method = "DELETE", .path = path, .secret = secret});
}

Answer SandboxFixture::control(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    http::HttpRequest request = fromHere(method, path);
    request.body = body;
    return raw(request);
}

http::HttpRequest SandboxFixture::requestFor(const Call &call) const
{
    const qsizetype mark = call.path.indexOf('?');
    http::HttpRequest request = fromHere(call.method, "/client/v4" + (mark < 0 ? call.path : call.path.left(mark)));
    request.query = mark < 0 ? QByteArray() : call.path.mid(mark + 1);
    request.headers = call.headers;
    request.body = call.body.isEmpty() ? call.rawBody : QJsonDocument(call.body).toJson();
    if (request.header("Authorization").isNull())
        request.headers.append({"Authorization", "Bearer " + (call.secret.isEmpty() ? bootstrap : call.secret)});
    return request;
}

http::HttpRequest SandboxFixture::fromHere(const QByteArray &method, const QByteArray &path)
{
    http::HttpRequest request;
    request.method = method;
    request.path = path;
    request.peer = QHostAddress(QHostAddress::LocalHost);
    return request;
}

Answer SandboxFixture::raw(const http::HttpRequest &request)
{
    const http::HttpReply reply = await(router.handle(request));
    return {.reply = reply, .json = QJsonDocument::fromJson(reply.body).object()};
}

QByteArray SandboxFixture::accountBootstrap(qsizetype index)
{
    return world().accountBootstrapToken(world().accounts().at(index).id).reveal();
}

const sandbox::SandboxToken &SandboxFixture::seeded(const QString &name)
{
    QStringList owners{QString()};
    for (const sandbox::SandboxAccount &account : world().accounts())
        owners.append(account.id);
    for (const QString &owner : std::as_const(owners)) {
        for (const auto *token : world().tokensOf(owner, sandbox::SandboxWorld::Listing::WithExpired)) {
            if (token->name == name)
                return *token;
        }
    }
    qFatal("no such token: %s", qPrintable(name));
}

QString SandboxFixture::group(const QString &name, sandbox::Scope scope)
{
    const qsizetype index = world().groups().indexOf(name, scope);
    return index < 0 ? QString() : world().groups().at(index).id;
}

QJsonObject SandboxFixture::policy(const QString &name, sandbox::Scope scope, const QString &resource,
                                   const QJsonValue &value)
{
    const QJsonArray groups{QJsonObject{{u"id"_s, group(name, scope)}}};
    return {
        {u"effect"_s, u"allow"_s}, {u"resources"_s, QJsonObject{{resource, value}}}, {u"permission_groups"_s, groups}};
}

QJsonObject SandboxFixture::body(const QString &name, const QJsonArray &policies)
{
    return {{u"name"_s, name}, {u"policies"_s, policies}};
}

QString SandboxFixture::zoneResource(qsizetype zone)
{
    return "com.cloudflare.api.account.zone."_L1 + world().zones().at(zone).id;
}

QString SandboxFixture::accountResource(qsizetype index)
{
    return "com.cloudflare.api.account."_L1 + world().accounts().at(index).id;
}

} // namespace tokensmith::test
