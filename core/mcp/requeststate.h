// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/seal.h"

#include <QDateTime>
#include <QJsonObject>

namespace tokensmith::mcp {

/** What a request state is bound to: whose call, and which. */
struct StatedCall
{
    QString client; ///< the key's name
    QLatin1StringView method;
    QJsonObject params; ///< only `name`, `uri` and `arguments` of them count
};

/**
 * The `requestState` of an `input_required` answer: `state`, sealed for this client and this very call until
 * `expires`. Source: revision 2026-07-28, "Multi round-trip requests".
 */
[[nodiscard]] QString writeRequestState(const Seal &seal, const StatedCall &call, const QJsonObject &state,
                                        const QDateTime &expires);

/** The state; nothing where the text was forged, is of another client or call, or has expired. */
[[nodiscard]] std::optional<QJsonObject> readRequestState(const Seal &seal, const StatedCall &call, const QString &text,
                                                          const QDateTime &now);

} // namespace tokensmith::mcp
