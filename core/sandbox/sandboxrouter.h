// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"
#include "core/sandbox/sandboxworld.h"

#include <chrono>
#include <functional>
#include <memory>

namespace tokensmith::sandbox {

/**
 * The simulated Cloudflare as one function from request to answer: the API below /client/v4 with the faults that are
 * switched on, and the control routes beside it, from loopback only:
 *
 * `POST /sandbox/faults` (see FaultBoard::add), `GET` and `DELETE` on the same; `GET /sandbox/state`: requests seen by
 * method and route and the most of them at once, tokens by owner. No control route asks for a token; one with an Origin
 * header (a web page) is refused.
 */
class SandboxRouter
{
public:
    struct Options
    {
        qsizetype requestsPerWindow = 1200;   ///< per token, in five minutes
        std::chrono::milliseconds latency{0}; ///< added to every API answer
        std::function<void()> onChanged = {}; ///< called after a change and before its answer; optional
    };

    SandboxRouter(SandboxWorld world, Options options);
    /** Requests still waiting are let go without an answer. */
    ~SandboxRouter();
    Q_DISABLE_COPY_MOVE(SandboxRouter)

    [[nodiscard]] QCoro::Task<http::HttpReply> handle(http::HttpRequest request);

    [[nodiscard]] SandboxWorld &world();

private:
    struct Core; // shared with the requests under way, which may outlive the router for a moment
    std::shared_ptr<Core> m_core;

    static QCoro::Task<http::HttpReply> answer(std::shared_ptr<Core> core, http::HttpRequest request);
};

} // namespace tokensmith::sandbox
