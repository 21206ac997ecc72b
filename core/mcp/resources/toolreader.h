// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/resource.h"
#include "core/mcp/tool.h"

namespace tokensmith::mcp {

/** The arguments of a tool that answer for an address with these variables; NotFound where nothing can. */
using ArgumentsOf = std::function<base::Result<QJsonObject>(const QHash<QString, QString> &variables)>;

/** A reader that shows what a reading tool answers, as JSON text: one content behind two doors. */
[[nodiscard]] ResourceReader readThrough(const Tool &tool, const ArgumentsOf &argumentsOf);

/** The same with the same arguments for every address. */
[[nodiscard]] ResourceReader readThrough(const Tool &tool, const QJsonObject &arguments = {});

} // namespace tokensmith::mcp
