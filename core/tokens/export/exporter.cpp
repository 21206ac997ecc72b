// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/export/exporter.h"

#include "core/base/text.h"
#include "core/tokens/export/notation.h"
#include "core/tokens/tokenfilter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSaveFile>

namespace tokensmith::exports {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kNameLength = 120;

struct ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(ExportWords)
};

Notation notationOf(Format format)
{
    switch (format) {
    case Format::Csv:
        return csvNotation();
    case Format::Json:
        return jsonNotation();
    case Format::Ics:
        return icsNotation();
    }
    Q_UNREACHABLE();
}

} // namespace

QString suffixOf(Format format)
{
    switch (format) {
    case Format::Csv:
        return u".csv"_s;
    case Format::Json:
        return u".json"_s;
    case Format::Ics:
        return u".ics"_s;
    }
    Q_UNREACHABLE();
}

QString ownerText(const model::Token &token, const Content &content)
{
    const QString name = content.ownerName ? content.ownerName(token.owner) : QString();
    return base::plainLine(name.isEmpty() ? token.owner.accountId : name, kNameLength);
}

QString statusText(const model::Token &token, const Content &content)
{
    return tokens::statusWords().at(qsizetype(model::effectiveStatus(token, content.findings.now)));
}

Exporter::Exporter(Format format, Content content)
    : m_content(std::move(content))
    , m_notation(std::make_unique<const Notation>(notationOf(format)))
    , m_bytes(m_notation->open(m_content))
{
}

Exporter::~Exporter() = default;

bool Exporter::work(std::chrono::milliseconds atMost)
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (m_next < m_content.tokens.size()) {
        add(m_content.tokens[m_next++]);
        if (std::chrono::milliseconds(elapsed.elapsed()) >= atMost)
            return false;
    }
    if (!std::exchange(m_isClosed, true))
        m_bytes += m_notation->close;
    return true;
}

void Exporter::add(const model::Token &token)
{
    const QByteArray item = m_notation->item(token, m_content);
    if (item.isEmpty())
        return;
    if (std::exchange(m_hasItem, true))
        m_bytes += m_notation->between;
    m_bytes += item;
}

QByteArray exported(Format format, Content content)
{
    Exporter exporter(format, std::move(content));
    while (!exporter.work(1h)) {
    }
    return exporter.bytes();
}

base::Result<base::Done> save(const QByteArray &bytes, const QString &path)
{
    QSaveFile file(path);
    const bool saved = file.open(QIODevice::WriteOnly)
                       && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
                       && file.write(bytes) == bytes.size() && file.flush() && file.commit();
    if (saved)
        return base::Done{};
    return base::fail({.code = base::Error::Code::Unavailable,
                       .message = ExportWords::tr("Can't write %1: %2").arg(path, file.errorString())});
}

} // namespace tokensmith::exports
