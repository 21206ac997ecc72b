// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/callguard.h"

#include <bitset>

namespace tokensmith::mcp {

/** Which classes of tools a key is offered; by the number of the class. */
using OfferedClasses = std::bitset<clients::kCallClasses.size()>;

/** The policy of a key; unlimited where the guard has none. */
[[nodiscard]] clients::ClientPolicy policyFor(const CallGuard &guard, const QString &client);

/** All classes but those denied. */
[[nodiscard]] OfferedClasses offeredTo(const CallGuard &guard, const QString &client);

/** Whether tools of that class are among them. */
[[nodiscard]] bool isOffered(const OfferedClasses &offered, ToolClass toolClass);

/**
 * Nothing, or why the policy refuses this call: its class is denied, or an argument is outside the key's limits. What a
 * limit needs has to be said in the arguments: a call that leaves it open is refused with what to add. Lifetimes are
 * compared from one fixed day, so 1m is 31 days.
 */
[[nodiscard]] std::optional<base::Error> checkPolicy(const clients::ClientPolicy &policy, const Tool &tool,
                                                     const QJsonObject &arguments);

/** The same for what is read in another way than by a tool: it has no arguments, so limited keys are refused. */
[[nodiscard]] std::optional<base::Error> checkReading(const clients::ClientPolicy &policy);

} // namespace tokensmith::mcp
