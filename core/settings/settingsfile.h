// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/settings/settings.h"

#include <QJsonObject>

#include <vector>

namespace tokensmith::settings {

/** A member of the file that could not be used, with a sentence that names it, its value and what is accepted. */
using Problems = std::vector<base::Error>;

/** What a JSON object says; a member that is absent or can't be used has its default. */
struct ReadSettings
{
    Settings settings = {};
    Problems problems = {};
    QJsonObject unknown = {}; ///< members of another version: kept when the file is written again
};

[[nodiscard]] ReadSettings fromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const Settings &settings);

} // namespace tokensmith::settings
