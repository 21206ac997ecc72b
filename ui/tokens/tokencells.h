// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/search/tokenfacts.h"
#include "ui/common/cell.h"

#include <QDateTime>

namespace tokensmith::ui {

/** The columns of the Tokens page, in their first order; the last two are hidden at first. */
enum class TokenColumn { Name, Owner, Access, Expires, LastUsed, Findings, Status, Created };
inline constexpr int kTokenColumns = int(TokenColumn::Created) + 1;

/** A token and what its cells say besides; only what the asked column needs has to be there. */
struct TokenCellRow
{
    const model::Token &token;
    QDateTime now;
    QString ownerName = {}; ///< fit for one line
    QString access = {};
    search::FindingSummary findings = {};
};

// Pure functions from a token to its cells: words by ui/common/times.h and core/catalog, looks by tokenlook.h.
[[nodiscard]] QString columnTitle(TokenColumn column);
[[nodiscard]] QString cellText(const TokenCellRow &row, TokenColumn column);
[[nodiscard]] QString cellSpoken(const TokenCellRow &row, TokenColumn column); ///< for a screen reader
[[nodiscard]] CellLook cellLook(const TokenCellRow &row, TokenColumn column);

/** Exact times; empty for the other columns: the delegate shows the text itself where it is elided. */
[[nodiscard]] QString cellToolTip(const TokenCellRow &row, TokenColumn column);

} // namespace tokensmith::ui
