// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace tokensmith::mcp {

namespace {

constexpr qsizetype kLongestWord = 64; // keeps the table below small, whatever a client sends

/** Levenshtein's distance, two rows at a time. */
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> above(static_cast<std::size_t>(b.size()) + 1);
    std::iota(above.begin(), above.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        std::vector<qsizetype> row{i + 1};
        row.reserve(above.size());
        for (std::size_t j = 0; j + 1 < above.size(); ++j) {
            const qsizetype cost = a.at(i) == b.at(static_cast<qsizetype>(j)) ? 0 : 1;
            row.push_back(std::min({above[j] + cost, above[j + 1] + 1, row[j] + 1}));
        }
        above = std::move(row);
    }
    return above.back();
}

} // namespace

QString nearest(const QString &word, const QStringList &candidates)
{
    if (word.size() > kLongestWord)
        return {};
    const QString wanted = word.toLower();
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(1, wanted.size() / 3) + 1;
    for (const QString &candidate : candidates) {
        const qsizetype apart = distance(wanted, candidate.toLower());
        if (apart < bestDistance) {
            best = candidate;
            bestDistance = apart;
        }
    }
    return best;
}

} // namespace tokensmith::mcp
