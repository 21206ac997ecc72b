// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sandbox/permissiongroups.h"
#include "core/sandbox/worldstate.h"

namespace tokensmith::sandbox {

/**
 * A world on disk: one JSON file, readable by its owner only, replaced as a whole or not at all. It holds the sandbox's
 * own invented secrets and nothing else.
 */
class StateFile
{
public:
    explicit StateFile(QString path);

    [[nodiscard]] bool exists() const;

    /** Errors: Unavailable (can't be read), ProtocolError (not a state file, or a newer one); the sentence names the
     * file. */
    [[nodiscard]] base::Result<WorldState> load(const PermissionGroupTable &groups) const;
    /** Errors: Unavailable. */
    [[nodiscard]] base::Result<base::Done> save(const WorldState &state, const PermissionGroupTable &groups) const;

private:
    QString m_path;
};

} // namespace tokensmith::sandbox
