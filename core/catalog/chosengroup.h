// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/permissiongroup.h"

#include <QString>

namespace tokensmith::catalog {

/** A permission group of the live list, and the one of its scopes it is wanted for. */
struct ChosenGroup
{
    model::PermissionGroup group;
    QString scope;

    bool operator==(const ChosenGroup &) const = default;
};

} // namespace tokensmith::catalog
