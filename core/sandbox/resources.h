// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/envelope.h"
#include "core/sandbox/sandboxtypes.h"

namespace tokensmith::sandbox {

/** One thing a policy is about, read from the key (and nested map) of its `resources`. */
struct ResourceRef
{
    Scope kind;
    QString account; ///< id, "*" for all, or empty where the key names none
    QString item;    ///< User: the user's id. Zone: id or "*". Bucket: its name

    [[nodiscard]] bool isAll() const { return account == u'*'; }
};

/** Reads a `resources` map. Refuses unknown keys and values, an empty map and a wildcard bucket. */
[[nodiscard]] Checked<QList<ResourceRef>> parseResources(const QJsonObject &resources);

/** What a request wants to touch: the user, an account, or a zone of an account. */
struct Target
{
    Scope kind;
    QString account = {};
    QString item = {}; ///< the user's or zone's id
};

[[nodiscard]] bool covers(const ResourceRef &ref, const Target &target);

} // namespace tokensmith::sandbox
