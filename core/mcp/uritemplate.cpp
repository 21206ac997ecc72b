// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/uritemplate.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

tl::unexpected<base::Error> unusable(const QString &message)
{
    return base::fail({.code = base::Error::Code::InvalidArgument, .message = message});
}

bool isVariableName(const QString &name)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(u"[A-Za-z0-9_]{1,64}"_s));
    return form.match(name).hasMatch();
}

bool isUnreserved(QChar c)
{
    return (c.unicode() < 128 && c.isLetterOrNumber()) || u"-._~"_s.contains(c);
}

int hexDigit(QChar c)
{
    static const QString digits = u"0123456789abcdef"_s;
    return static_cast<int>(digits.indexOf(c.toLower()));
}

/** The value an expression stood for; nothing where no value expands to this. */
std::optional<QString> decoded(QStringView expanded)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < expanded.size(); ++at) {
        const QChar c = expanded[at];
        if (isUnreserved(c)) {
            bytes.append(c.toLatin1());
            continue;
        }
        if (c != u'%' || at + 2 >= expanded.size())
            return std::nullopt;
        const int high = hexDigit(expanded[at + 1]);
        const int low = hexDigit(expanded[at + 2]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.append(static_cast<char>(high * 16 + low));
        at += 2;
    }
    const QString text = QString::fromUtf8(bytes);
    const bool wellFormed = !text.isEmpty() && text.toUtf8() == bytes;
    return wellFormed ? std::optional(text) : std::nullopt;
}

} // namespace

base::Result<UriTemplate> UriTemplate::parse(const QString &text)
{
    UriTemplate parsed;
    qsizetype at = 0;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', at)) {
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0)
            return unusable(u"A \"{\" is never closed."_s);
        const QString name = text.sliced(open + 1, close - open - 1);
        if (!isVariableName(name))
            return unusable(u"Only simple expressions such as {name} are understood, not {%1}."_s.arg(name));
        if (parsed.m_variables.contains(name))
            return unusable(u"{%1} stands there twice."_s.arg(name));
        if (open == at && !parsed.m_variables.isEmpty())
            return unusable(u"Nothing tells {%1} from the expression before it."_s.arg(name));
        parsed.m_literals.append(text.sliced(at, open - at));
        parsed.m_variables.append(name);
        at = close + 1;
    }
    parsed.m_literals.append(text.sliced(at));
    const bool stray = std::any_of(parsed.m_literals.begin(), parsed.m_literals.end(),
                                   [](const QString &literal) { return literal.contains(u'}'); });
    if (stray)
        return unusable(u"A \"}\" closes nothing."_s);
    if (parsed.m_variables.isEmpty())
        return unusable(u"It has no expression."_s);
    return parsed;
}

std::optional<QHash<QString, QString>> UriTemplate::match(const QString &uri) const
{
    const QString &last = m_literals.last();
    if (!uri.startsWith(m_literals.first()) || !uri.endsWith(last))
        return std::nullopt;
    QHash<QString, QString> values;
    qsizetype at = m_literals.first().size();
    for (qsizetype i = 0; i < m_variables.size(); ++i) {
        const bool isLast = i + 1 == m_variables.size();
        const qsizetype end = isLast ? uri.size() - last.size() : uri.indexOf(m_literals[i + 1], at);
        if (end <= at)
            return std::nullopt;
        const std::optional<QString> value = decoded(QStringView(uri).sliced(at, end - at));
        if (!value)
            return std::nullopt;
        values.insert(m_variables[i], *value);
        at = end + m_literals[i + 1].size();
    }
    return values;
}

} // namespace tokensmith::mcp
