// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

#include <memory>

namespace tokensmith::mcp {

/**
 * A compiled JSON Schema. Validation is valijson's; the sentences are ours (schemaexplain.h): they name the argument,
 * what was given and what is accepted, and never show the value of a secret.
 *
 * Before valijson sees a value, argumentlimits.h bounds it, because valijson's patterns recurse per character. Only
 * references inside the schema ("#/…") are followed; nothing is fetched. No exception leaves this class.
 */
class Schema
{
public:
    /** Errors: Internal where `schema` is not one. */
    [[nodiscard]] static base::Result<Schema> compile(const QJsonObject &schema);

    Schema(Schema &&other) noexcept;
    Schema &operator=(Schema &&other) noexcept;
    ~Schema();

    /** Errors: InvalidArgument; `message` has one sentence per fault (five at most), `field` the first one's path. */
    [[nodiscard]] base::Result<base::Done> validate(const QJsonValue &value) const;

private:
    class Compiled;
    explicit Schema(std::unique_ptr<Compiled> compiled);

    std::unique_ptr<Compiled> m_compiled;
};

} // namespace tokensmith::mcp
