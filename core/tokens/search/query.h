// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace tokensmith::search {

/** What a term of a search looks at. */
enum class Field {
    Text, ///< no operator: the name, the owner's name or the beginning of the id
    Is,
    Owner,
    Perm,
    Zone,
    Name,
    Id,
    Expires,
    Unused,
};

/** One condition of a search, and where it stands in the text that was typed. */
struct Term
{
    enum class Sign { With, Without };

    Field field = Field::Text;
    Sign sign = Sign::With;
    QString value = {}; ///< without quotes; empty: not finished yet, leaves nothing out
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const Term &) const = default;
};

/** All of which must hold. */
using Query = std::vector<Term>;

/**
 * Reads a search. Terms are parted by white space; `field:value` with a known field (in any letter case) looks at that
 * field, anything else is text; '-' in front negates; quotes keep white space in a value, and a term that begins with
 * one is text. Never fails: a quote that is not closed reaches to the end.
 */
[[nodiscard]] Query parseQuery(QStringView text);

/** A field's operator. */
struct FieldWord
{
    Field field;
    QLatin1StringView word; ///< "expires": without the colon
};
[[nodiscard]] std::span<const FieldWord> fieldWords();

/** The field of that name, in any letter case. */
[[nodiscard]] std::optional<Field> fieldNamed(QStringView word);

/** The term as it is typed: "-owner:\"Harbour Labs\"". A value with quotes in it can't be typed; they are left out. */
[[nodiscard]] QString typed(const Term &term);

} // namespace tokensmith::search
