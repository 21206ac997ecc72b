// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/jsonedit.h"

#include "core/clients/connect/jsontext.h"
#include "core/clients/connect/jsonwriter.h"

#include <algorithm>

namespace tokensmith::clients::connect::json {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

base::Error odd(const QString &reason)
{
    return {.code = Error::Code::ProtocolError, .message = reason};
}

/** The offset behind the last byte before `at` that is no white space. */
qsizetype contentEnd(const QByteArray &text, qsizetype at)
{
    while (at > 0 && QByteArrayView(" \t\r\n").contains(text.at(at - 1)))
        --at;
    return at;
}

/** The white space that starts the line of `at`. */
QByteArray indentOf(const QByteArray &text, qsizetype at)
{
    const qsizetype start = at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0;
    qsizetype end = start;
    while (end < at && (text.at(end) == ' ' || text.at(end) == '\t'))
        ++end;
    return text.mid(start, end - start);
}

bool startsItsLine(const QByteArray &text, qsizetype at)
{
    const qsizetype end = contentEnd(text, at);
    return QByteArrayView(text).sliced(end, at - end).contains('\n');
}

JsonStyle styleOf(const JsonText &json)
{
    const QByteArray &text = json.text();
    JsonStyle style;
    if (text.contains("\r\n"))
        style.newline = "\r\n";
    const JsonObjectText root = json.root();
    if (root.members.empty())
        return style;
    const qsizetype first = root.members.front().key.begin;
    const QByteArray indent = indentOf(text, first);
    if (!text.mid(root.open, root.close - root.open).contains('\n'))
        style.lines = JsonStyle::Lines::One;
    else if (startsItsLine(text, first) && !indent.isEmpty())
        style.indent = indent;
    return style;
}

/** The only member called `name`, or nothing. A name that stands there twice is refused: who knows which one counts. */
base::Result<std::optional<JsonMember>> memberOf(const JsonObjectText &object, const QString &name)
{
    const auto isIt = [&name](const JsonMember &member) { return member.name == name; };
    const auto found = std::find_if(object.members.begin(), object.members.end(), isIt);
    if (found == object.members.end())
        return std::optional<JsonMember>();
    if (std::find_if(std::next(found), object.members.end(), isIt) != object.members.end())
        return base::fail(odd(u"\"%1\" stands there twice"_s.arg(name)));
    return *found;
}

/** The object that holds the servers, or nothing where there is none. */
base::Result<std::optional<JsonObjectText>> containerOf(const JsonText &json, const EntryPath &path)
{
    const base::Result<std::optional<JsonMember>> member = memberOf(json.root(), path.container);
    if (!member)
        return base::fail(member.error());
    if (!*member)
        return std::optional<JsonObjectText>();
    const qsizetype at = (*member)->value.begin;
    if (json.text().at(at) != '{')
        return base::fail(odd(u"\"%1\" is no object there"_s.arg(path.container)));
    return json.objectAt(at);
}

struct Insertion
{
    JsonObjectText object;
    QByteArray member;      ///< with its name
    QByteArray indent = {}; ///< of its line
};

/** The indentation of a new member of `object`. */
QByteArray memberIndent(const QByteArray &text, const JsonObjectText &object, const JsonStyle &style)
{
    if (!object.members.empty() && startsItsLine(text, object.members.back().key.begin))
        return indentOf(text, object.members.back().key.begin);
    return indentOf(text, object.open) + style.indent;
}

QByteArray inserted(const JsonText &json, const Insertion &what, const JsonStyle &style)
{
    QByteArray text = json.text();
    const JsonObjectText &object = what.object;
    const bool oneLine = style.lines == JsonStyle::Lines::One;
    const QByteArray lineStart = oneLine ? QByteArray() : style.newline + what.indent;
    const qsizetype end = contentEnd(text, object.close);
    const QByteArray rest = text.mid(end, object.close - end);
    const QByteArray lastLine = oneLine || rest.contains('\n') ? rest : style.newline + indentOf(text, object.open);
    if (object.members.empty())
        return text.replace(end, object.close - end, lineStart + what.member + lastLine);
    const qsizetype valueEnd = object.members.back().value.end;
    const bool hasComma = json.commaIn({valueEnd, object.close}) >= 0;
    text.insert(end, lineStart + what.member + (hasComma ? "," : ""));
    return hasComma ? text : text.insert(valueEnd, ',');
}

JsonStyle styleIn(const QByteArray &text, const JsonObjectText &object, JsonStyle style)
{
    if (!object.members.empty() && !text.mid(object.open, object.close - object.open).contains('\n'))
        style.lines = JsonStyle::Lines::One;
    return style;
}

QByteArray withContainer(const JsonText &json, const EntryPath &path, const Entry &entry)
{
    const JsonObjectText root = json.root();
    const JsonStyle style = styleOf(json);
    const QByteArray indent = memberIndent(json.text(), root, style);
    const QByteArray inner = indent + style.indent;
    const QByteArray ours = memberJson(path.name, entryJson(entry, inner, style), style);
    const bool oneLine = style.lines == JsonStyle::Lines::One;
    const QByteArray value =
        oneLine ? '{' + ours + '}' : '{' + style.newline + inner + ours + style.newline + indent + '}';
    return inserted(json, {root, memberJson(path.container, value, style), indent}, style);
}

QByteArray withEntry(const JsonText &json, const JsonObjectText &container, const EntryPath &path, const Entry &entry)
{
    const JsonStyle style = styleIn(json.text(), container, styleOf(json));
    const QByteArray indent = memberIndent(json.text(), container, style);
    const QByteArray member = memberJson(path.name, entryJson(entry, indent, style), style);
    return inserted(json, {container, member, indent}, style);
}

QByteArray withNewValue(const JsonText &json, const JsonMember &member, const Entry &entry)
{
    QByteArray text = json.text();
    JsonStyle style = styleOf(json);
    if (!startsItsLine(text, member.key.begin))
        style.lines = JsonStyle::Lines::One;
    const QByteArray value = entryJson(entry, indentOf(text, member.key.begin), style);
    return text.replace(member.value.begin, member.value.end - member.value.begin, value);
}

/** The comma before or behind the member at `index` that goes with it, or -1. */
qsizetype commaOf(const JsonText &json, const JsonObjectText &object, size_t index)
{
    const JsonMember &member = object.members.at(index);
    const bool isLast = index + 1 == object.members.size();
    const qsizetype behindEnd = isLast ? object.close : object.members.at(index + 1).key.begin;
    const qsizetype behind = json.commaIn({member.value.end, behindEnd});
    if (behind >= 0 || index == 0)
        return behind;
    return json.commaIn({object.members.at(index - 1).value.end, member.key.begin});
}

QByteArray without(const JsonText &json, const JsonObjectText &object, size_t index)
{
    QByteArray text = json.text();
    const JsonMember &member = object.members.at(index);
    const qsizetype comma = commaOf(json, object, index);
    const qsizetype start = contentEnd(text, member.key.begin);
    const qsizetype inner = object.open + 1;
    if (comma >= member.value.end)
        text.remove(comma, 1);
    text.remove(start, member.value.end - start);
    if (comma >= 0 && comma < member.key.begin)
        text.remove(comma, 1);
    const qsizetype gone = json.text().size() - text.size();
    const qsizetype innerSize = object.close - gone - inner;
    if (object.members.size() == 1 && text.mid(inner, innerSize).trimmed().isEmpty())
        text.remove(inner, innerSize);
    return text;
}

QJsonObject restOf(QJsonObject object, const EntryPath &path)
{
    QJsonObject servers = object.value(path.container).toObject();
    servers.remove(path.name);
    if (servers.isEmpty())
        object.remove(path.container);
    else
        object.insert(path.container, servers);
    return object;
}

/** The edit, if it did what it was to do and nothing else. */
base::Result<QByteArray> checked(const JsonText &before, const QByteArray &after, const EntryPath &path,
                                 const QJsonValue &wanted)
{
    const base::Result<JsonText> json = JsonText::from(after);
    const bool isRight = json && restOf(before.object(), path) == restOf(json->object(), path)
                         && json->object().value(path.container).toObject().value(path.name) == wanted;
    if (!isRight)
        return base::fail(odd(u"it is written in a way that can't be changed without touching the rest"_s));
    return after;
}

} // namespace

base::Result<QByteArray> put(const QByteArray &text, const EntryPath &path, const Entry &entry)
{
    const QByteArray start = text.trimmed().isEmpty() ? QByteArray("{\n}\n") : text;
    const base::Result<JsonText> json = JsonText::from(start);
    if (!json)
        return base::fail(json.error());
    const base::Result<std::optional<JsonObjectText>> container = containerOf(*json, path);
    if (!container)
        return base::fail(container.error());
    if (!*container)
        return checked(*json, withContainer(*json, path, entry), path, toObject(entry));
    const base::Result<std::optional<JsonMember>> member = memberOf(**container, path.name);
    if (!member)
        return base::fail(member.error());
    if (!*member)
        return checked(*json, withEntry(*json, **container, path, entry), path, toObject(entry));
    if (json->object().value(path.container).toObject().value(path.name) == QJsonValue(toObject(entry)))
        return text;
    return checked(*json, withNewValue(*json, **member, entry), path, toObject(entry));
}

base::Result<QByteArray> drop(const QByteArray &text, const EntryPath &path)
{
    if (text.trimmed().isEmpty())
        return text;
    const base::Result<JsonText> json = JsonText::from(text);
    if (!json)
        return base::fail(json.error());
    const base::Result<std::optional<JsonObjectText>> container = containerOf(*json, path);
    if (!container)
        return base::fail(container.error());
    if (!*container)
        return text;
    const base::Result<std::optional<JsonMember>> member = memberOf(**container, path.name);
    if (!member)
        return base::fail(member.error());
    if (!*member)
        return text;
    const std::vector<JsonMember> &members = (*container)->members;
    const auto ours =
        std::find_if(members.begin(), members.end(), [&path](const JsonMember &one) { return one.name == path.name; });
    const auto index = static_cast<size_t>(ours - members.begin());
    return checked(*json, without(*json, **container, index), path, QJsonValue(QJsonValue::Undefined));
}

base::Result<std::optional<QJsonObject>> find(const QByteArray &text, const EntryPath &path)
{
    if (text.trimmed().isEmpty())
        return std::optional<QJsonObject>();
    const base::Result<JsonText> json = JsonText::from(text);
    if (!json)
        return base::fail(json.error());
    const base::Result<std::optional<JsonObjectText>> container = containerOf(*json, path);
    if (!container)
        return base::fail(container.error());
    const QJsonObject servers = json->object().value(path.container).toObject();
    if (!servers.contains(path.name))
        return std::optional<QJsonObject>();
    return servers.value(path.name).toObject();
}

} // namespace tokensmith::clients::connect::json
