// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/revision.h"

#include "core/mcp/jsonrpc.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using Batches = Revision::Batches;

/** Newest first. A new revision is one line here, and a new era one class beside LegacyEra. */
constexpr std::array kRevisions{
    Revision{.name = "2026-07-28"_L1, .era = Era::Modern},
    Revision{.name = "2025-11-25"_L1, .era = Era::Legacy},
    Revision{.name = "2025-06-18"_L1, .era = Era::Legacy},
    Revision{.name = "2025-03-26"_L1, .era = Era::Legacy, .batches = Batches::Accepted},
    Revision{.name = "2024-11-05"_L1, .era = Era::Legacy, .batches = Batches::Accepted},
};
constexpr const Revision &kLatestLegacy = kRevisions[1];
constexpr const Revision &kAssumed = kRevisions[3];
static_assert(kLatestLegacy.era == Era::Legacy && kAssumed.batches == Batches::Accepted);
constexpr auto kFirstModern = "2026-07-28"_L1;

/** "2026-07-28" in form. Asked for every message: by hand, as an expression costs as much as the rest of the call. */
bool isDate(const QByteArray &text)
{
    constexpr QByteArrayView form("0000-00-00");
    const auto fits = [](char c, char wanted) { return wanted == '0' ? c >= '0' && c <= '9' : c == wanted; };
    return text.size() == form.size() && std::equal(text.cbegin(), text.cend(), form.cbegin(), fits);
}

} // namespace

const Revision &latestLegacyRevision()
{
    return kLatestLegacy;
}

const Revision &assumedRevision()
{
    return kAssumed;
}

std::optional<Revision> findRevision(QStringView name)
{
    for (const Revision &revision : kRevisions) {
        if (name == revision.name)
            return revision;
    }
    return std::nullopt;
}

std::optional<Revision> findLegacyRevision(QStringView name)
{
    const std::optional<Revision> known = findRevision(name);
    return known && known->era == Era::Legacy ? known : std::nullopt;
}

QStringList offeredRevisions(Era era)
{
    QStringList names;
    for (const Revision &revision : kRevisions) {
        if (revision.era == era)
            names += revision.name;
    }
    return names;
}

Era eraOf(const QByteArray &header, const Message &message)
{
    if (message.params.toObject().value("_meta"_L1).toObject().contains(kVersionInMeta))
        return Era::Modern;
    // Dates in this form sort as text.
    return isDate(header) && QLatin1StringView(header) >= kFirstModern ? Era::Modern : Era::Legacy;
}

} // namespace tokensmith::mcp
