// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/httpmessage.h"
#include "core/sandbox/faultcases.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <chrono>

namespace tokensmith::sandbox {

/** What a fault does to an answer. */
enum class FaultAction {
    None, ///< only latency
    Status,
    Named, ///< a refusal out of faultCases()
    HtmlPage,
    Truncate,
    Drop,
    Throttle,        ///< code 971 with HTTP status 200
    RevokeBootstrap, ///< the bootstrap token counts as unknown
};

/** Whether the request takes effect before its answer goes wrong. */
enum class FaultPhase { BeforeEffect, AfterEffect };

struct Fault
{
    FaultAction action = FaultAction::None;
    FaultPhase phase = FaultPhase::BeforeEffect;
    std::chrono::milliseconds latency{0};
    int status = 503;
    int code = 0;         ///< 0: one that fits the status
    QString message = {}; ///< empty: likewise
    int retryAfter = 0;   ///< seconds; 0: no such header
    const FaultCase *named = nullptr;
    QString method = {}; ///< empty: any
    QRegularExpression path = {};
    int times = -1; ///< how often it still happens; negative: until cleared
    QJsonObject source = {};
};

/** The answer a fault puts in the place of the real one, whose headers it keeps. Before the effect `real` has no more.
 */
[[nodiscard]] http::HttpReply faultyReply(const Fault &fault, const http::HttpReply &real);

/** The faults that are switched on. */
class FaultBoard
{
public:
    /**
     * Adds one from JSON: `kind` ("status", "html", "truncate", "drop-before", "drop-after", "throttle",
     * "revoke-bootstrap"; left out: status if there is a `status`, else only latency), or instead of it `name`, a
     * refusal as Cloudflare words it (see faultCases()); `status`, `code`, `message`, `retryAfter`, `latencyMs`,
     * `after` (true: the request takes effect first), and which requests it is for: `method`, `path` (below /client/v4;
     * `*` stands for one segment), `times`. Errors: InvalidArgument naming the member.
     */
    [[nodiscard]] base::Result<base::Done> add(const QJsonObject &json);
    void clear() { m_faults.clear(); }
    [[nodiscard]] QJsonArray toJson() const;

    /** What happens to one request: all fitting latencies added up, and the first fitting fault of another kind. */
    struct Plan
    {
        std::chrono::milliseconds latency{0};
        Fault fault;
    };
    [[nodiscard]] Plan take(const QByteArray &method, const QString &path);

private:
    QList<Fault> m_faults;
};

} // namespace tokensmith::sandbox
