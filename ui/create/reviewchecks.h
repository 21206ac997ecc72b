// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colours.h"
#include "ui/create/draftwords.h"

#include <QDateTime>

#include <vector>

namespace tokensmith::ui {

/** Where in the wizard a check can be met. */
enum class ReviewFix { None, Start, Access, Limits };

/** One line of "Checks": what is good about the token, or what to think twice about. */
struct ReviewCheck
{
    Tone tone = Tone::Ok; ///< Ok, Info or Warn
    QString title;
    QString why;
    ReviewFix fix = ReviewFix::None;
};

/** What the checks look at. Names are text from outside. */
struct ReviewContext
{
    TokenDraft draft = {};
    PlaceNames names = {};
    model::TokenSpec spec = {};
    QString ownerName = {};
    QStringList takenNames = {}; ///< of the owner's other tokens
    QString ownAddress = {};     ///< empty: unknown
    QStringList leftOut = {};    ///< permissions that the template does not take
    QDateTime now = {};
};

/** Warnings first. Pure. */
[[nodiscard]] std::vector<ReviewCheck> reviewChecks(const ReviewContext &context);

/** "203.0.113.24" for "203.0.113.24/32"; ranges stay. */
[[nodiscard]] QString addressWords(const QString &cidr);

} // namespace tokensmith::ui
