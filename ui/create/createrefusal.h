// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace tokensmith::ui {

/** Where in the wizard a refusal is shown. */
enum class RefusedAt { Review, Name, Template, Access, Allow, Deny, Start, End };

struct Refusal
{
    RefusedAt at = RefusedAt::Review;
    QString sentence;
};

/**
 * Where an error belongs, in the words of the window: those of the services speak of arguments, which only programs
 * have. What Cloudflare itself said stays as it is. Pure.
 */
[[nodiscard]] Refusal refusalOf(const base::Error &error);

/** "Not an address. Use one like …" */
[[nodiscard]] QString notAnAddress();

} // namespace tokensmith::ui
