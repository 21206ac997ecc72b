// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/methods.h"

#include <functional>
#include <map>
#include <utility>

namespace tokensmith::mcp {

/**
 * The first page of every list, as JSON text in the shape of one era. Lists are asked for all the time and differ only
 * by what a key is offered, so each text is written once, when it is first asked for.
 */
class FirstPages
{
public:
    using Shape = std::function<QJsonObject(const Method &, QJsonObject)>;

    /** `shape` makes an era's result of a page; `methods` outlives this. */
    FirstPages(const Methods &methods, Shape shape);

    /** The text, or null where the method is no list or `params` ask for another page. Valid as long as this. */
    [[nodiscard]] const QByteArray *find(const Method &method, const QJsonObject &params,
                                         const clients::ClientIdentity &client) const;

private:
    using Key = std::pair<Method::Kind, unsigned long>; // and the classes offered

    const Methods &m_methods;
    const Shape m_shape;
    mutable std::map<Key, QByteArray> m_texts; // what was written once; at most 16 for each list
};

/** Whether the method is one of those that Methods::page() answers. */
[[nodiscard]] bool isList(const Method &method);

} // namespace tokensmith::mcp
