// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/search/trait.h"

#include <QtAlgorithms>

namespace tokensmith::search {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kWords = std::to_array<TraitWord>({
    {Trait::Active, "active"_L1},
    {Trait::Pending, "pending"_L1},
    {Trait::Disabled, "disabled"_L1},
    {Trait::Expired, "expired"_L1},
    {Trait::Exposed, "exposed"_L1},
    {Trait::Unknown, "unknown"_L1},
    {Trait::Expiring, "expiring"_L1},
    {Trait::Unused, "unused"_L1},
    {Trait::Broad, "broad"_L1},
    {Trait::NoIpLimit, "no-ip-limit"_L1},
    {Trait::NeverExpires, "never-expires"_L1},
    {Trait::Flagged, "flagged"_L1},
});
static_assert(kWords.size() == kTraits);

std::size_t bitOf(Trait trait)
{
    return qCountTrailingZeroBits(quint16(trait));
}

} // namespace

std::span<const TraitWord> traitWords()
{
    return kWords;
}

QString traitWord(Trait trait)
{
    return kWords.at(bitOf(trait)).word;
}

Traits traitsFor(QStringView word)
{
    Traits begins;
    for (const TraitWord &known : kWords) {
        if (word.compare(known.word, Qt::CaseInsensitive) == 0)
            return known.trait;
        if (!word.isEmpty() && QString(known.word).startsWith(word, Qt::CaseInsensitive))
            begins |= known.trait;
    }
    return begins;
}

void TraitCounts::add(Traits traits)
{
    ++m_all;
    for (quint32 bits = traits.toInt(); bits != 0; bits &= bits - 1)
        ++m_counts[qCountTrailingZeroBits(bits)];
}

int TraitCounts::of(Trait trait) const
{
    return m_counts.at(bitOf(trait));
}

} // namespace tokensmith::search
