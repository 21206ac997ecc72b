// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/call.h"

#include <algorithm>

namespace tokensmith::mcp {

QByteArray Call::header(QByteArrayView name) const
{
    const auto at = std::find_if(headers.cbegin(), headers.cend(), [name](const auto &one) {
        return one.first.size() == name.size() && one.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return at == headers.cend() ? QByteArray() : at->second.isNull() ? QByteArray("") : at->second;
}

} // namespace tokensmith::mcp
