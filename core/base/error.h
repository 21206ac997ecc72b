// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace tokensmith::base {

/**
 * What went wrong, in one value that every module passes on unchanged.
 *
 * Each boundary (Cloudflare's reply, the keychain, JSON-RPC) has one function that makes an Error, each face (window,
 * MCP) one that words it. No member ever holds a secret.
 */
struct Error
{
    /** Canonical codes; every switch over them is exhaustive. */
    enum class Code {
        InvalidArgument,     ///< the caller's input is wrong; `field` names it
        NotFound,            ///< the thing does not exist (any more)
        Unauthenticated,     ///< no valid credential: bootstrap token wrong, revoked, expired or missing
        PermissionDenied,    ///< the credential is valid and may not do this
        RateLimited,         ///< try again after `retryAfter`
        QuotaExceeded,       ///< Cloudflare's limit on the number of tokens
        Unavailable,         ///< the other side can't be reached or failed; nothing happened
        Timeout,             ///< no answer in time; nothing happened
        OutcomeUnknown,      ///< the answer to a change was lost: it may have happened
        ProtocolError,       ///< an answer that can't be understood
        KeychainUnavailable, ///< no keychain service on this session
        KeychainLocked,      ///< the keychain is there and locked
        KeychainDenied,      ///< the person or the system refused access to the keychain
        Cancelled,           ///< asked to stop
        Internal,            ///< a defect of ours
    };

    Code code = Code::Internal;
    QString message = {};   ///< one plain sentence: what happened and what to do
    QString detail = {};    ///< for "Details": what the other side said, stripped of control characters
    QString field = {};     ///< the argument at fault, as the caller named it
    int httpStatus = 0;     ///< 0: no HTTP answer
    int cloudflareCode = 0; ///< first code of Cloudflare's envelope; 0: none
    QString cfRay = {};     ///< Cloudflare's id of the answer
    std::optional<std::chrono::seconds> retryAfter = {};
};

/** Stable lower-case word for a code ("invalid_argument"), for logs and machine-readable answers. */
[[nodiscard]] QLatin1StringView codeName(Error::Code code);

/** True where the same call may succeed later without a change by the caller. */
[[nodiscard]] bool isTransient(Error::Code code);

} // namespace tokensmith::base
