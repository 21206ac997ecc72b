// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/headercheck.h"

#include "core/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr int kBadRequest = 400;

RpcError mismatch(const QString &what)
{
    return {.code = RpcCode::HeaderMismatch, .message = u"Header mismatch: "_s + what, .httpStatus = kBadRequest};
}

RpcError missing(QByteArrayView header)
{
    return mismatch(u"the %1 header is missing"_s.arg(QString::fromLatin1(header)));
}

/** A clear text for values of either side: neither is trusted, and the body's may be long. */
QString shown(const QString &value)
{
    return base::plainLine(value, 64);
}

RpcError different(QByteArrayView header, const QByteArray &sent, const QString &body)
{
    return mismatch(u"the %1 header says \"%2\", the body \"%3\""_s.arg(QString::fromLatin1(header),
                                                                        shown(QString::fromUtf8(sent)), shown(body)));
}

bool isPlain(const QByteArray &value)
{
    return std::all_of(value.cbegin(), value.cend(), [](char c) { return (c >= ' ' && c <= '~') || c == '\t'; });
}

/** The value in UTF-8, or nothing where it is wrongly encoded or holds what a header can't. */
std::optional<QByteArray> decoded(const QByteArray &value)
{
    constexpr QByteArrayView head("=?base64?");
    constexpr QByteArrayView tail("?=");
    if (!isPlain(value))
        return std::nullopt;
    if (value.size() < head.size() + tail.size() || !value.startsWith(head) || !value.endsWith(tail))
        return value;
    const QByteArray code = value.sliced(head.size(), value.size() - head.size() - tail.size());
    const QByteArray text = QByteArray::fromBase64(code);
    // Qt forgives what it can't read; the way back does not.
    return text.toBase64() == code ? std::optional(text) : std::nullopt;
}

/** What a header has to say for a value of the body; nothing for values that don't go into headers. */
std::optional<QString> wanted(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return std::nullopt;
}

bool says(const QByteArray &text, const QJsonValue &value, const QString &want)
{
    if (!value.isDouble())
        return text == want.toUtf8();
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && number == value.toDouble();
}

std::optional<RpcError> checkValue(const Call &call, QByteArrayView header, const QJsonValue &value)
{
    const QByteArray sent = call.header(header);
    const std::optional<QString> want = wanted(value);
    if (!want && (value.isUndefined() || value.isNull()) && !sent.isNull())
        return mismatch(u"the %1 header stands for an argument that is not there"_s.arg(QString::fromLatin1(header)));
    if (!want)
        return std::nullopt; // its schema has something to say about it
    if (sent.isNull())
        return missing(header);
    const std::optional<QByteArray> text = decoded(sent);
    if (!text)
        return mismatch(u"the %1 header is not encoded as the protocol asks"_s.arg(QString::fromLatin1(header)));
    return says(*text, value, *want) ? std::nullopt : std::optional(different(header, *text, *want));
}

void collect(const QJsonObject &schema, const QStringList &path, std::vector<MirroredParameter> &found)
{
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto at = properties.constBegin(); at != properties.constEnd(); ++at) {
        const QJsonObject property = at.value().toObject();
        const QString name = property.value("x-mcp-header"_L1).toString();
        if (!name.isEmpty())
            found.push_back({.path = path + QStringList{at.key()}, .header = "Mcp-Param-" + name.toLatin1()});
        collect(property, path + QStringList{at.key()}, found);
    }
}

} // namespace

std::vector<MirroredParameter> mirroredParameters(const QJsonObject &schema)
{
    std::vector<MirroredParameter> found;
    collect(schema, {}, found);
    return found;
}

std::optional<RpcError> checkVersionHeader(const Call &call, const QString &version)
{
    constexpr QByteArrayView header("MCP-Protocol-Version");
    const QByteArray sent = call.header(header);
    if (sent.isNull())
        return missing(header);
    return sent == version.toUtf8() ? std::nullopt : std::optional(different(header, sent, version));
}

std::optional<RpcError> checkMethodHeader(const Call &call, const QString &method)
{
    constexpr QByteArrayView header("Mcp-Method");
    const QByteArray sent = call.header(header);
    if (sent.isNull())
        return missing(header);
    return sent == method.toUtf8() ? std::nullopt : std::optional(different(header, sent, method));
}

std::optional<RpcError> checkNameHeader(const Call &call, const QJsonValue &name)
{
    return name.isString() ? checkValue(call, "Mcp-Name", name) : std::nullopt;
}

std::optional<RpcError> checkParameterHeaders(const Call &call, const std::vector<MirroredParameter> &parameters,
                                              const QJsonObject &arguments)
{
    for (const MirroredParameter &parameter : parameters) {
        QJsonValue value = arguments;
        for (const QString &member : parameter.path)
            value = value.toObject().value(member);
        std::optional<RpcError> wrong = checkValue(call, parameter.header, value);
        if (wrong)
            return wrong;
    }
    return std::nullopt;
}

} // namespace tokensmith::mcp
