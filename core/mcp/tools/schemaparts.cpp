// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/tools/schemaparts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using Hint = ToolAnnotations::Hint;

QJsonObject typed(const QString &type, const QString &description)
{
    return {{u"type"_s, type}, {u"description"_s, description}};
}

} // namespace

QJsonObject textSchema(const QString &description)
{
    return typed(u"string"_s, description);
}

QJsonObject textSchema(Bounds length, const QString &description)
{
    QJsonObject schema = textSchema(description);
    schema.insert("minLength"_L1, length.least);
    schema.insert("maxLength"_L1, length.most);
    return schema;
}

QJsonObject textSchema(const Pattern &pattern, const QString &description)
{
    QJsonObject schema = textSchema(description);
    schema.insert("pattern"_L1, QString(pattern.expression));
    return schema;
}

QJsonObject optionalTextSchema(const QString &description)
{
    return {{u"type"_s, QJsonArray{u"string"_s, u"null"_s}}, {u"description"_s, description}};
}

QJsonObject choiceSchema(const QStringList &choices, const QString &description)
{
    QJsonObject schema = textSchema(description);
    schema.insert("enum"_L1, QJsonArray::fromStringList(choices));
    return schema;
}

QJsonObject integerSchema(Bounds bounds, const QString &description)
{
    QJsonObject schema = typed(u"integer"_s, description);
    schema.insert("minimum"_L1, bounds.least);
    schema.insert("maximum"_L1, bounds.most);
    return schema;
}

QJsonObject countSchema(const QString &description)
{
    QJsonObject schema = typed(u"integer"_s, description);
    schema.insert("minimum"_L1, 0);
    return schema;
}

QJsonObject booleanSchema(const QString &description)
{
    return typed(u"boolean"_s, description);
}

QJsonObject listSchema(const QJsonObject &items, const QString &description)
{
    QJsonObject schema = typed(u"array"_s, description);
    schema.insert("items"_L1, items);
    return schema;
}

QJsonObject listSchema(const QJsonObject &items, Bounds count, const QString &description)
{
    QJsonObject schema = listSchema(items, description);
    if (count.least > 0)
        schema.insert("minItems"_L1, count.least);
    schema.insert("maxItems"_L1, count.most);
    return schema;
}

QJsonObject objectSchema(const QJsonObject &properties, const QStringList &required)
{
    QJsonObject schema = openObjectSchema(properties, required);
    schema.insert("additionalProperties"_L1, false);
    return schema;
}

QJsonObject openObjectSchema(const QJsonObject &properties, const QStringList &required)
{
    QJsonObject schema{{u"type"_s, u"object"_s}};
    if (!properties.isEmpty())
        schema.insert("properties"_L1, properties);
    if (!required.isEmpty())
        schema.insert("required"_L1, QJsonArray::fromStringList(required));
    return schema;
}

ToolAnnotations readsCloudflare()
{
    return {.readOnly = Hint::Yes, .destructive = Hint::No, .idempotent = Hint::Yes, .openWorld = Hint::Yes};
}

ToolAnnotations readsLocally()
{
    return {.readOnly = Hint::Yes, .destructive = Hint::No, .idempotent = Hint::Yes, .openWorld = Hint::No};
}

ToolAnnotations createsAtCloudflare()
{
    return {.readOnly = Hint::No, .destructive = Hint::No, .idempotent = Hint::No, .openWorld = Hint::Yes};
}

QStringList textList(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &text : list)
        texts += text.toString();
    return texts;
}

} // namespace tokensmith::mcp
