// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/chosengroup.h"
#include "core/catalog/templates.h"
#include "core/tokens/createrequest.h"

#include <vector>

namespace tokensmith::tokens {

/** The permission groups a request means, and what a careful person would be told about the choice. */
struct GroupChoice
{
    std::vector<catalog::ChosenGroup> groups;
    QStringList warnings = {};
};

/** A request has to say what the token may do: InvalidArgument where it does not, or contradicts itself. */
[[nodiscard]] base::Result<base::Done> checkChoice(const CreateRequest &request);

/**
 * The groups on the live list: of the template or else the ids, and of the words, each once, without those to leave
 * out. Errors name the argument in `field`.
 */
[[nodiscard]] base::Result<GroupChoice> chooseGroups(const CreateRequest &request, model::Owner::Kind kind,
                                                     const catalog::TemplateSet &templates,
                                                     const std::vector<model::PermissionGroup> &available);

} // namespace tokensmith::tokens
