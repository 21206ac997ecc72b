// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace tokensmith::http {

/**
 * Caps and deadlines of a server. Deadlines are absolute per phase: bytes that trickle in don't extend them.
 *
 * Why these numbers of connections: at most 64 subscriptions are open (mcp::Subscriptions), each on a connection of its
 * own, and as many calls may run beside them; usually all come from one address, 127.0.0.1. The 64 above that stay free
 * for the other addresses (::1), whatever one of them does. Each may hold a body and an unsent answer (2 MiB), and only
 * with a key; without one a connection holds its header (16 KiB). The cost of more is time: every wake-up polls all.
 */
struct HttpLimits
{
    qsizetype headerBytes = 16 * 1024;              ///< beyond: 431
    qsizetype headerFields = 64;                    ///< beyond: 431
    qsizetype bodyBytes = 1024 * 1024;              ///< beyond: 413
    qsizetype unsentBytes = 1024 * 1024;            ///< of a streamed answer, beyond: aborted
    int connections = 192;                          ///< beyond: the longest idle one is closed; refused if all are busy
    int connectionsPerPeer = 128;                   ///< the same, of one address
    std::chrono::milliseconds headerTime{5'000};    ///< beyond: 408 (silent so far: closed)
    std::chrono::milliseconds bodyTime{30'000};     ///< beyond: 408
    std::chrono::milliseconds idleTime{60'000};     ///< between requests; beyond: closed
    std::chrono::milliseconds stallTime{30'000};    ///< a client that does not read its answer; beyond: aborted
    std::chrono::milliseconds drainTime{2'000};     ///< after a last answer, for the client to read it and close
    std::chrono::milliseconds streamAfter{10'000};  ///< a call without an answer begins its event stream
    std::chrono::milliseconds commentEvery{15'000}; ///< what keeps an open event stream alive
};

} // namespace tokensmith::http
