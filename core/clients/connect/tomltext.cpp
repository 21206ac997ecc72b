// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/tomltext.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <exception>
#include <iomanip>
#include <map>
#include <sstream>
#include <toml.hpp>

namespace tokensmith::clients::connect {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

using TomlMap = std::map<std::string, QByteArray>;

/** The parser throws; nothing beyond this function does. */
base::Result<::toml::value> parsed(const QByteArray &text)
{
    try {
        std::istringstream stream(text.toStdString());
        return ::toml::parse(stream, "file");
    } catch (const std::exception &problem) {
        // Several lines, with a piece of the file in it: only the number of the line is for people.
        static const QRegularExpression line(u"\\n\\s*(\\d+) \\|"_s);
        const QRegularExpressionMatch found = line.match(QString::fromUtf8(problem.what()));
        const QString where = found.hasMatch() ? u" at line "_s + found.captured(1) : QString();
        return base::fail({.code = Error::Code::ProtocolError, .message = u"it isn't valid TOML"_s + where});
    }
}

QByteArray quoted(const std::string &text)
{
    return QByteArray::fromStdString(text).toHex();
}

/** A value in one normal form: the same for the same meaning, another for another. */
QByteArray normalForm(const ::toml::value &value)
{
    if (value.is_table()) {
        TomlMap members; // sorted
        for (const auto &[key, member] : value.as_table())
            members.emplace(key, normalForm(member));
        QByteArray form = "{";
        for (const auto &[key, member] : members)
            form += quoted(key) + '=' + member + ',';
        return form + '}';
    }
    if (value.is_array()) {
        QByteArray form = "[";
        for (const ::toml::value &item : value.as_array())
            form += normalForm(item) + ',';
        return form + ']';
    }
    if (value.is_string())
        return '"' + quoted(value.as_string().str);
    std::ostringstream form;
    form << std::setprecision(17) << value; // numbers, switches, moments
    return QByteArray::fromStdString(form.str());
}

QJsonObject objectFrom(const ::toml::value &table)
{
    QJsonObject object;
    for (const auto &[key, value] : table.as_table()) {
        const QString name = QString::fromStdString(key);
        if (value.is_table())
            object.insert(name, objectFrom(value));
        else if (value.is_string())
            object.insert(name, QString::fromStdString(value.as_string().str));
        else if (value.is_boolean())
            object.insert(name, value.as_boolean());
        else if (value.is_integer())
            object.insert(name, static_cast<qint64>(value.as_integer()));
    }
    return object;
}

/** Where a scan through the lines stands: inside which string, how deep in brackets. */
class LineScanner
{
public:
    /** True where a table header may start. */
    [[nodiscard]] bool isBetweenStatements() const { return m_quote.isEmpty() && m_depth == 0; }

    /** The most brackets, or dots in a name, so far. */
    [[nodiscard]] int deepest() const { return m_deepest; }

    /** Reads a line; true if it holds more than white space and a comment. */
    bool read(QByteArrayView line)
    {
        bool hasContent = !m_quote.isEmpty();
        for (qsizetype at = 0; at < line.size();) {
            const char c = line.at(at);
            if (m_quote.isEmpty() && c == '#')
                break;
            hasContent = hasContent || !QByteArrayView(" \t\r\n").contains(c);
            at += m_quote.isEmpty() ? step(line.sliced(at)) : stepInString(line.sliced(at));
        }
        if (m_quote.size() == 1) // such a string ends with its line
            m_quote.clear();
        return hasContent;
    }

private:
    qsizetype step(QByteArrayView rest)
    {
        const char c = rest.front();
        if (c == '"' || c == '\'') {
            m_quote = QByteArray(3, c);
            if (!rest.startsWith(m_quote))
                m_quote = QByteArray(1, c);
            return m_quote.size();
        }
        m_depth += c == '[' || c == '{' ? 1 : 0;
        m_depth -= c == ']' || c == '}' ? 1 : 0;
        m_dots = QByteArrayView("=,[{\n").contains(c) ? 0 : m_dots + (c == '.' ? 1 : 0);
        m_deepest = std::max({m_deepest, m_depth, m_dots});
        return 1;
    }

    qsizetype stepInString(QByteArrayView rest)
    {
        if (rest.front() == '\\' && m_quote.front() == '"')
            return 2;
        if (!rest.startsWith(m_quote))
            return 1;
        qsizetype length = m_quote.size();
        while (m_quote.size() == 3 && length < 5 && length < rest.size() && rest.at(length) == m_quote.front())
            ++length; // up to two quotes may stand before the three that end it
        m_quote.clear();
        return length;
    }

    QByteArray m_quote; // what ends the string, or nothing
    int m_depth = 0;
    int m_dots = 0;
    int m_deepest = 0;
};

/** Whether names or values are nested in a way that nobody writes and no parser survives. */
bool isTooDeep(const QByteArray &text)
{
    constexpr int kDeepest = 100;
    LineScanner scanner;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        scanner.read(line + '\n');
        if (scanner.deepest() > kDeepest)
            return true;
    }
    return false;
}

Error noTable(const QString &name)
{
    return {.code = Error::Code::ProtocolError, .message = u"\"%1\" is no table there"_s.arg(name)};
}

/** The names in a header line, as the parser reads them. */
QStringList namesIn(const QByteArray &header)
{
    QStringList names;
    const base::Result<::toml::value> result = parsed(header);
    if (!result)
        return names;
    const ::toml::value *value = &*result;
    while (value->is_table() && value->as_table().size() == 1) {
        names.append(QString::fromStdString(value->as_table().begin()->first));
        value = &value->as_table().begin()->second;
        if (value->is_array() && !value->as_array().empty())
            value = &value->as_array().front();
    }
    return names;
}

} // namespace

base::Result<TomlMeaning> tomlMeaning(const QByteArray &text, const EntryPath &path)
{
    if (!text.isValidUtf8())
        return base::fail({.code = Error::Code::ProtocolError, .message = u"it isn't UTF-8 text"_s});
    if (isTooDeep(text))
        return base::fail({.code = Error::Code::ProtocolError, .message = u"it is nested too deeply"_s});
    base::Result<::toml::value> root = parsed(text);
    if (!root)
        return base::fail(root.error());
    TomlMeaning meaning;
    auto &members = root->as_table();
    const auto servers = members.find(path.container.toStdString());
    if (servers != members.end()) {
        if (!servers->second.is_table())
            return base::fail(noTable(path.container));
        auto &entries = servers->second.as_table();
        const auto ours = entries.find(path.name.toStdString());
        if (ours != entries.end() && !ours->second.is_table())
            return base::fail(noTable(path.name));
        if (ours != entries.end()) {
            meaning.entry = objectFrom(ours->second);
            entries.erase(ours);
        }
        if (entries.empty())
            members.erase(servers);
    }
    meaning.rest = normalForm(*root);
    return meaning;
}

std::vector<TomlBlock> tomlBlocks(const QByteArray &text, const EntryPath &path)
{
    std::vector<TomlBlock> blocks;
    const QByteArray name = path.name.toUtf8();
    LineScanner scanner;
    bool isOurs = false;
    qsizetype next = 0;
    for (qsizetype begin = 0; begin < text.size(); begin = next) {
        const qsizetype lineEnd = text.indexOf('\n', begin);
        next = lineEnd < 0 ? text.size() : lineEnd + 1;
        const QByteArray line = text.mid(begin, next - begin);
        if (scanner.isBetweenStatements() && line.trimmed().startsWith('[')) {
            const bool mayBe = line.contains(name) || line.contains('\\'); // escapes can spell it, too
            const QStringList names = mayBe ? namesIn(line) : QStringList();
            isOurs = names.size() >= 2 && names.at(0) == path.container && names.at(1) == path.name;
            if (isOurs)
                blocks.push_back({begin, next});
        }
        if (scanner.read(line) && isOurs)
            blocks.back().end = next;
    }
    return blocks;
}

} // namespace tokensmith::clients::connect
