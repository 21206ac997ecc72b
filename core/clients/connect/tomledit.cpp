// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/tomledit.h"

#include "core/clients/connect/jsonwriter.h"
#include "core/clients/connect/tomltext.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace tokensmith::clients::connect::toml {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

/** A name as TOML wants it. What JSON escapes in a string, TOML reads the same. */
QByteArray nameToml(const QString &name)
{
    static const QRegularExpression bare(u"^[A-Za-z0-9_-]+$"_s);
    return bare.match(name).hasMatch() ? name.toUtf8() : scalarJson(name);
}

QByteArray valueToml(const QJsonValue &value)
{
    QList<QByteArray> items;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            items.append(scalarJson(item));
        return '[' + items.join(", ") + ']';
    }
    if (!value.isObject())
        return scalarJson(value);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        items.append(nameToml(member.key()) + " = " + scalarJson(member.value()));
    return items.isEmpty() ? QByteArray("{}") : "{ " + items.join(", ") + " }";
}

QByteArray blockOf(const EntryPath &path, const Entry &entry, const QByteArray &newline)
{
    QByteArray block = '[' + nameToml(path.container) + '.' + nameToml(path.name) + ']' + newline;
    for (const EntryMember &member : entry)
        block += nameToml(member.name) + " = " + valueToml(member.value) + newline;
    return block;
}

QByteArray appended(const QByteArray &text, const QByteArray &block, const QByteArray &newline)
{
    if (text.trimmed().isEmpty())
        return text + block;
    const QByteArray lineEnd = text.endsWith('\n') ? QByteArray() : newline;
    const QByteArray blankLine = text.endsWith("\n\n") || text.endsWith("\n\r\n") ? QByteArray() : newline;
    return text + lineEnd + blankLine + block;
}

/** Takes a block out, with the blank line before it where two would meet or one would end the file. */
void cut(QByteArray &text, TomlBlock block)
{
    const qsizetype lineBefore = block.begin > 1 ? text.lastIndexOf('\n', block.begin - 2) + 1 : 0;
    const bool blankBefore = block.begin > 0 && text.mid(lineBefore, block.begin - lineBefore).trimmed().isEmpty();
    const qsizetype nextEnd = text.indexOf('\n', block.end);
    const QByteArray nextLine = text.mid(block.end, nextEnd < 0 ? -1 : nextEnd - block.end);
    if (blankBefore && nextLine.trimmed().isEmpty())
        block.begin = lineBefore;
    text.remove(block.begin, block.end - block.begin);
}

/** The edit, if it did what it was to do and nothing else. */
base::Result<QByteArray> checked(const QByteArray &after, const TomlMeaning &before, const EntryPath &path,
                                 const std::optional<QJsonObject> &wanted)
{
    const base::Result<TomlMeaning> meaning = tomlMeaning(after, path);
    if (!meaning || meaning->rest != before.rest || meaning->entry != wanted) {
        return base::fail({.code = Error::Code::ProtocolError,
                           .message = u"it is written in a way that can't be changed without touching the rest"_s});
    }
    return after;
}

} // namespace

base::Result<QByteArray> put(const QByteArray &text, const EntryPath &path, const Entry &entry)
{
    const base::Result<TomlMeaning> meaning = tomlMeaning(text, path);
    if (!meaning)
        return base::fail(meaning.error());
    if (meaning->entry == toObject(entry))
        return text;
    const QByteArray newline = text.contains("\r\n") ? "\r\n" : "\n";
    const QByteArray block = blockOf(path, entry, newline);
    std::vector<TomlBlock> blocks = tomlBlocks(text, path);
    QByteArray after = text;
    while (blocks.size() > 1) {
        cut(after, blocks.back());
        blocks.pop_back();
    }
    if (blocks.empty())
        after = appended(text, block, newline);
    else
        after.replace(blocks.front().begin, blocks.front().end - blocks.front().begin, block);
    return checked(after, *meaning, path, toObject(entry));
}

base::Result<QByteArray> drop(const QByteArray &text, const EntryPath &path)
{
    const base::Result<TomlMeaning> meaning = tomlMeaning(text, path);
    if (!meaning)
        return base::fail(meaning.error());
    if (!meaning->entry)
        return text;
    QByteArray after = text;
    std::vector<TomlBlock> blocks = tomlBlocks(text, path);
    for (; !blocks.empty(); blocks.pop_back())
        cut(after, blocks.back());
    return checked(after, *meaning, path, std::nullopt);
}

base::Result<std::optional<QJsonObject>> find(const QByteArray &text, const EntryPath &path)
{
    base::Result<TomlMeaning> meaning = tomlMeaning(text, path);
    if (!meaning)
        return base::fail(meaning.error());
    return std::move(meaning->entry);
}

} // namespace tokensmith::clients::connect::toml
