// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/sandboxrouter.h"
#include "tests/sandbox/answer.h"
#include "tests/support/fakeclock.h"

namespace tokensmith::test {

/** A simulated Cloudflare at a standing clock (23 November 2026, noon), asked without a network. */
class SandboxFixture
{
public:
    explicit SandboxFixture(sandbox::SandboxRouter::Options options = {});

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
    Answer get(const QByteArray &path, const QByteArray &secret = {});
    Answer post(const QByteArray &path, const QJsonObject &body, const QByteArray &secret = {});
    Answer put(const QByteArray &path, const QJsonObject &body, const QByteArray &secret = {});
    Answer remove(const QByteArray &path, const QByteArray &secret = {});
    /** A request to the control routes, from this machine. */
    Answer control(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});

    [[nodiscard]] http::HttpRequest requestFor(const Call &call) const;
    [[nodiscard]] static http::HttpRequest fromHere(const QByteArray &method, const QByteArray &path);
    Answer raw(const http::HttpRequest &request);

    sandbox::SandboxWorld &world() { return router.world(); }
    /** The account, by its place in the seed: Harbour Labs, Fernhill, Northgate Studio. */
    QByteArray account(qsizetype index = 0) { return world().accounts().at(index).id.toLatin1(); }
    QByteArray accountBootstrap(qsizetype index = 0);
    QByteArray accountTokens(qsizetype index = 0) { return "/accounts/" + account(index) + "/tokens"; }
    /** A seeded token by its name; must exist. */
    const sandbox::SandboxToken &seeded(const QString &name);
    QString group(const QString &name, sandbox::Scope scope);
    /** A policy of one group on one resource. */
    QJsonObject policy(const QString &name, sandbox::Scope scope, const QString &resource,
                       const QJsonValue &value = QStringLiteral("*"));
    /** The body of a create or update. */
    [[nodiscard]] static QJsonObject body(const QString &name, const QJsonArray &policies = {});
    QString zoneResource(qsizetype zone);
    QString accountResource(qsizetype index = 0);

    FakeClock clock;
    sandbox::SandboxRouter router;
    QByteArray bootstrap;
};

} // namespace tokensmith::test
