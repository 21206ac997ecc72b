// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzing.h"

#include <QCoreApplication>
#include <QHashSeed>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace tokensmith::fuzz {

namespace {

/** A run makes millions of warnings, none of them news. */
void dropMessages(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

QJsonDocument documentFrom(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    require(json.isValidUtf8(), "JSON of ours is UTF-8");
    require(error.error == QJsonParseError::NoError, "JSON of ours can be read");
    return document;
}

} // namespace

void require(bool holds, const char *claim)
{
    if (holds)
        return;
    std::fprintf(stderr, "This does not hold: %s\n", claim);
    std::abort();
}

QByteArray bytesFrom(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

std::pair<QByteArray, QByteArray> cutLine(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    return end < 0 ? std::pair(text, QByteArray()) : std::pair(text.first(end), text.sliced(end + 1));
}

bool isOneLine(const QString &text)
{
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), [](QChar c) {
               return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
                      || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
           });
}

QJsonObject objectFrom(const QByteArray &json)
{
    const QJsonDocument document = documentFrom(json);
    require(document.isObject(), "JSON of ours that should be an object is one");
    return document.object();
}

QJsonArray arrayFrom(const QByteArray &json)
{
    const QJsonDocument document = documentFrom(json);
    require(document.isArray(), "JSON of ours that should be a list is one");
    return document.array();
}

} // namespace tokensmith::fuzz

/** Called by libFuzzer once, before the first input. */
extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    static char name[] = "fuzzer";
    static char *arguments[] = {name, nullptr};
    static int count = 1;
    qputenv("QT_NO_GLIB", "1"); // the plain event loop is faster
    QHashSeed::setDeterministicGlobalSeed();
    qInstallMessageHandler(tokensmith::fuzz::dropMessages);
    static const QCoreApplication application(count, arguments);
    return 0;
}
