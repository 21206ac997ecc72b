// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QStringList>

#include <optional>

namespace tokensmith::mcp {

struct Message;

/** The two shapes of the protocol on the wire. */
enum class Era {
    Legacy, ///< up to 2025-11-25: initialize first, state in the connection or none
    Modern, ///< since 2026-07-28: every request says what it speaks; no initialize
};

/** One revision of the Model Context Protocol that this server offers. */
struct Revision
{
    enum class Batches {
        Refused,
        Accepted,
    };

    QLatin1StringView name;
    Era era;
    Batches batches = Batches::Refused; ///< several messages in one body
};

/** What `initialize` answers to a client that asks for a revision we don't offer. */
[[nodiscard]] const Revision &latestLegacyRevision();

/** What a legacy message speaks that doesn't say so: the last revision without the MCP-Protocol-Version header. */
[[nodiscard]] const Revision &assumedRevision();

/** The offered revision of that name, or nothing. */
[[nodiscard]] std::optional<Revision> findRevision(QStringView name);

/** Names of the offered revisions of one era, newest first. */
[[nodiscard]] QStringList offeredRevisions(Era era);

/** The same, where it is of the legacy era. */
[[nodiscard]] std::optional<Revision> findLegacyRevision(QStringView name);

/** The member of `_meta` by which a request says what it speaks, since 2026-07-28. */
inline constexpr QLatin1StringView kVersionInMeta{"io.modelcontextprotocol/protocolVersion"};

/**
 * The one place that tells the eras apart. Modern: the message's `_meta` names a protocol version (also an unknown
 * one), or the header names 2026-07-28 or later. `header` is null where it was absent.
 */
[[nodiscard]] Era eraOf(const QByteArray &header, const Message &message);

} // namespace tokensmith::mcp
