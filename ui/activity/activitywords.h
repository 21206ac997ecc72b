// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/activity.h"
#include "ui/common/badge.h"

namespace tokensmith::ui {

/** An icon, words and a colour for one of the columns. */
struct ActivityMark
{
    QString icon;
    QString words;
    Colour colour = Colour::Text;
    Tone tone = Tone::Neutral; ///< as a badge
};

/** The client's name or "You". Text from outside, fit for one line. */
[[nodiscard]] ActivityMark whoMark(const audit::Activity &activity);

/** "Done", "Approved", … */
[[nodiscard]] ActivityMark endingMark(const audit::Activity &activity);

/** For the head of the details: "Approved by you", "No answer in time". */
[[nodiscard]] Badge endingBadge(const audit::Activity &activity);

/** "Created a token", "Asked to revoke a token", "Too many changes in one minute". */
[[nodiscard]] QString whatWords(const audit::Activity &activity);

/** The token's name, its id where that is not known, "–" where it was about none. */
[[nodiscard]] QString tokenWords(const audit::Activity &activity);

/** "312 ms, after 14 s of waiting"; empty where it isn't known. */
[[nodiscard]] QString tookWords(const audit::Activity &activity);

/** What was done or why it was not, in sentences. */
[[nodiscard]] QString changeWords(const audit::Activity &activity);

/** Who approved or denied it, and where; empty: nobody was asked. */
[[nodiscard]] QString approvalWords(const audit::Activity &activity);

/** "Today", "Yesterday", "Monday, 23 November 2026". */
[[nodiscard]] QString dayTitle(const QDate &day, const QDate &today);

/** A broken chain: at which entry, and what is wrong with it. */
[[nodiscard]] QString chainTitle(const audit::ChainReport &report);
[[nodiscard]] QString chainProblem(const audit::ChainReport &report);

/** "9c40 71be … 02fd". */
[[nodiscard]] QString hashWords(const QByteArray &hash);

} // namespace tokensmith::ui
