// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

namespace tokensmith::base {

namespace {

/** Also beyond the basic plane: tag characters are invisible, and a model reads them all the same. */
bool isBlank(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return QChar::isSpace(c) || category == QChar::Other_Control || category == QChar::Other_Format;
}

} // namespace

QString plainLine(QStringView text, qsizetype maxLength)
{
    QString line;
    line.reserve(std::min(text.size(), maxLength) + 1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = i + 1 < text.size() && text[i].isHighSurrogate() && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        if (pair)
            ++i;
        const bool blank = isBlank(c);
        if (blank && (line.isEmpty() || line.back() == u' '))
            continue;
        if (QChar::isSurrogate(c))
            line.append(QChar::ReplacementCharacter);
        else
            line.append(blank ? QStringView(u" ") : text.sliced(pair ? i - 1 : i, pair ? 2 : 1));
        if (line.size() > maxLength)
            break;
    }
    if (line.size() > maxLength) {
        line.truncate(maxLength - 1);
        if (!line.isEmpty() && line.back().isHighSurrogate())
            line.chop(1);
        line.append(u'…');
    }
    return line.trimmed();
}

} // namespace tokensmith::base
