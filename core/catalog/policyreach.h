// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/policy.h"

#include <QString>

#include <map>
#include <set>

namespace tokensmith::catalog {

/** The resources of one or more policies, sorted by kind. Sets, because policies come in any order. */
struct Targets
{
    bool allAccounts = false;
    bool allZones = false;
    bool user = false;
    bool other = false; ///< a resource this version does not know
    std::set<QString> accounts = {};
    std::set<QString> zonesOfAccounts = {}; ///< all zones of these accounts
    std::set<QString> zones = {};
    std::set<QString> buckets = {};
};

void addResources(Targets &targets, const std::vector<model::Resource> &resources);

/**
 * What is allowed ("DNS"), by how ("Edit", "Read", or empty where Cloudflare's name says neither). Cloudflare's "Write"
 * is the dashboard's and our "Edit".
 */
using Permissions = std::map<QString, std::set<QString>>;

void addGroups(Permissions &permissions, const std::vector<model::PermissionGroupRef> &groups);

/** Edit includes Read: a Read beside an Edit of the same thing says nothing. */
void dropImpliedReads(Permissions &permissions);

/** The group's name made fit for one line; its id where it has none. Never empty. */
[[nodiscard]] QString plainName(const model::PermissionGroupRef &group);

[[nodiscard]] QString levelEdit();
[[nodiscard]] QString levelRead();

} // namespace tokensmith::catalog
