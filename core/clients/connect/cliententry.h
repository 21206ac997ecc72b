// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/clients/connect/clientformats.h"
#include "core/clients/connect/entry.h"

#include <QString>

namespace tokensmith::clients::connect {

/** The name our entry has in every client. */
inline constexpr QLatin1StringView kEntryName{"tokensmith"};

/** What a client needs to reach us. */
struct ServerAccess
{
    QString url;           ///< of the endpoint, with /mcp
    base::Secret key = {}; ///< of this client alone
    QString bridge = {};   ///< the path of tokensmith-bridge, for clients that start a command
};

[[nodiscard]] EntryPath entryPath(const ClientFormat &format);

/** Our entry for a client, ready to be written. It holds the key. */
[[nodiscard]] Entry entryFor(const ClientFormat &format, const ServerAccess &access);

/** What an entry in a client's file says; what it doesn't say is empty. */
[[nodiscard]] ServerAccess accessFrom(const ClientFormat &format, const QJsonObject &entry);

} // namespace tokensmith::clients::connect
