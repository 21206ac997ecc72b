// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/clients/clientpolicy.h"
#include "core/model/owner.h"
#include "core/model/token.h"

#include <QCoroTask>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace tokensmith::clients {

/** One value that a call would change. */
struct ApprovalDifference
{
    QString what;
    QStringList before = {}; ///< empty: no limit
    QStringList after = {};
};

/** A sentence or two, the beginning of which matters most. Either part may be empty. */
struct ApprovalWords
{
    QString lead = {};
    QString text = {};
};

/** The token a call is about, as it is or as it would be made, in lines that a window can name. */
struct ApprovalFacts
{
    QString tokenId = {};         ///< empty: it would be new
    QStringList permissions = {}; ///< "DNS Edit"
    QStringList places = {};      ///< "The zone example.com"
    model::Owner owner = {};      ///< and what people call it; empty: not known
    QString ownerName = {};
    std::optional<QDateTime> notBefore = {}; ///< UTC; absent: at once
    std::optional<QDateTime> expiresOn = {}; ///< UTC; absent: never
    model::IpCondition condition = {};
};

/** What a call would do, for the person who decides. Texts of clients and of Cloudflare: show them as plain text. */
struct ApprovalEffect
{
    std::vector<ApprovalWords> sentences = {}; ///< what happens, in plain words
    QJsonObject details = {}; ///< the policies, as JSON; for a call without any: its arguments, but no secret
    std::optional<ApprovalFacts> facts = {}; ///< absent: not about one token, or about one that is not known
    std::vector<ApprovalDifference> differences = {};
    std::vector<ApprovalWords> warnings = {}; ///< worst first
};

/** A call that wants a yes. */
struct ApprovalRequest
{
    /** Whether a token's secret comes of it, so that it can be approved with the secret in the answer. */
    enum class Secret { None, Given };

    QString client = {}; ///< the key's name
    QString tool = {};
    QString title = {}; ///< the tool's, for people
    CallClass callClass = CallClass::Read;
    Secret secret = Secret::None;
    SecretDelivery delivery = SecretDelivery::Hidden; ///< as the key's policy has it; the answer decides
    ApprovalEffect effect = {};
    QByteArray correlationId = {};
};

struct ApprovalAnswer
{
    enum class Verdict {
        Approved,       ///< a secret goes to the keychain, whatever the policy
        ApprovedInline, ///< into the answer as well
        Denied,
        TimedOut,
        TooMany,     ///< too many wait already
        Closed,      ///< locked, the key paused or revoked, or the client hung up
        Unavailable, ///< nobody can be asked here
    };
    Verdict verdict = Verdict::Denied;
    QString reason = {}; ///< of a refusal, for the client: a sentence; may be empty
};

[[nodiscard]] bool isApproved(const ApprovalAnswer &answer);

/** What the client is told of a refusal, and how to go on; `answer` is none of the approvals. */
[[nodiscard]] base::Error errorFor(const ApprovalAnswer &answer, const ApprovalRequest &request);

/** Where a person says yes or no. Nothing that comes from a client can answer. Outlives its tasks. */
class ApprovalGate
{
public:
    ApprovalGate() = default;
    ApprovalGate(const ApprovalGate &) = delete;
    ApprovalGate &operator=(const ApprovalGate &) = delete;
    virtual ~ApprovalGate();

    /** `cancel`: the client hung up; the answer is then Closed. */
    [[nodiscard]] virtual QCoro::Task<ApprovalAnswer> ask(ApprovalRequest request, base::CancelToken cancel) = 0;
};

/** The gate of a program without a window: nobody is there to be asked. */
class DenyingGate final : public ApprovalGate
{
public:
    [[nodiscard]] QCoro::Task<ApprovalAnswer> ask(ApprovalRequest request, base::CancelToken cancel) override;
};

} // namespace tokensmith::clients
