// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/revision.h"

#include "core/mcp/jsonrpc.h"

#include <QRegularExpression>

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

bool isDate(const QString &text)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(u"[0-9]{4}-[0-9]{2}-[0-9]{2}"_s));
    return form.match(text).hasMatch();
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
    const QString version = QString::fromLatin1(header);
    // Dates in this form sort as text.
    return isDate(version) && version >= kFirstModern ? Era::Modern : Era::Legacy;
}

} // namespace tokensmith::mcp
