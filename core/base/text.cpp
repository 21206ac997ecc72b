// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

namespace tokensmith::base {

QString plainLine(QStringView text, qsizetype maxLength)
{
    QString line;
    line.reserve(std::min(text.size(), maxLength) + 1);
    for (const QChar c : text) {
        const auto category = c.category();
        const bool blank = c.isSpace() || category == QChar::Other_Control || category == QChar::Other_Format;
        if (blank && (line.isEmpty() || line.back() == u' '))
            continue;
        line.append(blank ? QChar(u' ') : c);
        if (line.size() > maxLength)
            break;
    }
    if (line.size() > maxLength) {
        line.truncate(maxLength - 1);
        if (line.back().isHighSurrogate())
            line.chop(1);
        line.append(u'…');
    }
    return line.trimmed();
}

} // namespace tokensmith::base
