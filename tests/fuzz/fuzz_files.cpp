// SPDX-License-Identifier: GPL-3.0-or-later

// What the programs read of disks and the environment. Input: the kind of text on the first line (see kReaders), then
// the text.
#include "app/bridge/settings.h"
#include "app/common/endpointfile.h"
#include "app/common/options.h"
#include "app/sandbox/sandboxoptions.h"
#include "core/audit/entry.h"
#include "core/sandbox/statejson.h"
#include "core/store/tokenlistencoder.h"
#include "tests/fuzz/fuzzing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryFile>

#include <array>

using namespace Qt::StringLiterals;
using namespace tokensmith;
using fuzz::require;

namespace {

void checkRefusal(const base::Error &error)
{
    require(!error.message.isEmpty() && fuzz::isOneLine(error.message), "a refusal is a sentence of one line");
}

void checkOptions(const app::Options &options)
{
    require(options.apiBase.isValid() && !options.apiBase.host().isEmpty(), "the API's address is one");
    require(options.apiBase.scheme() == "https"_L1 || options.apiBase.scheme() == "http"_L1, "the API speaks HTTP");
    require(options.changesPerMinute >= 1, "some change a minute is possible");
    for (const QString &id : options.allowedAccountIds)
        require(id.size() == 32, "an allowed account is an id");
}

struct CommandLine
{
    QStringList arguments{u"program"_s};
    QProcessEnvironment environment = {};
};

/** Lines NAME=value are the environment, all others arguments. */
CommandLine commandLineFrom(const QByteArray &text)
{
    CommandLine line;
    for (const QString &word : QString::fromUtf8(text).split(u'\n')) {
        const qsizetype equals = word.indexOf(u'=');
        if (word.startsWith(u'-') || equals < 1)
            line.arguments.append(word);
        else if (!word.contains("_FILE"_L1)) // no file of this machine is read
            line.environment.insert(word.first(equals), word.sliced(equals + 1));
    }
    return line;
}

void readOptions(const QByteArray &text)
{
    const auto [arguments, environment] = commandLineFrom(text);
    for (const app::Program program : {app::Program::Daemon, app::Program::Desktop}) {
        const base::Result<app::Parsed> parsed = app::parseOptions(program, arguments, environment);
        if (!parsed)
            checkRefusal(parsed.error());
        else if (parsed->textToPrint.isEmpty())
            checkOptions(parsed->options);
    }
    const base::Result<app::SandboxOptions> sandbox = app::parseSandboxOptions(arguments);
    if (!sandbox)
        checkRefusal(sandbox.error());
}

void readBridgeOptions(const QByteArray &text)
{
    const auto [arguments, environment] = commandLineFrom(text);
    const base::Result<bridge::Action> action = bridge::actionFrom(arguments);
    if (!action)
        checkRefusal(action.error());
    const base::Result<bridge::AppPlace> place = bridge::appPlaceFrom(environment);
    if (!place)
        return checkRefusal(place.error());
    require(place->url.isEmpty() || app::isLoopbackUrl(place->url), "the bridge speaks to this machine only");
}

/** The path of a file that holds `text`. */
QString fileWith(const QByteArray &text)
{
    static QTemporaryFile file;
    require(file.open() && file.resize(0) && file.write(text) == text.size(), "the file can be written");
    file.close();
    return file.fileName();
}

void readEndpointFile(const QByteArray &text)
{
    const base::Result<QUrl> url = app::EndpointFile::read(fileWith(text));
    if (!url)
        return checkRefusal(url.error());
    require(app::isLoopbackUrl(*url) && url->port() > 0, "an endpoint is a port of this machine");
    require(url->host() == "127.0.0.1"_L1 || url->host() == "localhost"_L1 || url->host() == "::1"_L1,
            "this machine has three names");
}

/** The content of a key file. */
void readKeyFile(const QByteArray &text)
{
    QProcessEnvironment environment;
    environment.insert(u"MCP_API_KEY_FILE"_s, fileWith(text));
    const auto parsed = app::parseOptions(app::Program::Daemon, {u"program"_s}, environment);
    if (!parsed)
        return checkRefusal(parsed.error());
    require(!parsed->options.mcpApiKey.isEmpty(), "a key from a file is not empty");
    require(parsed->options.mcpApiKey.reveal().trimmed() == text.trimmed(), "a key is what the file holds");
}

/** A piece of the inventory: the JSON of the text, packed; and the text itself, damaged. */
void readPiece(const QByteArray &text)
{
    static_cast<void>(store::decodePiece(text, model::Owner::user()));
    const auto tokens = store::decodePiece(qCompress(text, 1), model::Owner::user());
    if (!tokens)
        return checkRefusal(tokens.error());
    store::TokenListEncoder encoder;
    encoder.add(*tokens);
    static_cast<void>(encoder.finish());
}

void readState(const QByteArray &text)
{
    static const sandbox::PermissionGroupTable groups;
    const auto state = sandbox::stateFromJson(QJsonDocument::fromJson(text).object(), groups);
    if (!state)
        return;
    const QJsonObject written = sandbox::stateToJson(*state, groups);
    const auto again = sandbox::stateFromJson(written, groups);
    require(again.has_value(), "a written state can be read");
    QJsonObject second = sandbox::stateToJson(*again, groups);
    second.insert("generation"_L1, written.value("generation"_L1)); // counts the restores
    require(second == written, "a written state reads as itself");
}

void readAuditEntry(const QByteArray &text)
{
    const std::optional<audit::Entry> entry = audit::entryFromJson(QJsonDocument::fromJson(text).object());
    if (!entry)
        return;
    const QByteArray line = audit::lineOf(*entry);
    require(!line.contains('\n'), "an entry is one line");
    const std::optional<audit::Entry> again = audit::entryFromJson(fuzz::objectFrom(line));
    require(again.has_value() && audit::lineOf(*again) == line, "a written entry reads as itself");
}

struct Reader
{
    QByteArrayView kind;
    void (*read)(const QByteArray &text);
};

constexpr std::array kReaders{
    Reader{"options", readOptions},  Reader{"bridge", readBridgeOptions}, Reader{"endpoint", readEndpointFile},
    Reader{"key", readKeyFile},      Reader{"piece", readPiece},          Reader{"state", readState},
    Reader{"audit", readAuditEntry},
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto [kind, text] = fuzz::cutLine(fuzz::bytesFrom(data, size));
    for (const Reader &reader : kReaders) {
        if (kind == reader.kind) {
            reader.read(text);
            return 0;
        }
    }
    return -1;
}
