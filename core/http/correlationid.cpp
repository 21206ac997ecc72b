// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/correlationid.h"

#include "core/base/identifiers.h"

#include <algorithm>

namespace tokensmith::http {

namespace {

bool isUsable(QByteArrayView id)
{
    const auto isVisible = [](char c) { return c > ' ' && c < '\x7f'; };
    return !id.isEmpty() && id.size() <= 128 && std::all_of(id.begin(), id.end(), isVisible);
}

} // namespace

CorrelationId::CorrelationId()
    : m_run(base::randomHex(8))
{
}

QByteArray CorrelationId::of(const HttpRequest &request)
{
    QByteArray id = request.header(kHeader);
    if (isUsable(id))
        return id;
    return m_run + '-' + QByteArray::number(++m_count);
}

} // namespace tokensmith::http
