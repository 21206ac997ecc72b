// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientsactions.h"
#include "ui/common/cell.h"
#include "ui/common/policypill.h"

namespace tokensmith::ui {

/** What the Clients page says of keys, clients and changes. Pure; names of keys and accounts are made fit for a line.
 */

/** A call within that time makes a client active. */
inline constexpr std::chrono::minutes kActiveFor{5};

[[nodiscard]] PolicyChoice choiceOf(clients::Permission permission);
[[nodiscard]] clients::Permission permissionOf(PolicyChoice choice);

/** "Read", "Create", … */
[[nodiscard]] QString classWord(clients::CallClass callClass);

/** The name of a key as the table shows it: the operator's says where it is from. */
[[nodiscard]] QString keyTitle(const clients::Client &client);

[[nodiscard]] bool isEditable(const clients::Client &client);
[[nodiscard]] bool isActive(const clients::Client &client, const QDateTime &now);

/** "Now", "3 h ago", "Never", "Paused", with its mark. */
struct SeenWords
{
    QString text;
    CellLook look;
};
[[nodiscard]] SeenWords seenWords(const clients::Client &client, const QDateTime &now);

/** "Harbour Labs only, 2 templates, 30 days at most"; "None". */
[[nodiscard]] QString limitWords(const clients::Client &client, const std::vector<model::Account> &accounts);

/** "30 days" of "30d"; as it is where it can't be read. */
[[nodiscard]] QString lifetimeWords(const QString &lifetime);

/** Why a connected client needs a repair, in two words: "Old port". */
[[nodiscard]] QString driftWords(const clients::connect::ClientConnection &connection);

/** "4 lines added", "1 line added, 1 removed". */
[[nodiscard]] QString changeWords(const ClientChange &change);

/** A path with ~ for the home directory. */
[[nodiscard]] QString shortPath(const QString &path);

/** What a person is told once a policy gives secrets away. */
[[nodiscard]] QString secretsWord(clients::SecretDelivery secrets);

} // namespace tokensmith::ui
