// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/console.h"

#include "app/common/services.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace tokensmith::app {

using namespace Qt::StringLiterals;

namespace {

void writeLine(std::FILE *stream, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stream);
    std::fflush(stream);
}

} // namespace

void printError(const QString &sentence)
{
    writeLine(stderr, "tokensmith: " + sentence.toUtf8() + '\n');
}

void printError(const base::Error &error)
{
    printError(error.detail.isEmpty() ? error.message : u"%1 (%2)"_s.arg(error.message, error.detail));
}

void printListening(const Services &services)
{
    QJsonObject line{{u"type"_s, u"listening"_s}, {u"url"_s, services.endpoint().url().toString()}};
    if (!services.sandboxApi().isEmpty())
        line.insert("sandboxApi"_L1, services.sandboxApi().toString());
    writeLine(stdout, QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    if (const std::optional<base::Secret> &key = services.generatedKey())
        writeLine(stderr, "Client key for this run (header X-API-Key): " + key->reveal() + '\n');
}

void printStorageProblem(const Services &services)
{
    if (!services.storageProblem())
        return;
    printError(*services.storageProblem());
    printError(u"Until then token lists are not kept and the audit log is not written."_s);
}

int leave(ExitCode code, const base::Error &error)
{
    printError(error);
    return static_cast<int>(code);
}

int printAndLeave(const QString &text)
{
    writeLine(stdout, text.toUtf8());
    return static_cast<int>(ExitCode::Clean);
}

} // namespace tokensmith::app
