// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace tokensmith::catalog {

/** Gives accounts and zones their names for people, by id. A missing function or an empty name: the id is shown. */
struct Names
{
    std::function<QString(const QString &)> account = {};
    std::function<QString(const QString &)> zone = {};
};

} // namespace tokensmith::catalog
