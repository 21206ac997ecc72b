// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokensmith::mcp {

/** One thing wrong with an argument. */
struct Fault
{
    QString path; ///< "ipAllow[2]"; empty for the arguments as a whole
    QString text; ///< a sentence that names the path
};

/** `member` of what stands at `parent`: "limits" + "from" is "limits.from". */
[[nodiscard]] inline QString memberPath(const QString &parent, const QString &member)
{
    return parent.isEmpty() ? member : parent + QLatin1Char('.') + member;
}

/** The item at `index` of the list at `parent`: "ipAllow" + 2 is "ipAllow[2]". */
[[nodiscard]] inline QString itemPath(const QString &parent, qsizetype index)
{
    return parent + QLatin1Char('[') + QString::number(index) + QLatin1Char(']');
}

} // namespace tokensmith::mcp
