// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/similarity.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tokensmith::catalog {

namespace {

constexpr double kLikeEnough = 0.5;

using Pairs = std::vector<std::pair<QChar, QChar>>;

Pairs letterPairs(const QString &text)
{
    const QString folded = u' ' + text.toCaseFolded() + u' ';
    Pairs pairs;
    for (qsizetype i = 0; i + 1 < folded.size(); ++i)
        pairs.emplace_back(folded.at(i), folded.at(i + 1));
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
double likeness(const Pairs &one, const Pairs &other)
{
    Pairs common;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
    return 2.0 * double(common.size()) / double(one.size() + other.size());
}

} // namespace

QStringList mostSimilar(const QString &word, const QStringList &candidates, qsizetype most)
{
    const Pairs wanted = letterPairs(word);
    std::vector<std::pair<double, QString>> ranked;
    for (const QString &candidate : candidates) {
        const double like = likeness(wanted, letterPairs(candidate));
        if (like >= kLikeEnough)
            ranked.emplace_back(-like, candidate);
    }
    std::sort(ranked.begin(), ranked.end());
    QStringList names;
    for (const auto &[like, candidate] : ranked)
        names.append(candidate);
    names.removeDuplicates();
    return names.mid(0, most);
}

} // namespace tokensmith::catalog
