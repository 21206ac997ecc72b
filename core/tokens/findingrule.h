// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/findings.h"

#include <QCoreApplication>
#include <QLatin1StringView>

#include <optional>
#include <span>

// What the rules are made of; only for the sources of the findings.
namespace tokensmith::tokens {

struct FindingWords
{
    Q_DECLARE_TR_FUNCTIONS(FindingWords)
};

/** What a rule says; which token it is about is added by the interpreter. */
struct Verdict
{
    model::Severity severity;
    QString title;
    QString sentence;
    model::Fix fix;
};

/** One rule: its id, the states of a token it looks at, and the function. */
struct FindingRule
{
    enum class Looks {
        AtUsable, ///< active, disabled, not started or of unknown state
        AtAll,
    };

    QLatin1StringView id;
    std::optional<Verdict> (*judge)(const model::Token &token, const FindingContext &context);
    Looks looks = Looks::AtUsable;
};

/** Rules on expiry, use and age. */
[[nodiscard]] std::span<const FindingRule> lifetimeRules();

/** Rules on permissions, resources and addresses. */
[[nodiscard]] std::span<const FindingRule> accessRules();

[[nodiscard]] inline bool isBootstrap(const model::Token &token, const FindingContext &context)
{
    return !context.bootstrapTokenId.isEmpty() && token.id == context.bootstrapTokenId;
}

} // namespace tokensmith::tokens
