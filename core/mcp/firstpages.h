// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/methods.h"

#include <functional>
#include <map>

namespace tokensmith::mcp {

/**
 * The first page of every list, as JSON text in the shape of one era. Lists are fixed at start and asked for all the
 * time, so the text is written once and no JSON is built for a request.
 */
class FirstPages
{
public:
    using Shape = std::function<QJsonObject(const Method &, QJsonObject)>;

    /** `shape` makes an era's result of a page; used now only. */
    FirstPages(const Methods &methods, const Shape &shape);

    /** The text, or null where the method is no list or `params` ask for another page. Valid as long as this. */
    [[nodiscard]] const QByteArray *find(const Method &method, const QJsonObject &params) const;

private:
    std::map<Method::Kind, QByteArray> m_texts;
};

/** Whether the method is one of those that Methods::page() answers. */
[[nodiscard]] bool isList(const Method &method);

} // namespace tokensmith::mcp
