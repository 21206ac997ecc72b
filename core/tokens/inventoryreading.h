// SPDX-License-Identifier: GPL-3.0-or-later
// A part of Inventory of its own: only inventory*.cpp include it.
#pragma once

#include "core/tokens/inventory.h"

#include <algorithm>

namespace tokensmith::tokens {

/** What one pass over all lists found. */
struct Inventory::Reading
{
    /** Whose lists there are: every owner in reach, or only as far as could be found out. */
    enum class Reach { Unknown, Known };

    Reach reach = Reach::Unknown;
    std::vector<model::Owner> owners = {}; ///< in the order of tokens()
    std::vector<OwnerTokens> lists = {};   ///< read, and not in tokens() yet
    std::vector<model::Owner> read = {};   ///< whose lists were read
    std::vector<UnreadList> unread = {};
    QString identity = {};
    int connectionNumber = 0; ///< under which bootstrap token
    QDateTime takenOverAt = {};

    [[nodiscard]] bool hasRead(const model::Owner &owner) const
    {
        return std::find(read.begin(), read.end(), owner) != read.end();
    }
};

} // namespace tokensmith::tokens
