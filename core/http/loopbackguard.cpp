// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/loopbackguard.h"

#include <algorithm>

namespace tokensmith::http {

LoopbackGuard::LoopbackGuard(quint16 port)
    : m_authorities{
        "127.0.0.1:" + QByteArray::number(port),
        "localhost:" + QByteArray::number(port),
        "[::1]:" + QByteArray::number(port),
    }
{
}

LoopbackGuard::Verdict LoopbackGuard::check(const HttpRequest &request) const
{
    if (!isOurs(request.header("Host")))
        return Verdict::ForeignHost;
    const QByteArray origin = request.header("Origin");
    constexpr QByteArrayView scheme("http://");
    const bool isOwnOrigin = origin.startsWith(scheme) && isOurs(QByteArrayView(origin).sliced(scheme.size()));
    return origin.isNull() || isOwnOrigin ? Verdict::Allowed : Verdict::ForeignOrigin;
}

bool LoopbackGuard::isOurs(QByteArrayView authority) const
{
    return std::any_of(m_authorities.begin(), m_authorities.end(),
                       [=](const QByteArray &ours) { return authority == ours; });
}

} // namespace tokensmith::http
