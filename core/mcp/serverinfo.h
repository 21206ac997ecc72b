// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace tokensmith::mcp {

/** Name, title and version of this server, as `initialize` and its successor show them. */
[[nodiscard]] QJsonObject serverInfo();

/** A few sentences that tell a model how to work with the tools. */
[[nodiscard]] QString serverInstructions();

} // namespace tokensmith::mcp
