// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/jsonrpc.h"
#include "core/mcp/seal.h"

#include <QJsonObject>

namespace tokensmith::mcp {

/** A piece of a list: from the item numbered `first`, `count` of them. */
struct Page
{
    qsizetype first = 0;
    qsizetype count = 0;
    QString nextCursor = {}; ///< empty at the end
};

/** A list to be cut into pages. */
struct PagedList
{
    QLatin1StringView name; ///< what its cursors are good for: the method's name
    qsizetype items = 0;
    int pageSize = 0; ///< at least 1
};

/**
 * The page that `params.cursor` asks for; the first where there is none. Cursors are sealed, so only those given out
 * for the same list since start are taken: InvalidParams for all others, the empty one among them.
 */
[[nodiscard]] tl::expected<Page, RpcError> pageOf(const PagedList &list, const QJsonObject &params, const Seal &seal);

} // namespace tokensmith::mcp
