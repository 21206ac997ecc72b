// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/policy.h"

#include <QString>

#include <functional>
#include <vector>

namespace tokensmith::ui {

/** Gives the name of an account by its id. */
using AccountName = std::function<QString(const QString &accountId)>;

/** One line for the table: "DNS Edit · 2 zones", "7 permissions · all zones", "Nothing". */
[[nodiscard]] QString accessSummary(const std::vector<model::Policy> &policies);

/** Where some permissions act. */
enum class Reach { Account, Zone, User, Bucket, Other };

/** One paragraph of "What it can do". */
struct AccessPart
{
    Reach reach = Reach::Other;
    model::Policy::Effect effect = model::Policy::Effect::Allow;
    QString where; ///< "In the account Harbour Labs", "Not in 2 zones"
    QString what;  ///< "Edit Workers Scripts and D1. Read Account Settings."
};

/** All that the policies say, denials last. Names are text from outside. */
[[nodiscard]] std::vector<AccessPart> accessParts(const std::vector<model::Policy> &policies,
                                                  const AccountName &accountName);

} // namespace tokensmith::ui
