// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxrouter.h"

#include "core/sandbox/controlroutes.h"
#include "core/sandbox/delay.h"
#include "core/sandbox/sandboxapi.h"

#include <QScopeGuard>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

constexpr QByteArrayView kApiPrefix = "/client/v4";
constexpr QByteArrayView kControlPrefix = "/sandbox/";

http::HttpReply dropped()
{
    return {.connection = http::HttpReply::Connection::Drop};
}

bool isApiPath(const QByteArray &path)
{
    return path.startsWith(kApiPrefix) && (path.size() == kApiPrefix.size() || path[kApiPrefix.size()] == '/');
}

// Makes the bootstrap token one that nobody knows, for this request only.
http::HttpRequest withoutBootstrap(http::HttpRequest request, const SandboxWorld &world)
{
    if (request.header("Authorization").endsWith(world.bootstrapToken().reveal()))
        request.headers = {{"Authorization", "Bearer cfut_revoked-by-a-fault-of-the-sandbox"}};
    return request;
}

} // namespace

struct SandboxRouter::Core
{
    SandboxApi api;
    Options options;
    FaultBoard faults = {};
    Traffic traffic = {};
    QList<Delay *> waiting = {}; // each lives in the frame of its request
    bool closed = false;

    http::HttpReply effect(const http::HttpRequest &request, const QString &path)
    {
        const quint64 before = api.world().revision();
        http::HttpReply reply = api.answer(request, path);
        if (api.world().revision() != before && options.onChanged)
            options.onChanged();
        return reply;
    }

    http::HttpReply carryOut(const Fault &fault, const http::HttpRequest &request, const QString &path)
    {
        if (fault.action == FaultAction::RevokeBootstrap)
            return effect(withoutBootstrap(request, api.world()), path);
        const bool spoilt = fault.action != FaultAction::None && fault.phase == FaultPhase::BeforeEffect;
        return faultyReply(fault,
                           spoilt ? http::HttpReply{.headers = {{"cf-ray", api.newRay()}}} : effect(request, path));
    }
};

SandboxRouter::SandboxRouter(SandboxWorld world, Options options)
    : m_core(std::make_shared<Core>(
        Core{.api = SandboxApi(std::move(world), options.requestsPerWindow), .options = std::move(options)}))
{
}

SandboxRouter::~SandboxRouter()
{
    m_core->closed = true;
    const QList<Delay *> waiting = std::exchange(m_core->waiting, {});
    for (Delay *delay : waiting)
        delay->end();
}

SandboxWorld &SandboxRouter::world()
{
    return m_core->api.world();
}

QCoro::Task<http::HttpReply> SandboxRouter::handle(http::HttpRequest request)
{
    return answer(m_core, std::move(request));
}

QCoro::Task<http::HttpReply> SandboxRouter::answer(std::shared_ptr<Core> core, http::HttpRequest request)
{
    if (request.path.startsWith(kControlPrefix))
        co_return controlReply(request, core->faults, core->traffic, core->api.world());
    const QString path = isApiPath(request.path) ? QString::fromLatin1(request.path.mid(kApiPrefix.size())) : QString();
    ++core->traffic.byRoute[core->api.routeName(request.method, path)];
    core->traffic.mostAtOnce = std::max(core->traffic.mostAtOnce, ++core->traffic.underWay);
    const auto leave = qScopeGuard([core] { --core->traffic.underWay; });
    const FaultBoard::Plan plan = core->faults.take(request.method, path);
    const auto latency = plan.latency + core->options.latency;
    if (latency.count() > 0) {
        Delay delay(latency);
        core->waiting.append(&delay);
        co_await delay.over();
        core->waiting.removeOne(&delay);
        if (core->closed)
            co_return dropped();
    }
    co_return core->carryOut(plan.fault, request, path);
}

} // namespace tokensmith::sandbox
