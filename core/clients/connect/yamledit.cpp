// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/yamledit.h"

#include "core/clients/connect/jsonwriter.h"
#include "core/clients/connect/yamltext.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokensmith::clients::connect::yaml {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

using Kind = YamlEvent::Kind;

base::Error odd(const QString &reason)
{
    return {.code = Error::Code::ProtocolError, .message = reason};
}

/** Where things stand in a file with one mapping; nothing in it is valid for another text. */
struct Shape
{
    YamlEvents events = {};
    std::vector<YamlPair> pairs = {}; ///< at the top
    std::optional<YamlPair> container = {};
    std::vector<YamlPair> servers = {}; ///< in the container
    std::optional<YamlPair> ours = {};
};

base::Result<std::optional<YamlPair>> pairNamed(const YamlEvents &events, const std::vector<YamlPair> &pairs,
                                                const QString &name)
{
    const QByteArray wanted = name.toUtf8();
    std::optional<YamlPair> found;
    for (const YamlPair &pair : pairs) {
        if (events.at(pair.key).kind != Kind::Scalar || events.at(pair.key).content != wanted)
            continue;
        if (found)
            return base::fail(odd(u"\"%1\" stands there twice"_s.arg(name)));
        found = pair;
    }
    return found;
}

bool isNothing(const YamlEvent &event)
{
    return event.kind == Kind::Scalar && event.content.isEmpty() && event.begin == event.end;
}

/** Fills in the container and our entry. */
base::Result<Shape> withServers(Shape shape, const EntryPath &path)
{
    const base::Result<std::optional<YamlPair>> container = pairNamed(shape.events, shape.pairs, path.container);
    if (!container)
        return base::fail(container.error());
    shape.container = *container;
    if (!shape.container || isNothing(shape.events.at(shape.container->value)))
        return shape;
    if (shape.events.at(shape.container->value).kind != Kind::Mapping)
        return base::fail(odd(u"\"%1\" is no mapping there"_s.arg(path.container)));
    shape.servers = yamlPairs(shape.events, shape.container->value);
    const base::Result<std::optional<YamlPair>> ours = pairNamed(shape.events, shape.servers, path.name);
    if (!ours)
        return base::fail(ours.error());
    shape.ours = *ours;
    return shape;
}

base::Result<Shape> shapeOf(const QByteArray &text, const EntryPath &path)
{
    base::Result<YamlEvents> events = yamlEvents(text);
    if (!events)
        return base::fail(events.error());
    Shape shape{.events = *std::move(events)};
    if (shape.events.empty() || isNothing(shape.events.at(1)))
        return shape;
    const auto isDocument = [](const YamlEvent &event) { return event.kind == Kind::Document; };
    if (std::count_if(shape.events.begin(), shape.events.end(), isDocument) > 1)
        return base::fail(odd(u"it holds more than one document"_s));
    if (shape.events.back().style == YamlEvent::Style::Explicit)
        return base::fail(odd(u"it ends with a document end mark"_s));
    if (shape.events.at(1).kind != Kind::Mapping || shape.events.at(1).style == YamlEvent::Style::Flow)
        return base::fail(odd(u"it is no mapping in block style"_s));
    shape.pairs = yamlPairs(shape.events, 1);
    return withServers(std::move(shape), path);
}

/** All but our entry and, where that leaves nothing in it, its container. */
YamlEvents restOf(const Shape &shape)
{
    YamlEvents rest = shape.events;
    const bool isLeftEmpty = shape.container && shape.servers.size() <= (shape.ours ? 1U : 0U);
    const std::optional<YamlPair> gone = isLeftEmpty ? shape.container : shape.ours;
    if (gone) {
        rest.erase(rest.begin() + static_cast<qsizetype>(gone->key), rest.begin() + static_cast<qsizetype>(gone->end));
        if (isLeftEmpty && shape.pairs.size() == 1)
            rest.clear(); // there is nothing else
    }
    return rest;
}

QJsonObject objectAt(const YamlEvents &events, size_t mapping)
{
    QJsonObject object;
    for (const YamlPair &pair : yamlPairs(events, mapping)) {
        const YamlEvent &value = events.at(pair.value);
        const QString name = QString::fromUtf8(events.at(pair.key).content);
        if (value.kind == Kind::Mapping)
            object.insert(name, objectAt(events, pair.value));
        else if (value.kind == Kind::Scalar)
            object.insert(name, QString::fromUtf8(value.content));
    }
    return object;
}

std::optional<QJsonObject> entryOf(const Shape &shape)
{
    if (!shape.ours)
        return std::nullopt;
    const bool isMapping = shape.events.at(shape.ours->value).kind == Kind::Mapping;
    return isMapping ? objectAt(shape.events, shape.ours->value) : QJsonObject();
}

/** The entry as it is read back: scalars are text. */
QJsonObject asRead(const Entry &entry)
{
    QJsonObject object;
    for (const EntryMember &member : entry) {
        const bool isPlain = member.value.isBool() || member.value.isDouble();
        object.insert(member.name, isPlain ? QJsonValue(QString::fromUtf8(scalarJson(member.value))) : member.value);
    }
    return object;
}

/** A scalar in YAML: every JSON string is a YAML string; bare words only where nothing else can be meant. */
QByteArray scalarYaml(const QJsonValue &value)
{
    static const QRegularExpression bare(u"^[A-Za-z][A-Za-z0-9_]*([_-][A-Za-z0-9_]+)+$"_s);
    return bare.match(value.toString()).hasMatch() ? value.toString().toUtf8() : scalarJson(value);
}

QByteArray nameYaml(const QString &name)
{
    static const QRegularExpression bare(u"^[A-Za-z][A-Za-z0-9_-]{2,}$"_s); // shorter ones can be a switch: y, no
    return bare.match(name).hasMatch() ? name.toUtf8() : scalarJson(name);
}

struct Layout
{
    QByteArray indent;
    QByteArray newline;
};

QByteArray blockOf(const EntryPath &path, const Entry &entry, const Layout &layout)
{
    const QByteArray deeper = layout.indent + "  ";
    QByteArray block = layout.indent + nameYaml(path.name) + ':' + layout.newline;
    for (const EntryMember &member : entry) {
        block += deeper + nameYaml(member.name) + ':';
        const QJsonObject object = member.value.toObject();
        if (object.isEmpty())
            block += ' ' + scalarYaml(member.value);
        for (auto inner = object.begin(); inner != object.end(); ++inner)
            block += layout.newline + deeper + "  " + nameYaml(inner.key()) + ": " + scalarYaml(inner.value());
        block += layout.newline;
    }
    return block;
}

qsizetype lineStart(const QByteArray &text, qsizetype at)
{
    return at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0;
}

/** The start of the line behind `at`; the end of the text in the last one. */
qsizetype lineAfter(const QByteArray &text, qsizetype at)
{
    const qsizetype end = text.indexOf('\n', at);
    return end < 0 ? text.size() : end + 1;
}

QByteArray indentOf(const QByteArray &text, const YamlEvent &event)
{
    const qsizetype start = lineStart(text, event.begin);
    const QByteArray indent = text.mid(start, event.begin - start);
    return indent.startsWith("\xEF\xBB\xBF") ? indent.mid(3) : indent;
}

/** The lines of our entry. */
QByteArray replaced(const QByteArray &text, const Shape &shape, const QByteArray &block)
{
    qsizetype last = shape.events.at(shape.ours->key).end;
    for (size_t at = shape.ours->key; at < shape.ours->end; ++at)
        last = std::max(last, isNothing(shape.events.at(at)) || shape.events.at(at).begin == shape.events.at(at).end
                                  ? last
                                  : shape.events.at(at).end);
    const qsizetype begin = lineStart(text, shape.events.at(shape.ours->key).begin);
    const qsizetype end = text.at(last - 1) == '\n' ? last : lineAfter(text, last);
    return QByteArray(text).replace(begin, end - begin, block);
}

QByteArray appended(const QByteArray &text, const Shape &shape, const EntryPath &path, const Entry &entry,
                    Layout layout)
{
    if (!shape.pairs.empty())
        layout.indent = indentOf(text, shape.events.at(shape.pairs.front().key));
    const QByteArray lineEnd = text.isEmpty() || text.endsWith('\n') ? QByteArray() : layout.newline;
    const QByteArray head = layout.indent + nameYaml(path.container) + ':' + layout.newline;
    layout.indent += "  ";
    return text + lineEnd + head + blockOf(path, entry, layout);
}

base::Result<QByteArray> insertedFirst(QByteArray text, const Shape &shape, const EntryPath &path, const Entry &entry,
                                       Layout layout)
{
    const YamlEvent &key = shape.events.at(shape.container->key);
    const YamlEvent &value = shape.events.at(shape.container->value);
    const qsizetype end = lineAfter(text, key.end);
    layout.indent = indentOf(text, key) + "  ";
    if (!shape.servers.empty()) {
        const YamlEvent &first = shape.events.at(shape.servers.front().key);
        if (value.style == YamlEvent::Style::Flow || first.begin < end)
            return base::fail(odd(u"\"%1\" is no mapping in block style"_s.arg(path.container)));
        layout.indent = indentOf(text, first);
    }
    const QByteArray lineEnd = text.mid(0, end).endsWith('\n') ? QByteArray() : layout.newline;
    text.insert(end, lineEnd + blockOf(path, entry, layout));
    if (shape.servers.empty() && !isNothing(value)) { // the {} that says so, and the space before it
        const qsizetype start = text.at(value.begin - 1) == ' ' ? value.begin - 1 : value.begin;
        text.remove(start, shape.events.at(shape.container->end - 1).end - start);
    }
    return text;
}

/** The edit, if it did what it was to do and nothing else. */
base::Result<QByteArray> checked(const QByteArray &after, const Shape &before, const EntryPath &path,
                                 const std::optional<QJsonObject> &wanted)
{
    const base::Result<Shape> shape = shapeOf(after, path);
    const YamlEvents rest = restOf(before);
    if (!shape || entryOf(*shape) != wanted || (shape->pairs.empty() ? YamlEvents() : restOf(*shape)) != rest)
        return base::fail(odd(u"it is written in a way that can't be changed without touching the rest"_s));
    return after;
}

bool hasAlias(const Shape &shape)
{
    const auto isShared = [](const YamlEvent &event) {
        return event.kind == Kind::Alias
               || (event.marks.contains('&') && !event.marks.endsWith('&') && !event.marks.endsWith("&\""));
    };
    return std::any_of(shape.events.begin() + static_cast<qsizetype>(shape.ours->key),
                       shape.events.begin() + static_cast<qsizetype>(shape.ours->end), isShared);
}

} // namespace

base::Result<QByteArray> put(const QByteArray &text, const EntryPath &path, const Entry &entry)
{
    const base::Result<Shape> shape = shapeOf(text, path);
    if (!shape)
        return base::fail(shape.error());
    if (entryOf(*shape) == asRead(entry))
        return text;
    const Layout layout{{}, text.contains("\r\n") ? "\r\n" : "\n"};
    if (!shape->container)
        return checked(appended(text, *shape, path, entry, layout), *shape, path, asRead(entry));
    if (!shape->ours) {
        const base::Result<QByteArray> after = insertedFirst(text, *shape, path, entry, layout);
        return after ? checked(*after, *shape, path, asRead(entry)) : after;
    }
    if (hasAlias(*shape) || shape->events.at(shape->container->value).style == YamlEvent::Style::Flow)
        return base::fail(odd(u"its entry \"%1\" uses flow style or an alias"_s.arg(path.name)));
    const QByteArray indent = indentOf(text, shape->events.at(shape->ours->key));
    return checked(replaced(text, *shape, blockOf(path, entry, {indent, layout.newline})), *shape, path, asRead(entry));
}

base::Result<QByteArray> drop(const QByteArray &text, const EntryPath &path)
{
    const base::Result<Shape> shape = shapeOf(text, path);
    if (!shape)
        return base::fail(shape.error());
    if (!shape->ours)
        return text;
    if (hasAlias(*shape) || shape->events.at(shape->container->value).style == YamlEvent::Style::Flow)
        return base::fail(odd(u"its entry \"%1\" uses flow style or an alias"_s.arg(path.name)));
    QByteArray after = replaced(text, *shape, {});
    if (shape->servers.size() == 1)
        after.insert(after.indexOf(':', shape->events.at(shape->container->key).end) + 1, " {}");
    return checked(after, *shape, path, std::nullopt);
}

base::Result<std::optional<QJsonObject>> find(const QByteArray &text, const EntryPath &path)
{
    const base::Result<Shape> shape = shapeOf(text, path);
    if (!shape)
        return base::fail(shape.error());
    return entryOf(*shape);
}

} // namespace tokensmith::clients::connect::yaml
