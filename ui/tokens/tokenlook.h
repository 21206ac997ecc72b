// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/token.h"
#include "ui/common/badge.h"

#include <QDateTime>

namespace tokensmith::ui {

/** The state of a token in a shape and a colour; `words` says the same to who sees neither. */
struct StatusMark
{
    QString icon;
    Colour colour = Colour::Text3;
    QString words;       ///< "works", "expires soon", "disabled"
    bool dimmed = false; ///< does not work: its name steps back
};

[[nodiscard]] StatusMark statusMark(const model::Token &token, const QDateTime &now);

/** For the head of the details: "Expires in 12 days", "Working", "Disabled". */
[[nodiscard]] Badge statusBadge(const model::Token &token, const QDateTime &now);

[[nodiscard]] QString ownerIcon(const model::Owner &owner);

/** The time, or an invalid one where there is none: what the functions of ui/common/times.h take. */
[[nodiscard]] QDateTime timeOrNone(const std::optional<QDateTime> &time);

} // namespace tokensmith::ui
