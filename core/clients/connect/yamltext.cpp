// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/yamltext.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <yaml.h>

namespace tokensmith::clients::connect {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr int kDeepest = 200; // levels; configuration has a handful

QByteArray bytes(const yaml_char_t *text)
{
    return text ? QByteArray(reinterpret_cast<const char *>(text)) : QByteArray();
}

QByteArray marksOf(const yaml_char_t *tag, const yaml_char_t *anchor)
{
    return bytes(tag) + '&' + bytes(anchor);
}

/** Byte offsets of the characters: the parser counts those, and no byte order mark. */
std::vector<qsizetype> characterOffsets(const QByteArray &text)
{
    std::vector<qsizetype> offsets;
    offsets.reserve(static_cast<size_t>(text.size()) + 1);
    for (qsizetype at = text.startsWith("\xEF\xBB\xBF") ? 3 : 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text.at(at)) & 0xC0U) != 0x80U)
            offsets.push_back(at);
    }
    offsets.push_back(text.size());
    return offsets;
}

YamlEvent::Style documentStyle(int implicit)
{
    return implicit != 0 ? YamlEvent::Style::Implicit : YamlEvent::Style::Explicit;
}

YamlEvent scalarEvent(const yaml_event_t &event)
{
    const auto &scalar = event.data.scalar;
    const QByteArray quotes = scalar.style == YAML_PLAIN_SCALAR_STYLE ? "" : "\"";
    return {.content = QByteArray(reinterpret_cast<const char *>(scalar.value), static_cast<qsizetype>(scalar.length)),
            .marks = marksOf(scalar.tag, scalar.anchor) + quotes};
}

YamlEvent mappingEvent(const yaml_event_t &event)
{
    const auto &mapping = event.data.mapping_start;
    const bool isFlow = mapping.style == YAML_FLOW_MAPPING_STYLE;
    return {.kind = YamlEvent::Kind::Mapping,
            .style = isFlow ? YamlEvent::Style::Flow : YamlEvent::Style::Block,
            .marks = marksOf(mapping.tag, mapping.anchor)};
}

/** Kind, style, content and marks; nothing for what the stream itself says. */
std::optional<YamlEvent> eventFrom(const yaml_event_t &event)
{
    using Kind = YamlEvent::Kind;
    switch (event.type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
        return std::nullopt;
    case YAML_DOCUMENT_START_EVENT:
        return YamlEvent{.kind = Kind::Document, .style = documentStyle(event.data.document_start.implicit)};
    case YAML_DOCUMENT_END_EVENT:
        return YamlEvent{.kind = Kind::DocumentEnd, .style = documentStyle(event.data.document_end.implicit)};
    case YAML_ALIAS_EVENT:
        return YamlEvent{.kind = Kind::Alias, .content = bytes(event.data.alias.anchor)};
    case YAML_SCALAR_EVENT:
        return scalarEvent(event);
    case YAML_SEQUENCE_START_EVENT: {
        const auto &sequence = event.data.sequence_start;
        return YamlEvent{.kind = Kind::Sequence, .marks = marksOf(sequence.tag, sequence.anchor)};
    }
    case YAML_SEQUENCE_END_EVENT:
        return YamlEvent{.kind = Kind::SequenceEnd};
    case YAML_MAPPING_START_EVENT:
        return mappingEvent(event);
    case YAML_MAPPING_END_EVENT:
        return YamlEvent{.kind = Kind::MappingEnd};
    }
    Q_UNREACHABLE();
}

/** How much deeper an event leads. */
int step(YamlEvent::Kind kind)
{
    if (kind == YamlEvent::Kind::Mapping || kind == YamlEvent::Kind::Sequence)
        return 1;
    return kind == YamlEvent::Kind::MappingEnd || kind == YamlEvent::Kind::SequenceEnd ? -1 : 0;
}

Error invalid(const yaml_parser_t &parser)
{
    const QString problem = parser.problem ? QString::fromUtf8(parser.problem) : u"it can't be parsed"_s;
    return {.code = Error::Code::ProtocolError,
            .message = u"it isn't valid YAML at line %1: %2"_s.arg(parser.problem_mark.line + 1).arg(problem)};
}

/** The event behind the node that starts at `at`. */
size_t afterNode(const YamlEvents &events, size_t at)
{
    int depth = 0;
    do {
        depth += step(events.at(at).kind);
        ++at;
    } while (depth > 0 && at < events.size());
    return at;
}

using Parser = std::unique_ptr<yaml_parser_t, decltype(&yaml_parser_delete)>;

} // namespace

base::Result<YamlEvents> yamlEvents(const QByteArray &text)
{
    if (!text.isValidUtf8())
        return base::fail({.code = Error::Code::ProtocolError, .message = u"it isn't UTF-8 text"_s});
    yaml_parser_t storage;
    if (yaml_parser_initialize(&storage) == 0)
        return base::fail({.code = Error::Code::Internal, .message = u"there is no memory to read it"_s});
    const Parser parser(&storage, &yaml_parser_delete);
    yaml_parser_set_encoding(parser.get(), YAML_UTF8_ENCODING);
    const qsizetype start = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    yaml_parser_set_input_string(parser.get(), reinterpret_cast<const yaml_char_t *>(text.constData() + start),
                                 static_cast<size_t>(text.size() - start));
    const std::vector<qsizetype> offsets = characterOffsets(text);
    YamlEvents events;
    int depth = 0;
    for (bool isDone = false; !isDone;) {
        yaml_event_t event;
        if (yaml_parser_parse(parser.get(), &event) == 0)
            return base::fail(invalid(*parser));
        isDone = event.type == YAML_STREAM_END_EVENT;
        if (std::optional<YamlEvent> ours = eventFrom(event)) {
            depth += step(ours->kind);
            ours->begin = offsets.at(std::min(event.start_mark.index, offsets.size() - 1));
            ours->end = offsets.at(std::min(event.end_mark.index, offsets.size() - 1));
            events.push_back(*std::move(ours));
        }
        yaml_event_delete(&event);
        if (depth > kDeepest)
            return base::fail({.code = Error::Code::ProtocolError, .message = u"it is nested too deeply"_s});
    }
    return events;
}

std::vector<YamlPair> yamlPairs(const YamlEvents &events, size_t mapping)
{
    std::vector<YamlPair> pairs;
    size_t at = mapping + 1;
    while (at < events.size() && events.at(at).kind != YamlEvent::Kind::MappingEnd) {
        const size_t value = afterNode(events, at);
        const size_t end = afterNode(events, value);
        pairs.push_back({at, value, end});
        at = end;
    }
    return pairs;
}

} // namespace tokensmith::clients::connect
