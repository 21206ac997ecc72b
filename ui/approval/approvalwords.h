// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/approval.h"
#include "ui/common/linediff.h"

#include <QDateTime>
#include <QString>

namespace tokensmith::ui {

// What the approval window says of a request. Pure; names from outside are made fit for one line.

/** "Claude Desktop wants to create a token". */
[[nodiscard]] QString titleOf(const clients::ApprovalRequest &request);

/** "1 min 42 s", "42 s". */
[[nodiscard]] QString countdownWords(std::chrono::seconds left);

/** "Account token of Acme". */
[[nodiscard]] QString ownerWords(const clients::ApprovalFacts &facts);

/** "Until 23 Dec 2026, 10:24 (30 days)". */
[[nodiscard]] QString validWords(const clients::ApprovalFacts &facts, const QDateTime &now);

[[nodiscard]] QString addressWords(const model::IpCondition &condition);

/** A line before and one after for each. */
[[nodiscard]] QList<DiffLine> differenceLines(const std::vector<clients::ApprovalDifference> &differences,
                                              const QDateTime &now);

/** Where a secret would go; `client` is a name from outside. */
[[nodiscard]] clients::ApprovalWords secretWords(clients::SecretDelivery delivery, const QString &client);

} // namespace tokensmith::ui
