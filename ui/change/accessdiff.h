// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/names.h"
#include "core/model/policy.h"

#include <QStringList>

namespace tokensmith::ui {

/** Lines of a comparison. */
struct AccessSides
{
    QStringList before;
    QStringList after;
};

/**
 * What a token can do before and after, a line for each permission and each place: a zone that goes is a line that
 * goes. Many places that stay are counted in one line. One line in all where nothing changes. Pure.
 */
[[nodiscard]] AccessSides accessSides(const std::vector<model::Policy> &before, const std::vector<model::Policy> &after,
                                      const catalog::Names &names);

} // namespace tokensmith::ui
