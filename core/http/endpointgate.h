// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/clientkeys.h"
#include "core/http/httpmessage.h"
#include "core/http/loopbackguard.h"

#include <optional>
#include <tl/expected.hpp>

namespace tokensmith::http {

enum class PauseState { Running, Paused };

/**
 * Decides from a request's head alone whether it may go on; refusals are worded for the person who will read them.
 *
 * In this order: Host and Origin (403), path (404), method (405), a body where none belongs (413; all but /mcp), key
 * (401, paused 403; /mcp only), pause (503), content type (415).
 */
class EndpointGate
{
public:
    /** `keys` must outlive the gate. */
    explicit EndpointGate(const clients::ClientKeys &keys);

    void setPort(quint16 port) { m_guard = LoopbackGuard(port); }
    void setPaused(PauseState state) { m_pause = state; }
    [[nodiscard]] PauseState pauseState() const { return m_pause; }

    /** The refusal, or nothing. */
    [[nodiscard]] std::optional<HttpReply> check(const HttpRequest &request) const;

    /** The last three checks, for a request to /mcp: who calls, or the refusal. */
    [[nodiscard]] tl::expected<clients::ClientIdentity, HttpReply> authorise(const HttpRequest &request) const;

private:
    [[nodiscard]] std::optional<HttpReply> checkSender(const HttpRequest &request) const;
    [[nodiscard]] HttpReply unauthenticated(const HttpRequest &request) const;

    const clients::ClientKeys &m_keys;
    LoopbackGuard m_guard{0};
    PauseState m_pause = PauseState::Running;
};

/** The headers without those that carry a key. */
[[nodiscard]] HeaderList withoutCredentials(HeaderList headers);

} // namespace tokensmith::http
