// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxapi.h"

#include "core/sandbox/authentication.h"

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

constexpr auto kUnknownAccount = "Could not route to this account, perhaps your object identifier is invalid?"_L1;

QUrlQuery queryOf(const http::HttpRequest &request)
{
    QByteArray query = request.query;
    return QUrlQuery(QString::fromLatin1(query.replace('+', "%20")));
}

} // namespace

SandboxApi::SandboxApi(SandboxWorld world, qsizetype requestsPerWindow)
    : m_world(std::move(world))
    , m_limiter(requestsPerWindow)
{
}

QByteArray SandboxApi::newRay()
{
    return m_world.random().hex(16) + "-SBX";
}

QString SandboxApi::routeName(const QByteArray &method, const QString &path) const
{
    const auto match = m_routes.find(method, path);
    return QString::fromLatin1(method) + u' ' + (match ? QString(match->route.path) : u"(no route)"_s);
}

http::HttpReply SandboxApi::answer(const http::HttpRequest &request, const QString &path)
{
    const auto match = m_routes.find(request.method, path);
    http::HttpReply reply;
    if (match) {
        const Caller caller = identify(request, match->route.right);
        const bool known = caller && *caller != nullptr;
        const QString budget = known ? (*caller)->id : u"address "_s + request.peer.toString();
        const RateLimiter::Verdict verdict = m_limiter.count(budget, m_world.now());
        reply = toReply(verdict.blocked ? tl::unexpected(refusal(Refusal::Throttled)) : run(request, *match, caller));
        reply.headers = m_limiter.headers(verdict);
    } else {
        reply = toReply(tl::unexpected(match.error()));
    }
    reply.headers.append({"cf-ray", newRay()});
    return reply;
}

SandboxApi::Caller SandboxApi::identify(const http::HttpRequest &request, Right right) const
{
    if (right == Right::None)
        return nullptr;
    return authenticate(m_world, request, right);
}

ApiResult SandboxApi::run(const http::HttpRequest &request, const RouteTable::Match &match, const Caller &caller)
{
    if (!caller)
        return tl::unexpected(caller.error());
    const ApiCall call{
        .world = m_world, .caller = *caller, .ids = match.ids, .query = queryOf(request), .body = request.body};
    if (call.caller != nullptr)
        m_world.touch(call.caller->id);
    if (!call.owner().isEmpty() && m_world.account(call.owner()) == nullptr)
        return tl::unexpected(ApiError{.status = 404, .code = 7003, .message = kUnknownAccount});
    if (call.caller != nullptr) {
        const QString zone = match.ids.value(u"zone_id"_s);
        if (auto error = denied(m_world, *call.caller, match.route.right, call.owner(), zone))
            return tl::unexpected(*error);
    }
    return match.route.handler(call);
}

} // namespace tokensmith::sandbox
