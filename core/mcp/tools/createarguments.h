// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/createrequest.h"

#include <QJsonObject>

namespace tokensmith::catalog {
class TemplateSet;
}

namespace tokensmith::mcp {

// The arguments of create_token, which preview_token takes too.

[[nodiscard]] QJsonObject createInput(const catalog::TemplateSet &templates);
[[nodiscard]] tokens::CreateRequest createRequestFrom(const QJsonObject &arguments);

} // namespace tokensmith::mcp
