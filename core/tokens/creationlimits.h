// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/token.h"
#include "core/tokens/createrequest.h"

#include <QDateTime>

namespace tokensmith::tokens {

/**
 * The parts of a new token that need nobody else: name, start, end and addresses. No policies yet. Errors:
 * InvalidArgument with the argument in `field`.
 */
[[nodiscard]] base::Result<model::TokenSpec> limitsFrom(const CreateRequest &request, const QDateTime &now);

} // namespace tokensmith::tokens
