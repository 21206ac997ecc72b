// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/call.h"

namespace tokensmith::mcp {

QByteArray Call::header(QByteArrayView name) const
{
    QByteArray value;
    for (const auto &[one, text] : headers) {
        if (one.size() != name.size() || one.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        value = value.isNull() ? QByteArray("") + text.trimmed() : value + ", " + text.trimmed();
    }
    return value;
}

} // namespace tokensmith::mcp
