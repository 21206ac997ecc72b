// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colours.h"

#include <QDateTime>
#include <QString>

namespace tokensmith::ui {

/**
 * Times in words. Pure: both times are given, whatever their zone; dates and hours are shown in the local one. An
 * invalid time means that there is none.
 */

/** How soon an end needs attention: more than 30 days or never, within 30, within 7, over. */
enum class Urgency { None, Soon, Urgent, Over };

[[nodiscard]] Urgency urgencyOf(const QDateTime &ends, const QDateTime &now);
[[nodiscard]] Tone toneOf(Urgency urgency);

/** For a column: "in 12 days", "in 6 hours", "in 3 months", "2 days ago", "Never". Never says more time than is left.
 */
[[nodiscard]] QString expiryWords(const QDateTime &ends, const QDateTime &now);

/** For a column: "4 min ago", "2 h ago", "Yesterday", "21 d ago", "Never". */
[[nodiscard]] QString lastUsedWords(const QDateTime &used, const QDateTime &now);

/** Inside a sentence: "just now", "2 min ago", "3 h ago", "yesterday", "5 days ago". */
[[nodiscard]] QString agoWords(const QDateTime &time, const QDateTime &now);

/** Exact: "Today, 09:37", "Yesterday, 18:02", "5 Dec 2026, 10:00"; empty for no time. */
[[nodiscard]] QString exactWords(const QDateTime &time, const QDateTime &now);

/** A day: "5 Jun", or "5 Jun 2025" in another year than today's. */
[[nodiscard]] QString dayWords(const QDateTime &time, const QDateTime &now);

/** Since when, inside a sentence: "09:12 today", "18:02 yesterday", "09:12 on 5 Jun". */
[[nodiscard]] QString sinceWords(const QDateTime &time, const QDateTime &now);

} // namespace tokensmith::ui
