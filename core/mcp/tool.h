// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/approval.h"
#include "core/mcp/outcome.h"

#include <QJsonObject>
#include <QString>

#include <functional>

namespace tokensmith::mcp {

/** What a tool does to the world; policy and approval go by it. */
using ToolClass = clients::CallClass;

/** Hints for the client's own consent dialogue; the protocol's names. */
struct ToolAnnotations
{
    enum class Hint {
        No,
        Yes,
    };
    Hint readOnly = Hint::No;
    Hint destructive = Hint::Yes;
    Hint idempotent = Hint::No;
    Hint openWorld = Hint::Yes; ///< Yes: it reaches Cloudflare
};

/** A tool as a value: what `tools/list` shows and what `tools/call` runs. */
struct Tool
{
    /**
     * Gets arguments that satisfy `inputSchema` and returns what satisfies `outputSchema`. An Error becomes a tool
     * error the model can read; it must hold no secret.
     */
    using Handler = std::function<base::Async<QJsonObject>(CallContext, QJsonObject)>;

    /** The same with everything the protocol allows: content blocks, questions back, refusals. */
    using OpenHandler = std::function<base::Async<ToolOutcome>(CallContext, QJsonObject)>;

    /** What a call would do, for the person who decides. An Error ends the call before anybody is asked. */
    using Explainer = std::function<base::Async<clients::ApprovalEffect>(CallContext, QJsonObject)>;

    using Secret = clients::ApprovalRequest::Secret;

    /** Whether the key's policy counts. */
    enum class Approval {
        ByPolicy,
        Never, ///< it only brings what was decided
    };

    QString name; ///< 1 to 128 of A–Z a–z 0–9 _ . -
    QString title;
    QString description;
    ToolClass toolClass = ToolClass::Read;
    ToolAnnotations annotations = {};
    QJsonObject inputSchema;
    QJsonObject outputSchema = {}; ///< may be empty: none is shown
    Handler handler = {};          ///< exactly one of both is set
    OpenHandler openHandler = {};
    Explainer explain = {}; ///< empty: a person is shown the arguments
    Secret secret = Secret::None;
    Approval approval = Approval::ByPolicy;
};

/** The entry of `tools/list`. */
[[nodiscard]] QJsonObject toJson(const Tool &tool);

/** True where the name has the form the protocol asks for. */
[[nodiscard]] bool isToolName(const QString &name);

} // namespace tokensmith::mcp
