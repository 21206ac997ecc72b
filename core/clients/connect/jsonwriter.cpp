// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tokensmith::clients::connect {

namespace {

struct Brackets
{
    char open;
    char close;
};

QByteArray bracketed(Brackets brackets, const QList<QByteArray> &items, const QByteArray &indent,
                     const JsonStyle &style)
{
    if (items.isEmpty() || style.lines == JsonStyle::Lines::One)
        return brackets.open + items.join(',') + brackets.close;
    const QByteArray lineStart = style.newline + indent + style.indent;
    return brackets.open + lineStart + items.join(',' + lineStart) + style.newline + indent + brackets.close;
}

QByteArray valueJson(const QJsonValue &value, const QByteArray &indent, const JsonStyle &style)
{
    const QByteArray deeper = indent + style.indent;
    QList<QByteArray> items;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            items.append(valueJson(item, deeper, style));
        return bracketed({'[', ']'}, items, indent, style);
    }
    if (!value.isObject())
        return scalarJson(value);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        items.append(memberJson(member.key(), valueJson(member.value(), deeper, style), style));
    return bracketed({'{', '}'}, items, indent, style);
}

} // namespace

QByteArray scalarJson(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray entryJson(const Entry &entry, const QByteArray &indent, const JsonStyle &style)
{
    QList<QByteArray> items;
    for (const EntryMember &member : entry)
        items.append(memberJson(member.name, valueJson(member.value, indent + style.indent, style), style));
    return bracketed({'{', '}'}, items, indent, style);
}

QByteArray memberJson(const QString &name, const QByteArray &value, const JsonStyle &style)
{
    return scalarJson(name) + (style.lines == JsonStyle::Lines::One ? ":" : ": ") + value;
}

} // namespace tokensmith::clients::connect
