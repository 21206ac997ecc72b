// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/names.h"
#include "core/model/policy.h"

#include <QHash>

namespace tokensmith::ui {

/** What a token shall be able to do instead, and what the places in it are called. */
struct AccessChange
{
    std::vector<model::Policy> policies = {};
    QHash<QString, QString> placeNames = {}; ///< of accounts and zones by id; text from outside

    /** Those names; for what has none, the id stands. Holds its own copy of them. */
    [[nodiscard]] catalog::Names names() const
    {
        const auto nameOf = [names = placeNames](const QString &id) { return names.value(id); };
        return {.account = nameOf, .zone = nameOf};
    }
};

} // namespace tokensmith::ui
