// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tokensmith::clients::connect {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr auto kByteOrderMark = "\xEF\xBB\xBF";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/** The offset behind the string that starts at `at`, or the end of the text. */
qsizetype afterString(const QByteArray &text, qsizetype at)
{
    for (++at; at < text.size(); ++at) {
        if (text.at(at) == '\\')
            ++at;
        else if (text.at(at) == '"')
            return at + 1;
    }
    return text.size();
}

/** The offset behind the comment that starts at `at`; `at` itself where none does, or where it doesn't end. */
qsizetype afterComment(const QByteArray &text, qsizetype at)
{
    if (text.at(at) != '/')
        return at;
    const QByteArray start = text.mid(at, 2);
    if (start == "//") {
        const qsizetype end = text.indexOf('\n', at);
        return end < 0 ? text.size() : end;
    }
    const qsizetype end = start == "/*" ? text.indexOf("*/", at + 2) : -1;
    return end < 0 ? at : end + 2;
}

void blank(QByteArray &text, Span span)
{
    for (qsizetype at = span.begin; at < span.end; ++at) {
        if (!isSpace(text.at(at)))
            text[at] = ' ';
    }
}

QByteArray withoutComments(const QByteArray &text)
{
    QByteArray code = text;
    if (code.startsWith(kByteOrderMark))
        blank(code, {0, 3});
    for (qsizetype at = 0; at < code.size();) {
        if (code.at(at) == '"') {
            at = afterString(code, at);
            continue;
        }
        const qsizetype end = afterComment(text, at);
        blank(code, {at, end});
        at = std::max(end, at + 1);
    }
    return code;
}

QByteArray withoutTrailingCommas(const QByteArray &code)
{
    QByteArray strict = code;
    char before = 0;         // the last byte that is no space
    qsizetype trailing = -1; // a comma with a value before it and nothing yet behind
    for (qsizetype at = 0; at < code.size();) {
        const char c = code.at(at);
        if (isSpace(c)) {
            ++at;
            continue;
        }
        if ((c == '}' || c == ']') && trailing >= 0)
            strict[trailing] = ' ';
        const bool hasValueBefore = before != 0 && before != '{' && before != '[' && before != ',' && before != ':';
        trailing = c == ',' && hasValueBefore ? at : -1;
        before = c;
        at = c == '"' ? afterString(code, at) : at + 1;
    }
    return strict;
}

qsizetype lineOf(const QByteArray &text, qsizetype at)
{
    return text.left(at).count('\n') + 1;
}

qsizetype skipSpace(const QByteArray &strict, qsizetype at)
{
    while (at < strict.size() && isSpace(strict.at(at)))
        ++at;
    return at;
}

/** The offset behind the value that starts at `at`. */
qsizetype afterValue(const QByteArray &strict, qsizetype at)
{
    int depth = 0;
    while (at < strict.size()) {
        const char c = strict.at(at);
        if (depth == 0 && (c == ',' || c == '}' || c == ']' || isSpace(c)))
            return at;
        at = c == '"' ? afterString(strict, at) : at + 1;
        if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
        if (depth == 0 && (c == '"' || c == '}' || c == ']'))
            return at;
    }
    return at;
}

QString nameAt(const QByteArray &strict, Span key)
{
    return QJsonDocument::fromJson('[' + strict.mid(key.begin, key.end - key.begin) + ']').array().at(0).toString();
}

} // namespace

base::Result<JsonText> JsonText::from(const QByteArray &text)
{
    if (!text.isValidUtf8())
        return base::fail({.code = Error::Code::ProtocolError, .message = u"it isn't UTF-8 text"_s});
    JsonText json;
    json.m_text = text;
    json.m_code = withoutComments(text);
    json.m_strict = withoutTrailingCommas(json.m_code);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json.m_strict, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return base::fail(
            {.code = Error::Code::ProtocolError,
             .message =
                 u"it isn't valid JSON at line %1: %2"_s.arg(lineOf(text, problem.offset)).arg(problem.errorString())});
    }
    if (!document.isObject())
        return base::fail({.code = Error::Code::ProtocolError, .message = u"it holds no JSON object"_s});
    json.m_object = document.object();
    return json;
}

JsonObjectText JsonText::root() const
{
    return objectAt(m_strict.indexOf('{'));
}

JsonObjectText JsonText::objectAt(qsizetype open) const
{
    JsonObjectText object{.open = open};
    qsizetype at = skipSpace(m_strict, open + 1);
    while (at < m_strict.size() && m_strict.at(at) == '"') {
        const Span key{at, afterString(m_strict, at)};
        const qsizetype colon = skipSpace(m_strict, key.end);
        const qsizetype start = skipSpace(m_strict, colon + 1);
        const Span value{start, afterValue(m_strict, start)};
        object.members.push_back({nameAt(m_strict, key), key, value});
        at = skipSpace(m_strict, value.end);
        if (at < m_strict.size() && m_strict.at(at) == ',')
            at = skipSpace(m_strict, at + 1);
    }
    object.close = at;
    return object;
}

qsizetype JsonText::commaIn(Span span) const
{
    const qsizetype at = m_code.indexOf(',', span.begin);
    return at < span.end ? at : -1;
}

} // namespace tokensmith::clients::connect
