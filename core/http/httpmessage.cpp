// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpmessage.h"

namespace tokensmith::http {

QByteArray HttpRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (name.size() == key.size() && name.compare(key, Qt::CaseInsensitive) == 0)
            return value.isNull() ? QByteArray("") : value;
    }
    return {};
}

} // namespace tokensmith::http
