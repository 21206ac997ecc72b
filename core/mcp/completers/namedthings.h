// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tokensmith::mcp {

/** An account or a zone, as a person may name it. */
struct NamedThing
{
    QString id;
    QString name; ///< Cloudflare's, so anybody's: on one line, never markup
};

using NamedThings = std::vector<NamedThing>;

/**
 * What `typed` may become: names that hold it, in any case, those that begin with it first, each group sorted. A thing
 * whose name is empty or another's too, or whose id begins with what was typed, comes as its id.
 */
[[nodiscard]] QStringList suggestionsFor(const NamedThings &things, const QString &typed);

/**
 * The thing with exactly that id, or the only one of that name in any case: whatever suggestionsFor() gave. Errors:
 * InvalidArgument; `kind` ("account") words them and is their `field`.
 */
[[nodiscard]] base::Result<NamedThing> findNamed(const NamedThings &things, const QString &text, const QString &kind);

} // namespace tokensmith::mcp
