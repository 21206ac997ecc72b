// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/shownarguments.h"

#include "core/mcp/schemawords.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

QJsonValue notShown()
{
    return u"(not shown)"_s;
}

QJsonObject shownMembers(const QJsonObject &schema, const QJsonObject &object);

// NOLINTNEXTLINE(misc-no-recursion): JSON nests; the parser has limited how deep
QJsonValue shownValue(const QJsonObject &schema, const QJsonValue &value)
{
    if (value.isString())
        return shownText(value.toString());
    if (value.isObject())
        return shownMembers(schema, value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray shown;
    const QJsonObject items = schema.value("items"_L1).toObject();
    for (const QJsonValue &item : value.toArray())
        shown.append(shownValue(items, item));
    return shown;
}

// NOLINTNEXTLINE(misc-no-recursion)
QJsonObject shownMembers(const QJsonObject &schema, const QJsonObject &object)
{
    const QJsonObject known = schema.value("properties"_L1).toObject();
    QJsonObject shown;
    for (auto at = object.begin(); at != object.end(); ++at) {
        const QJsonObject member = known.value(at.key()).toObject();
        const bool hidden = !known.contains(at.key()) || isSecretMember(at.key(), member);
        shown.insert(memberWords(at.key()), hidden ? notShown() : shownValue(member, at.value()));
    }
    return shown;
}

} // namespace

QJsonObject shownArguments(const Tool &tool, const QJsonObject &arguments)
{
    return shownMembers(tool.inputSchema, arguments);
}

QString shownText(const QString &text)
{
    return looksLikeSecret(text) ? notShown().toString() : text;
}

} // namespace tokensmith::mcp
