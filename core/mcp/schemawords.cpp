// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/schemawords.h"

#include "core/base/text.h"
#include "core/mcp/patterns.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr qsizetype kShownText = 60;
constexpr qsizetype kShownName = 64;

QString number(const QJsonValue &value)
{
    return QString::number(value.toDouble(), 'g', 15);
}

/** "1 to 120", "at least 1", "at most 120", or nothing. */
QString range(const QJsonValue &least, const QJsonValue &most)
{
    if (least.isDouble() && most.isDouble())
        return u"%1 to %2"_s.arg(number(least), number(most));
    if (least.isDouble())
        return u"at least %1"_s.arg(number(least));
    if (most.isDouble())
        return u"at most %1"_s.arg(number(most));
    return {};
}

QString withRange(const QString &words, const QString &link, const QString &range)
{
    return range.isEmpty() ? words : words + link + range;
}

QString textWords(const QJsonObject &schema)
{
    const QString expression = schema.value("pattern"_L1).toString();
    for (const Pattern &pattern : kPatterns) {
        if (expression == pattern.expression)
            return pattern.words;
    }
    if (!expression.isEmpty())
        return u"text that matches "_s + expression;
    const QString length = range(schema.value("minLength"_L1), schema.value("maxLength"_L1));
    return length.isEmpty() ? u"text"_s : u"text of %1 characters"_s.arg(length);
}

QString listWords(const QJsonObject &schema)
{
    const QString length = range(schema.value("minItems"_L1), schema.value("maxItems"_L1));
    const QString list = length.isEmpty() ? u"a list"_s : u"a list of %1 items"_s.arg(length);
    const QString each = acceptedWords(schema.value("items"_L1).toObject());
    return each.isEmpty() ? list : u"%1, each %2"_s.arg(list, each);
}

QString typeWords(const QString &type, const QJsonObject &schema)
{
    const QString limits = range(schema.value("minimum"_L1), schema.value("maximum"_L1));
    if (type == "string"_L1)
        return textWords(schema);
    if (type == "integer"_L1)
        return withRange(u"a whole number"_s, u", "_s, limits);
    if (type == "number"_L1)
        return withRange(u"a number"_s, u", "_s, limits);
    if (type == "boolean"_L1)
        return u"true or false"_s;
    if (type == "array"_L1)
        return listWords(schema);
    if (type == "object"_L1)
        return u"an object"_s;
    return type;
}

} // namespace

/** The forms of Cloudflare's secrets, old and new, wherever they stand in the text. */
bool looksLikeSecret(const QString &text)
{
    static const QRegularExpression form(u"cf[a-z]{1,3}_[A-Za-z0-9_-]{8}|[A-Za-z0-9_-]{36}"_s);
    return form.match(QString::fromUtf8(text.toUtf8())).hasMatch(); // nothing matches in text with half a surrogate
}

QString acceptedWords(const QJsonObject &schema)
{
    const QStringList choices = textsOf(schema.value("enum"_L1));
    if (!choices.isEmpty()) {
        const QString list = u'"' + choices.join(u"\", \""_s) + u'"';
        return choices.size() == 1 ? list : u"one of "_s + list;
    }
    const QJsonValue type = schema.value("type"_L1);
    if (type.isString())
        return typeWords(type.toString(), schema);
    QStringList words;
    for (const QString &one : textsOf(type))
        words += typeWords(one, schema);
    return words.join(u" or "_s);
}

QString givenWords(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return number(value);
    case QJsonValue::String:
        if (looksLikeSecret(value.toString()))
            return u"a text of %1 characters (not shown)"_s.arg(value.toString().size());
        return u'"' + base::plainLine(value.toString(), kShownText) + u'"';
    case QJsonValue::Array:
        return u"a list of %1 items"_s.arg(value.toArray().size());
    case QJsonValue::Object:
        return u"an object"_s;
    case QJsonValue::Undefined:
        return u"nothing"_s;
    }
    Q_UNREACHABLE();
}

QString memberWords(const QString &name)
{
    return looksLikeSecret(name) ? u"(a name of %1 characters, not shown)"_s.arg(name.size())
                                 : base::plainLine(name, kShownName);
}

bool isSecretMember(const QString &name, const QJsonObject &schema)
{
    static constexpr std::array names{"token"_L1,   "secret"_L1,   "value"_L1,        "apikey"_L1,
                                      "api_key"_L1, "password"_L1, "authorization"_L1};
    if (schema.value("writeOnly"_L1).toBool())
        return true;
    for (const QLatin1StringView secret : names) {
        if (name.compare(secret, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QStringList textsOf(const QJsonValue &values)
{
    QStringList texts;
    const QJsonArray list = values.toArray();
    for (const QJsonValue &value : list) {
        if (value.isString())
            texts += value.toString();
    }
    return texts;
}

} // namespace tokensmith::mcp
