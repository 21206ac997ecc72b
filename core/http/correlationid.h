// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

namespace tokensmith::http {

/** Names requests, so that a call can be followed from the client's log to ours and to the audit. */
class CorrelationId
{
public:
    static constexpr QByteArrayView kHeader{"X-Correlation-ID"};

    CorrelationId();

    /** The caller's own id if it is 1 to 128 visible ASCII characters; else the next of ours, never used before. */
    [[nodiscard]] QByteArray of(const HttpRequest &request);

private:
    const QByteArray m_run; ///< differs from start to start
    quint64 m_count = 0;
};

} // namespace tokensmith::http
