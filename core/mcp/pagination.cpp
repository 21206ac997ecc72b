// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/pagination.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

tl::expected<qsizetype, RpcError> firstItem(const PagedList &list, const QJsonValue &cursor, const Seal &seal)
{
    if (cursor.isUndefined())
        return 0;
    const std::optional<QByteArray> content = seal.open(list.name, cursor.toString());
    const qsizetype first = content ? content->toLongLong() : 0;
    if (first < 1 || first >= list.items) {
        return tl::unexpected(RpcError{.code = RpcCode::InvalidParams,
                                       .message = u"Invalid cursor: it was not given out by %1 since this server "
                                                  "started. List again without a cursor."_s.arg(list.name)});
    }
    return first;
}

} // namespace

tl::expected<Page, RpcError> pageOf(const PagedList &list, const QJsonObject &params, const Seal &seal)
{
    const tl::expected<qsizetype, RpcError> first = firstItem(list, params.value("cursor"_L1), seal);
    if (!first)
        return tl::unexpected(first.error());
    Page page{.first = *first, .count = std::min<qsizetype>(list.pageSize, list.items - *first)};
    if (const qsizetype next = page.first + page.count; next < list.items)
        page.nextCursor = seal.seal(list.name, QByteArray::number(next));
    return page;
}

} // namespace tokensmith::mcp
