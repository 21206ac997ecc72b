// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/httptransport.h"

namespace tokensmith::cloudflare {

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace tokensmith::cloudflare
