// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"

#include <QDateTime>

#include <vector>

namespace tokensmith::test {

class FakeTokenSource;

/** The moment at which the sample stands: 23 November 2026, 09:41 UTC. */
[[nodiscard]] QDateTime sampleNow();

/** Sixteen tokens of two accounts and a user: expired, soon, never, unused, disabled, broad. */
[[nodiscard]] std::vector<model::Token> sampleTokens();

/** Gives a source the sample's account names, its tokens, and a list read two minutes ago. */
void fillWithSample(FakeTokenSource &source);

} // namespace tokensmith::test
