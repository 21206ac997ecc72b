// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <array>

namespace tokensmith::http {

/**
 * Tells requests meant for this server from those a web page had sent here (DNS rebinding, cross-site requests).
 *
 * Host must be exactly 127.0.0.1, localhost or [::1] with our port; an Origin, if there is one, http:// and one of
 * these. Programs send no Origin, so any other one ("null" too) is a web page.
 */
class LoopbackGuard
{
public:
    enum class Verdict { Allowed, ForeignHost, ForeignOrigin };

    explicit LoopbackGuard(quint16 port);

    [[nodiscard]] Verdict check(const HttpRequest &request) const;

private:
    [[nodiscard]] bool isOurs(QByteArrayView authority) const;

    std::array<QByteArray, 3> m_authorities;
};

} // namespace tokensmith::http
