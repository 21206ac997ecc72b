// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <algorithm>

namespace tokensmith::base {

using namespace Qt::StringLiterals;

namespace {

bool looksLikeFormula(const QString &text)
{
    return !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
}

QString cell(QString text)
{
    if (looksLikeFormula(text))
        text.prepend(u'\'');
    const bool needsQuotes = std::any_of(text.begin(), text.end(),
                                         [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    return needsQuotes ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

} // namespace

QByteArray csvLine(const QStringList &texts)
{
    QStringList cells;
    for (const QString &text : texts)
        cells += cell(text);
    return cells.join(u',').toUtf8() + "\r\n";
}

} // namespace tokensmith::base
