// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/tomltext.h"

#include <QStringList>

#include <sstream>

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace tokensmith::clients::connect {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

::toml::parse_result parsed(const QByteArray &text)
{
    return ::toml::parse(std::string_view(text.constData(), static_cast<size_t>(text.size())));
}

QJsonObject objectFrom(const ::toml::table &table)
{
    QJsonObject object;
    for (const auto &[key, node] : table) {
        const QString name = QString::fromStdString(std::string(key.str()));
        if (const ::toml::table *inner = node.as_table())
            object.insert(name, objectFrom(*inner));
        else if (node.is_string())
            object.insert(name, QString::fromStdString(**node.as_string()));
        else if (node.is_boolean())
            object.insert(name, **node.as_boolean());
        else if (node.is_integer())
            object.insert(name, static_cast<qint64>(**node.as_integer()));
    }
    return object;
}

/** Where a scan through the lines stands: inside which string, how deep in brackets. */
class LineScanner
{
public:
    /** True where a table header may start. */
    [[nodiscard]] bool isBetweenStatements() const { return m_quote.isEmpty() && m_depth == 0; }

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
};

/** The names in a header line, as the parser reads them. */
QStringList namesIn(const QByteArray &header)
{
    QStringList names;
    const ::toml::parse_result result = parsed(header);
    if (!result)
        return names;
    const ::toml::table *table = &result.table();
    while (table && table->size() == 1) {
        names.append(QString::fromStdString(std::string(table->begin()->first.str())));
        const ::toml::node &node = table->begin()->second;
        const ::toml::array *array = node.as_array();
        table = array && !array->empty() ? array->front().as_table() : node.as_table();
    }
    return names;
}

} // namespace

base::Result<TomlMeaning> tomlMeaning(const QByteArray &text, const EntryPath &path)
{
    ::toml::parse_result result = parsed(text);
    if (!result) {
        const ::toml::parse_error &problem = result.error();
        return base::fail({.code = Error::Code::ProtocolError,
                           .message = u"it isn't valid TOML at line %1: %2"_s.arg(problem.source().begin.line)
                                          .arg(QString::fromStdString(std::string(problem.description())))});
    }
    TomlMeaning meaning;
    ::toml::table &root = result.table();
    const std::string container = path.container.toStdString();
    const std::string name = path.name.toStdString();
    if (::toml::table *servers = root[container].as_table()) {
        if (const ::toml::table *ours = (*servers)[name].as_table())
            meaning.entry = objectFrom(*ours);
        else if (servers->contains(name))
            return base::fail(
                {.code = Error::Code::ProtocolError, .message = u"\"%1\" is no table there"_s.arg(path.name)});
        servers->erase(name);
        if (servers->empty())
            root.erase(container);
    } else if (root.contains(container)) {
        return base::fail(
            {.code = Error::Code::ProtocolError, .message = u"\"%1\" is no table there"_s.arg(path.container)});
    }
    std::ostringstream rest;
    rest << root;
    meaning.rest = QByteArray::fromStdString(rest.str());
    return meaning;
}

std::vector<TomlBlock> tomlBlocks(const QByteArray &text, const EntryPath &path)
{
    std::vector<TomlBlock> blocks;
    LineScanner scanner;
    bool isOurs = false;
    qsizetype next = 0;
    for (qsizetype begin = 0; begin < text.size(); begin = next) {
        const qsizetype lineEnd = text.indexOf('\n', begin);
        next = lineEnd < 0 ? text.size() : lineEnd + 1;
        const QByteArray line = text.mid(begin, next - begin);
        if (scanner.isBetweenStatements() && line.trimmed().startsWith('[')) {
            const QStringList names = namesIn(line);
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
