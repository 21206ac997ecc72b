// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/callpolicy.h"
#include "core/mcp/features.h"
#include "core/mcp/inputrounds.h"
#include "core/mcp/seal.h"
#include "core/mcp/toolcaller.h"

#include <QCoroTask>
#include <QHash>
#include <QJsonArray>

namespace tokensmith::mcp {

/** A method that means the same in every revision. */
struct Method
{
    enum class Kind {
        ListTools,
        CallTool,
        ListResources,
        ListResourceTemplates,
        ReadResource,
        ListPrompts,
        GetPrompt,
        Complete,
    };
    /** Whether revision 2026-07-28 wants `ttlMs` and `cacheScope` in its result. */
    enum class Cacheable {
        No,
        Yes,
    };
    Kind kind;
    QLatin1StringView name;
    Cacheable cacheable;
    QLatin1StringView nameMember; ///< the parameter `Mcp-Name` repeats ("name", "uri"); empty where none does
};

/**
 * The methods that mean the same in every revision, one table. Results have the shapes of revision 2025-11-25; what a
 * revision adds (resultType, ttlMs, cacheScope, serverInfo) its era adds.
 */
class Methods
{
public:
    /** `features` outlives this and every running call. */
    explicit Methods(const Features &features);

    /** The method of that name where its feature is offered, or null: of a server without prompts, prompts/list too. */
    [[nodiscard]] const Method *find(QStringView name) const;

    /**
     * Answers one request. Errors: InvalidParams for parameters, cursors, names and states we did not give out,
     * Refused (HTTP 429) from the guard, MissingCapability (HTTP 400), InternalError. Where `context` allows rounds,
     * a result may be {resultType: "input_required", inputRequests, requestState}; and `inputResponses` and
     * `requestState` in `params` are checked and handed to the handler.
     */
    [[nodiscard]] QCoro::Task<MethodResult> run(Method method, QJsonObject params, CallContext context) const;

    /** One page of a list, at once; of the tools, those of the classes `offered`. `method.kind` is one of the four
     * lists. */
    [[nodiscard]] MethodResult page(const Method &method, const QJsonObject &params,
                                    OfferedClasses offered = OfferedClasses().set()) const;

    /** What `client` is offered of the tools. */
    [[nodiscard]] OfferedClasses offeredTo(const clients::ClientIdentity &client) const;

    /** tools, resources, prompts, completions: those offered, as empty objects. */
    [[nodiscard]] QJsonObject capabilities() const;

private:
    [[nodiscard]] QJsonArray listed(Method::Kind kind, OfferedClasses offered) const;
    [[nodiscard]] bool isOffered(Method::Kind kind) const;
    [[nodiscard]] QCoro::Task<MethodAnswer> answer(Method method, QJsonObject params, CallContext context) const;

    const Features &m_features;
    const ToolCaller m_tools;
    const QHash<Method::Kind, QJsonArray> m_lists; // every entry, written once
    const Seal m_seal;                             // of cursors and request states; forgotten with this object
};

} // namespace tokensmith::mcp
