// SPDX-License-Identifier: GPL-3.0-or-later

// Configuration files of AI clients. Input: a client's id on the first line, then its file.
#include "core/clients/connect/cliententry.h"
#include "core/clients/connect/syntax.h"
#include "core/clients/connect/textdiff.h"
#include "tests/fuzz/fuzzing.h"

using namespace Qt::StringLiterals;
using namespace tokensmith;
using namespace tokensmith::clients::connect;
using fuzz::require;

namespace {

bool isLayout(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '{' || c == '}';
}

/** Whether `text` is left when bytes are taken out of `longer`; white space and braces don't count. */
bool isPartOf(const QByteArray &text, const QByteArray &longer)
{
    qsizetype at = 0;
    for (const char c : text) {
        if (isLayout(c))
            continue;
        at = longer.indexOf(c, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

void checkReason(const base::Error &error)
{
    require(error.code == base::Error::Code::ProtocolError, "an odd file is a ProtocolError");
    require(!error.message.isEmpty() && error.message.size() < 500, "a refusal says why, and briefly");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto [id, text] = fuzz::cutLine(fuzz::bytesFrom(data, size));
    const ClientFormat *format = clientFormat(QString::fromUtf8(id));
    if (!format)
        return -1;
    const SyntaxEditor editor = editorFor(format->syntax);
    const EntryPath path = entryPath(*format);
    const Entry entry =
        entryFor(*format, {.url = u"http://127.0.0.1:8787/mcp"_s, .key = base::Secret("ts_key"), .bridge = u"/b"_s});
    const base::Result<std::optional<QJsonObject>> before = editor.find(text, path);
    const base::Result<QByteArray> with = editor.put(text, path, entry);
    if (!with) {
        checkReason(with.error());
        return 0;
    }
    require(before.has_value(), "what can be changed can be read");
    require(editor.put(*with, path, entry) == *with, "what is right is left alone");
    const base::Result<std::optional<QJsonObject>> after = editor.find(*with, path);
    require(after && *after, "our entry is there");
    require(accessFrom(*format, **after).key.reveal() == "ts_key", "our entry says what it should");
    require(*before || isPartOf(text, *with), "adding our entry takes nothing away");
    const base::Result<QByteArray> without = editor.drop(*with, path);
    require(without.has_value(), "our entry can be taken out");
    const base::Result<std::optional<QJsonObject>> gone = editor.find(*without, path);
    require(gone && !*gone, "our entry is gone");
    require(isPartOf(*without, *with), "taking our entry out adds nothing");
    require(*before || isPartOf(text, *without), "what was there is there again");
    static_cast<void>(lineDiff(text, *with));
    return 0;
}
