// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditlog.h"
#include "core/audit/calllog.h"

#include <array>

namespace tokensmith::audit {

/** One thing that happened: a call with the entries it left in the log, an entry by itself, or a call by itself. */
struct Activity
{
    QString key = {};                        ///< tells it apart from all others
    std::vector<NumberedEntry> entries = {}; ///< newest first
    std::optional<CallRow> call = {};        ///< absent: not by a client, or too long ago
};

/** How it ended. */
enum class Ending {
    Done,
    Approved, ///< done after a person said yes
    Denied,   ///< a person said no, or nothing in time
    Refused,  ///< by us
    Failed,
};

/** Each activity is of one kind. */
enum class ActivityKind { Change, Approval, Refusal, Failure, Read };

inline constexpr std::array kActivityKinds{ActivityKind::Change, ActivityKind::Approval, ActivityKind::Refusal,
                                           ActivityKind::Failure, ActivityKind::Read};

[[nodiscard]] Ending endingOf(const Activity &activity);
[[nodiscard]] ActivityKind kindOf(const Activity &activity);

/** When the call ended, or the newest entry was made. */
[[nodiscard]] QDateTime timeOf(const Activity &activity);

/** The key's name; empty: the person at the window. */
[[nodiscard]] QString clientOf(const Activity &activity);

/** The tool's name or what else was done: "create_token". */
[[nodiscard]] QString operationOf(const Activity &activity);

[[nodiscard]] QString tokenIdOf(const Activity &activity);
[[nodiscard]] QString tokenNameOf(const Activity &activity);
[[nodiscard]] QString newTokenIdOf(const Activity &activity);
[[nodiscard]] QString cfRayOf(const Activity &activity);
[[nodiscard]] QString correlationOf(const Activity &activity);
[[nodiscard]] QString errorOf(const Activity &activity);
[[nodiscard]] QString codeOf(const Activity &activity);

/** Whether the text is in its operation, client, token, cf-ray or correlation id; any case. Empty: always. */
[[nodiscard]] bool matches(const Activity &activity, const QString &text);

/** What belongs together has the same key. */
[[nodiscard]] QString keyOf(const NumberedEntry &entry);
[[nodiscard]] QString keyOf(const CallRow &call);

} // namespace tokensmith::audit
