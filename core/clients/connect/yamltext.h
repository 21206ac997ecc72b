// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace tokensmith::clients::connect {

/** One event of the YAML parser. Offsets count bytes of the text. */
struct YamlEvent
{
    enum class Kind { Document, DocumentEnd, Alias, Scalar, Sequence, SequenceEnd, Mapping, MappingEnd };
    enum class Style { Block, Flow, Implicit, Explicit }; ///< collections: the first two; documents: the others

    Kind kind = Kind::Scalar;
    Style style = Style::Block;
    QByteArray content = {}; ///< a scalar's value, an alias' name
    QByteArray marks = {};   ///< tag, anchor and whether quoted: what else gives it its meaning
    qsizetype begin = 0;
    qsizetype end = 0;

    bool operator==(const YamlEvent &other) const
    {
        return kind == other.kind && content == other.content && marks == other.marks; // not where, not how it looks
    }
};

using YamlEvents = std::vector<YamlEvent>;

/** A key and its value in a mapping, by their places among the events; `end` is behind the value. */
struct YamlPair
{
    size_t key = 0;
    size_t value = 0;
    size_t end = 0;
};

/** Errors: ProtocolError with a sentence that starts in lower case and names the line. */
[[nodiscard]] base::Result<YamlEvents> yamlEvents(const QByteArray &text);

/** The pairs of the mapping that starts at `mapping`. */
[[nodiscard]] std::vector<YamlPair> yamlPairs(const YamlEvents &events, size_t mapping);

} // namespace tokensmith::clients::connect
