// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace tokensmith::mcp {

/**
 * A URI template of RFC 6570 level 1: literal text and simple expressions `{name}`. Read backwards: which values of
 * the variables give this URI? A value is one or more characters that are unreserved or percent-encoded, so it never
 * holds a "/".
 */
class UriTemplate
{
public:
    /** Errors: InvalidArgument for unbalanced braces, operators, names given twice, two expressions side by side. */
    [[nodiscard]] static base::Result<UriTemplate> parse(const QString &text);

    /** The variables' values, percent-decoded; nothing where `uri` does not come from this template. */
    [[nodiscard]] std::optional<QHash<QString, QString>> match(const QString &uri) const;

    /** In the order they stand. */
    [[nodiscard]] const QStringList &variables() const { return m_variables; }

private:
    UriTemplate() = default;

    QStringList m_literals; ///< one more than variables: before the first, between, after the last
    QStringList m_variables;
};

} // namespace tokensmith::mcp
