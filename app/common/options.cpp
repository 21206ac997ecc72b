// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/options.h"

#include "core/base/identifiers.h"
#include "core/base/logging.h"
#include "core/base/text.h"
#include "core/clients/calllimiter.h"

#include <QCommandLineParser>
#include <QFile>
#include <QHostAddress>

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 kLargestSecretFile = 4096;
constexpr int kLargestRate = 100'000;

tl::unexpected<Error> refuse(const QString &message)
{
    return base::fail({.code = Error::Code::InvalidArgument, .message = message});
}

QString programName(Program program)
{
    return program == Program::Desktop ? u"tokensmith"_s : u"tokensmithd"_s;
}

void describe(QCommandLineParser &parser, Program program)
{
    parser.setApplicationDescription(program == Program::Desktop
                                         ? u"Desktop keyring for Cloudflare API tokens with a local MCP server."_s
                                         : u"Cloudflare API tokens over a local MCP server, without a window."_s);
    parser.addOptions({
        {u"sandbox"_s,
         u"Run on a simulated Cloudflare inside the program. Touches neither your account nor your keychain."_s},
        {u"sandbox-tokens"_s, u"Start the simulated Cloudflare with <n> tokens."_s, u"n"_s},
        {u"port"_s, u"Listen on <n> (default 8787; 0: any free port)."_s, u"n"_s},
        {u"data-dir"_s, u"Keep configuration, data, lock and socket under <dir>."_s, u"dir"_s},
        {u"api-base"_s, u"Cloudflare's API (default https://api.cloudflare.com/client/v4; http only for loopback)."_s,
         u"url"_s},
        {u"log-level"_s, u"error, warning, info or debug (default warning)."_s, u"level"_s},
        {u"version"_s, u"Print the version."_s},
        {{u"h"_s, u"help"_s}, u"Print this help."_s},
    });
    if (program == Program::Desktop) {
        parser.addOptions({
            {u"hidden"_s, u"Start in the tray, without a window."_s},
            {u"page"_s, u"Show <name> first."_s, u"name"_s},
        });
    }
}

QString helpText(const QCommandLineParser &parser)
{
    return parser.helpText()
           + u"\nEnvironment:\n"
             "  CLOUDFLARE_BOOTSTRAP_TOKEN  Used instead of the keychain, and never written to it.\n"
             "  MCP_API_KEY                 Declares one client key named \"env\".\n"
             "  Either with _FILE appended  Names a file that holds the value.\n"
             "  ALLOWED_ACCOUNT_IDS         Comma-separated account ids; other accounts are left alone.\n"
             "  RATE_LIMIT_PER_MINUTE       How often a client key may create, change or revoke (default 10).\n"
             "  ENABLE_AUDIT_LOG            true: audit entries as JSON lines on stderr, besides the database.\n"
             "\nExit codes: 0 clean, 1 failed, 2 bad usage, 3 port taken, 4 keychain unusable.\n"_s;
}

base::Result<int> numberFrom(const QString &flag, const QString &text, int most)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 0 || number > most)
        return refuse(
            u"--%1 takes a number from 0 to %2, not \"%3\"."_s.arg(flag).arg(most).arg(base::plainLine(text, 40)));
    return number;
}

base::Result<QUrl> apiBaseFrom(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    const bool loopback = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    const bool allowed = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && loopback);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()
        || !allowed)
        return refuse(u"--api-base takes an https address (http only for loopback), not \"%1\"."_s.arg(
            base::plainLine(text, 80)));
    while (url.path().endsWith(u'/'))
        url.setPath(url.path().chopped(1));
    return url;
}

/** NAME, or the content of the file that NAME_FILE names (for systemd credentials). Both: a contradiction. */
base::Result<base::Secret> secretFrom(const QProcessEnvironment &environment, const QString &name)
{
    const QString direct = environment.value(name);
    const QString path = environment.value(name + "_FILE"_L1);
    if (path.isEmpty())
        return base::Secret(direct.toUtf8().trimmed());
    if (!direct.isEmpty())
        return refuse(u"Both %1 and %1_FILE are set. Keep one."_s.arg(name));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(u"%1_FILE: can't read \"%2\": %3."_s.arg(name, base::plainLine(path, 200), file.errorString()));
    const QByteArray content = file.read(kLargestSecretFile + 1).trimmed();
    if (content.isEmpty() || content.size() > kLargestSecretFile)
        return refuse(u"%1_FILE: the file is empty or too large for a secret."_s.arg(name));
    return base::Secret(content);
}

base::Result<QStringList> accountIdsFrom(const QString &text)
{
    QStringList ids;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString id = part.trimmed();
        if (!base::isCloudflareId(id))
            return refuse(u"ALLOWED_ACCOUNT_IDS: \"%1\" is not an account id (32 hexadecimal digits)."_s.arg(
                base::plainLine(id, 40)));
        ids.append(id);
    }
    if (ids.isEmpty() && !text.isEmpty())
        return refuse(u"ALLOWED_ACCOUNT_IDS names no account. Remove it to allow all."_s);
    return ids;
}

/** Whole numbers from 1: none at all would be a server that can do nothing, and nobody means that. */
base::Result<int> rateFrom(const QString &text)
{
    if (text.isEmpty())
        return clients::CallLimiter::kDefaultPerMinute;
    bool isNumber = false;
    const int rate = text.trimmed().toInt(&isNumber);
    if (!isNumber || rate < 1 || rate > kLargestRate)
        return refuse(u"RATE_LIMIT_PER_MINUTE takes a number from 1 to %1, not \"%2\"."_s.arg(kLargestRate)
                          .arg(base::plainLine(text, 40)));
    return rate;
}

base::Result<base::Done> readEnvironment(Options &options, const QProcessEnvironment &environment)
{
    base::Result<base::Secret> bootstrap = secretFrom(environment, u"CLOUDFLARE_BOOTSTRAP_TOKEN"_s);
    if (!bootstrap)
        return base::fail(std::move(bootstrap.error()));
    base::Result<base::Secret> key = secretFrom(environment, u"MCP_API_KEY"_s);
    if (!key)
        return base::fail(std::move(key.error()));
    base::Result<QStringList> accounts = accountIdsFrom(environment.value(u"ALLOWED_ACCOUNT_IDS"_s));
    if (!accounts)
        return base::fail(std::move(accounts.error()));
    base::Result<int> rate = rateFrom(environment.value(u"RATE_LIMIT_PER_MINUTE"_s));
    if (!rate)
        return base::fail(std::move(rate.error()));
    options.changesPerMinute = *rate;
    if (environment.value(u"ENABLE_AUDIT_LOG"_s) == "true"_L1)
        options.auditLines = AuditLines::AlsoStderr;
    options.bootstrapToken = *std::move(bootstrap);
    options.mcpApiKey = *std::move(key);
    options.allowedAccountIds = *std::move(accounts);
    return base::Done{};
}

base::Result<base::Done> readFlags(Options &options, const QCommandLineParser &parser, Program program)
{
    options.mode = parser.isSet(u"sandbox"_s) ? Mode::Sandbox : Mode::Live;
    options.dataDir = parser.value(u"data-dir"_s);
    if (parser.isSet(u"data-dir"_s) && options.dataDir.isEmpty())
        return refuse(u"--data-dir takes a directory."_s);
    if (parser.isSet(u"sandbox-tokens"_s)) {
        const base::Result<int> tokens = numberFrom(u"sandbox-tokens"_s, parser.value(u"sandbox-tokens"_s), 1'000'000);
        if (!tokens)
            return base::fail(tokens.error());
        options.sandboxTokens = *tokens;
    }
    if (parser.isSet(u"port"_s)) {
        const base::Result<int> port = numberFrom(u"port"_s, parser.value(u"port"_s), 65'535);
        if (!port)
            return base::fail(port.error());
        options.port = static_cast<quint16>(*port);
        options.portFrom = Options::PortFrom::CommandLine;
    }
    base::Result<QUrl> apiBase = apiBaseFrom(parser.isSet(u"api-base"_s) ? parser.value(u"api-base"_s)
                                                                         : u"https://api.cloudflare.com/client/v4"_s);
    if (!apiBase)
        return base::fail(std::move(apiBase.error()));
    options.apiBase = *std::move(apiBase);
    if (options.mode == Mode::Sandbox && parser.isSet(u"api-base"_s))
        return refuse(u"--sandbox brings its own Cloudflare: leave out --api-base."_s);
    const QString level = parser.isSet(u"log-level"_s) ? parser.value(u"log-level"_s) : u"warning"_s;
    if (!base::setLogLevel(level))
        return refuse(u"--log-level takes error, warning, info or debug."_s);
    if (program == Program::Desktop) {
        options.start = parser.isSet(u"hidden"_s) ? Options::Start::Hidden : Options::Start::Window;
        options.page = parser.value(u"page"_s);
    }
    return base::Done{};
}

} // namespace

base::Result<Parsed> parseOptions(Program program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    describe(parser, program);
    if (!parser.parse(arguments))
        return refuse(base::plainLine(parser.errorText(), 200) + u'.');
    if (parser.isSet(u"help"_s))
        return Parsed{.textToPrint = helpText(parser)};
    if (parser.isSet(u"version"_s))
        return Parsed{.textToPrint = u"%1 %2\n"_s.arg(programName(program), QStringLiteral(TOKENSMITH_VERSION))};
    if (!parser.positionalArguments().isEmpty())
        return refuse(
            u"Unexpected argument \"%1\"."_s.arg(base::plainLine(parser.positionalArguments().constFirst(), 40)));
    Parsed parsed;
    base::Result<base::Done> flags = readFlags(parsed.options, parser, program);
    if (!flags)
        return base::fail(std::move(flags.error()));
    base::Result<base::Done> fromEnvironment = readEnvironment(parsed.options, environment);
    if (!fromEnvironment)
        return base::fail(std::move(fromEnvironment.error()));
    return parsed;
}

} // namespace tokensmith::app
