// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace tokensmith::http {

/** Caps and deadlines of a server. Deadlines are absolute per phase: bytes that trickle in don't extend them. */
struct HttpLimits
{
    qsizetype headerBytes = 16 * 1024;           ///< beyond: 431
    qsizetype headerFields = 64;                 ///< beyond: 431
    qsizetype bodyBytes = 1024 * 1024;           ///< beyond: 413
    int connections = 64;                        ///< beyond: the longest idle one is closed; refused if all are busy
    std::chrono::milliseconds headerTime{5'000}; ///< beyond: 408 (silent so far: closed)
    std::chrono::milliseconds bodyTime{30'000};  ///< beyond: 408
    std::chrono::milliseconds idleTime{60'000};  ///< between requests; beyond: closed
    std::chrono::milliseconds stallTime{30'000}; ///< a client that does not read its answer; beyond: aborted
    std::chrono::milliseconds drainTime{2'000};  ///< after a last answer, for the client to read it and close
};

} // namespace tokensmith::http
