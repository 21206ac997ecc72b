// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/fault.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <vector>

namespace tokensmith::mcp {

/**
 * Sentences for the places where `value` does not satisfy `schema`. A place is the member names and list indices that
 * lead to it from the root. Which places are at fault is the validator's verdict; what to say is read from the schema:
 * missing and unknown members of an object (with "did you mean"), else what was given and what is accepted.
 *
 * The value of a member that is secret (`"writeOnly": true`, or named like a secret) is never shown, nor is text that
 * has the form of a token.
 */
[[nodiscard]] std::vector<Fault> explain(const QJsonObject &schema, const QJsonValue &value,
                                         const std::vector<QStringList> &places);

} // namespace tokensmith::mcp
