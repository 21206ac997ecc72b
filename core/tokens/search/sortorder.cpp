// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/sortorder.h"

#include <algorithm>
#include <compare>
#include <numeric>
#include <optional>

namespace tokensmith::search {

namespace {

/** The first 16 characters of a name, in its order as far as that goes: equal ones need the whole names. */
struct NameStart
{
    quint64 first = 0;
    quint64 second = 0;

    auto operator<=>(const NameStart &) const = default;
};

/** A token with what decides in most comparisons close at hand. */
struct Entry
{
    qint64 key = 0;
    NameStart name = {}; ///< or, once that is known, its rank
    int token = 0;
};

/** A byte for each character. What comes after one that needs more is left out: it can't be told here. */
NameStart startOf(const QString &name)
{
    constexpr qsizetype kBytes = 8;
    constexpr quint64 kMore = 0xFF;
    NameStart start;
    bool goesOn = true;
    for (qsizetype i = 0; i < 2 * kBytes; ++i) {
        const quint64 byte = goesOn && i < name.size() ? std::min<quint64>(name[i].unicode(), kMore) : 0;
        goesOn = goesOn && byte < kMore;
        quint64 &half = i < kBytes ? start.first : start.second;
        half = half << 8U | byte;
    }
    return start;
}

NameStart nameOf(const TokenIndex &index, int token)
{
    return index.hasNameRanks() ? NameStart{.first = index.nameRank(token)} : startOf(index.foldedName(token));
}

/** For each text of the book its place in alphabetical order; equal texts share one. */
std::vector<qint64> ranks(quint32 size, const auto &textOf)
{
    std::vector<quint32> order(size);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return textOf(a) < textOf(b); });
    std::vector<qint64> result(size);
    for (std::size_t i = 1; i < order.size(); ++i)
        result[order[i]] = result[order[i - 1]] + (textOf(order[i - 1]) < textOf(order[i]) ? 1 : 0);
    return result;
}

/** The place of a token's owner, or of its access in words, in alphabetical order. */
std::vector<qint64> wordKeys(const TokenIndex &index, const NameBook &book, const auto &numberOf)
{
    const auto rank = ranks(book.size(), [&](quint32 number) -> const QString & { return book.folded(number); });
    std::vector<qint64> keys(std::size_t(index.size()));
    for (int i = 0; i < index.size(); ++i) {
        const std::optional<quint32> number = numberOf(i);
        keys[std::size_t(i)] = number ? rank[*number] : -1;
    }
    return keys;
}

qint64 findingsKey(const FindingSummary &summary)
{
    return summary.count == 0 ? 0 : (qint64(summary.worst) + 1) * 0x10000 + summary.count;
}

/** What a token is sorted by first; for a name nothing. */
qint64 keyOf(const TokenIndex &index, int token, SortKey key, const TraitJudge &judge)
{
    switch (key) {
    case SortKey::Natural:
        return token;
    case SortKey::Expires:
        return index.facts(token).expires;
    case SortKey::LastUsed:
        return index.facts(token).lastUsed;
    case SortKey::Findings:
        return findingsKey(index.findings(token));
    case SortKey::Status:
        return qint64(judge.status(index.facts(token)));
    case SortKey::Issued:
        return index.facts(token).issued;
    case SortKey::Name:
    case SortKey::Owner:
    case SortKey::Access:
        return 0;
    }
    Q_UNREACHABLE();
}

std::vector<qint64> keysOf(const TokenIndex &index, SortKey key, const QDateTime &now)
{
    if (key == SortKey::Owner)
        return wordKeys(index, index.owners(), [&](int i) { return std::optional(index.facts(i).owner); });
    if (key == SortKey::Access)
        return wordKeys(index, index.accessWords(), [&](int i) {
            return index.hasAccess(i) ? std::optional(index.accessNumber(i)) : std::nullopt;
        });
    const TraitJudge judge(now);
    std::vector<qint64> keys(std::size_t(index.size()));
    for (int i = 0; i < index.size(); ++i)
        keys[std::size_t(i)] = keyOf(index, i, key, judge);
    return keys;
}

bool isBefore(const TokenIndex &index, const Entry &a, const Entry &b)
{
    if (a.name != b.name)
        return a.name < b.name;
    const int byName = index.foldedName(a.token).compare(index.foldedName(b.token));
    return byName != 0 ? byName < 0 : index.id(a.token) < index.id(b.token);
}

} // namespace

std::vector<int> sortedTokens(const TokenIndex &index, SortKey key, Qt::SortOrder order, const QDateTime &now)
{
    const std::vector<qint64> keys = keysOf(index, key, now);
    std::vector<Entry> entries(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        entries[i] = {keys[i], nameOf(index, int(i)), int(i)};
    const bool descending = order == Qt::DescendingOrder;
    if (key == SortKey::Name && descending)
        std::sort(entries.begin(), entries.end(),
                  [&](const Entry &a, const Entry &b) { return isBefore(index, b, a); });
    else
        std::sort(entries.begin(), entries.end(), [&](const Entry &a, const Entry &b) {
            if (a.key != b.key)
                return descending ? b.key < a.key : a.key < b.key;
            return isBefore(index, a, b);
        });
    std::vector<int> result(entries.size());
    std::transform(entries.begin(), entries.end(), result.begin(), [](const Entry &entry) { return entry.token; });
    return result;
}

} // namespace tokensmith::search
