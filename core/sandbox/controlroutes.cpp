// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/controlroutes.h"

#include "core/sandbox/tokenjson.h"

#include <QJsonDocument>

#include <numeric>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

http::HttpReply jsonReply(int status, const QJsonObject &json)
{
    return {.status = status,
            .contentType = "application/json",
            .body = QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n'};
}

http::HttpReply problem(int status, const QString &sentence)
{
    return jsonReply(status, {{u"error"_s, sentence}});
}

http::HttpReply faultList(const FaultBoard &faults)
{
    return jsonReply(200, {{u"faults"_s, faults.toJson()}});
}

http::HttpReply addFault(const http::HttpRequest &request, FaultBoard &faults)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return problem(400, u"The body must be a JSON object."_s);
    const auto added = faults.add(document.object());
    return added ? faultList(faults) : problem(400, added.error().message);
}

http::HttpReply stateReport(const FaultBoard &faults, const Traffic &traffic, const SandboxWorld &world)
{
    QJsonObject byRoute;
    const QMap<QString, qsizetype> &counts = traffic.byRoute;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        byRoute.insert(it.key(), it.value());
    const auto tokens = [&](const QString &owner) {
        return world.tokensOf(owner, SandboxWorld::Listing::WithExpired).size();
    };
    QJsonObject byAccount;
    for (const SandboxAccount &account : world.accounts())
        byAccount.insert(account.id, tokens(account.id));
    const qsizetype total = std::accumulate(counts.begin(), counts.end(), qsizetype(0));
    return jsonReply(
        200, {{u"now"_s, timeJson(world.now())},
              {u"requests"_s,
               QJsonObject{{u"total"_s, total}, {u"byRoute"_s, byRoute}, {u"mostAtOnce"_s, traffic.mostAtOnce}}},
              {u"tokens"_s,
               QJsonObject{{u"total"_s, world.tokenCount()}, {u"user"_s, tokens({})}, {u"accounts"_s, byAccount}}},
              {u"faults"_s, faults.toJson()}});
}

} // namespace

http::HttpReply controlReply(const http::HttpRequest &request, FaultBoard &faults, const Traffic &traffic,
                             const SandboxWorld &world)
{
    if (!request.peer.isLoopback() || !request.header("Origin").isNull())
        return problem(403, u"Control routes answer to programs on this machine only."_s);
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (request.path == "/sandbox/faults") {
        if (request.method == "POST")
            return addFault(request, faults);
        if (request.method == "DELETE")
            faults.clear();
        if (reads || request.method == "DELETE")
            return faultList(faults);
        return problem(405, u"Use GET, POST or DELETE."_s);
    }
    if (request.path == "/sandbox/state")
        return reads ? stateReport(faults, traffic, world) : problem(405, u"Use GET."_s);
    return problem(404, u"There is /sandbox/faults and /sandbox/state."_s);
}

} // namespace tokensmith::sandbox
