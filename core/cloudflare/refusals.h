// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>

namespace tokensmith::cloudflare {

/** One error as Cloudflare sends it, as plain text: of an envelope's `errors`, or read off an edge page. */
struct Refusal
{
    int code = 0;          ///< 0: none was sent
    QString said = {};     ///< Cloudflare's sentence, without control characters
    QList<int> chain = {}; ///< codes of its error_chain
};

/** What a refusal means here. */
struct Meaning
{
    base::Error::Code code = base::Error::Code::Internal;
    QString message = {}; ///< what happened and what to do
    enum class Effect {
        None,    ///< nothing was changed
        Unknown, ///< a fault inside Cloudflare: a change may have been made
    };
    Effect effect = Effect::None;
};

/** True where refusals of that kind are known by more than their HTTP status. */
[[nodiscard]] bool isKnown(const Refusal &refusal);

/**
 * The meaning of a refusal: a table of codes, told apart by their text or error_chain where one code has several
 * meanings, and for codes nobody knows the HTTP status. 429 is a rate limit whatever the code.
 * Source: Cloudflare API v4, error codes of tokens and of its edge.
 */
[[nodiscard]] Meaning meaningOf(const Refusal &refusal, int httpStatus);

} // namespace tokensmith::cloudflare
