// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <array>

namespace tokensmith::mcp {

/** A form that text arguments take: the regular expression for the schema, the words for a person. */
struct Pattern
{
    QLatin1StringView expression; ///< ECMAScript, anchored, without unbounded repetition (valijson recurses)
    QLatin1StringView words;      ///< completes "Give …"
};

inline constexpr Pattern kCloudflareId{.expression = QLatin1StringView("^[0-9a-f]{32}$"),
                                       .words =
                                           QLatin1StringView("an id of 32 lower-case hexadecimal digits (0-9, a-f)")};
inline constexpr Pattern kLifetime{
    .expression = QLatin1StringView("^(never|[0-9]{1,5}[hdmy])?$"),
    .words = QLatin1StringView("a number with a unit, such as 12h, 30d, 3m (months) or 1y, or \"never\"")};

/** Every form above; a schema that uses one gets its words in error messages. */
inline constexpr std::array kPatterns{kCloudflareId, kLifetime};

} // namespace tokensmith::mcp
