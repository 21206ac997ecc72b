// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QLatin1StringView>
#include <QString>

#include <array>
#include <span>

namespace tokensmith::search {

/** What a token can be found by with "is:", and what the filter chips stand for. The first six exclude each other. */
enum class Trait : quint16 {
    Active = 1 << 0,
    Pending = 1 << 1, ///< not started yet
    Disabled = 1 << 2,
    Expired = 1 << 3,
    Exposed = 1 << 4,
    Unknown = 1 << 5,
    Expiring = 1 << 6, ///< works or will, and ends within 30 days, however short its life is
    Unused = 1 << 7,   ///< what the rules "unused" and "never-used" find
    Broad = 1 << 8,    ///< reaches every account or zone, all zones of an account, or holds many permissions
    NoIpLimit = 1 << 9,
    NeverExpires = 1 << 10,
    Flagged = 1 << 11, ///< has a finding
};
inline constexpr int kTraits = 12;
Q_DECLARE_FLAGS(Traits, Trait)
Q_DECLARE_OPERATORS_FOR_FLAGS(Traits)

/** A trait and its word in a search. */
struct TraitWord
{
    Trait trait;
    QLatin1StringView word;
};

/** "active", "expiring", "no-ip-limit" … in the order of the enum: the word of bit n is at n. Not translated. */
[[nodiscard]] std::span<const TraitWord> traitWords();
[[nodiscard]] QString traitWord(Trait trait);

/** What that word means, or, for the beginning of one, of all it may become; none for any other text. */
[[nodiscard]] Traits traitsFor(QStringView word);

/** How many tokens have each trait. */
class TraitCounts
{
public:
    void add(Traits traits);
    [[nodiscard]] int all() const { return m_all; }
    [[nodiscard]] int of(Trait trait) const;
    bool operator==(const TraitCounts &) const = default;

private:
    int m_all = 0;
    std::array<int, kTraits> m_counts = {};
};

} // namespace tokensmith::search
