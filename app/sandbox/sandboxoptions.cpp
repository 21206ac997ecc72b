// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxoptions.h"

#include "core/base/text.h"

#include <QCommandLineParser>

#include <array>

using namespace Qt::StringLiterals;

namespace tokensmith::app {

namespace {

using Leaked = sandbox::SeedOptions::LeakedToken;

struct NumberFlag
{
    QLatin1StringView name;
    int least;
    int most;
    int absent;
};
constexpr NumberFlag kPort{"port"_L1, 0, 65535, 0};
constexpr NumberFlag kTokens{"tokens"_L1, 0, 1'000'000, 40};
constexpr NumberFlag kAccounts{"accounts"_L1, 1, 1000, 3};
constexpr NumberFlag kLatency{"latency"_L1, 0, 600'000, 0};

tl::unexpected<base::Error> refuse(const QString &message)
{
    return base::fail({.code = base::Error::Code::InvalidArgument, .message = message});
}

base::Result<int> number(const QCommandLineParser &parser, const NumberFlag &flag)
{
    if (!parser.isSet(flag.name))
        return flag.absent;
    const QString text = parser.value(flag.name);
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (!isNumber || value < flag.least || value > flag.most)
        return refuse(u"--%1 takes a number from %2 to %3, not \"%4\"."_s.arg(flag.name)
                          .arg(flag.least)
                          .arg(flag.most)
                          .arg(base::plainLine(text, 40)));
    return value;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A simulated Cloudflare token API on this machine, for trying out and for tests."_s);
    parser.addOptions({
        {u"port"_s, u"Listen on <n> (default 0: any free port)."_s, u"n"_s},
        {u"tokens"_s, u"Start with <n> tokens (default 40)."_s, u"n"_s},
        {u"accounts"_s, u"Start with <n> accounts (default 3)."_s, u"n"_s},
        {u"latency"_s, u"Answer every request <ms> milliseconds late."_s, u"ms"_s},
        {u"state"_s, u"Keep the tokens in <file>, so that they survive a restart."_s, u"file"_s},
        {u"exposed"_s, u"Give one token the status \"revoked (exposed)\", which Cloudflare's schema does not list."_s},
        {u"version"_s, u"Print the version."_s},
        {{u"h"_s, u"help"_s}, u"Print this help."_s},
    });
}

} // namespace

base::Result<SandboxOptions> parseSandboxOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return refuse(base::plainLine(parser.errorText(), 200) + u'.');
    if (parser.isSet(u"help"_s))
        return SandboxOptions{.textToPrint = parser.helpText()
                                             + u"\nExit codes: 0 clean, 1 failed, 2 bad usage, 3 port taken.\n"_s};
    if (parser.isSet(u"version"_s))
        return SandboxOptions{.textToPrint = u"tokensmith-sandbox "_s + QStringLiteral(TOKENSMITH_VERSION) + u'\n'};
    if (!parser.positionalArguments().isEmpty())
        return refuse(u"\"%1\" is not a flag of this program."_s.arg(
            base::plainLine(parser.positionalArguments().constFirst(), 40)));
    std::array<int, 4> values{};
    std::size_t next = 0;
    for (const NumberFlag &flag : {kPort, kTokens, kAccounts, kLatency}) {
        const auto value = number(parser, flag);
        if (!value)
            return base::fail(value.error());
        values[next++] = *value;
    }
    const auto [port, tokens, accounts, latency] = values;
    const auto leaked = parser.isSet(u"exposed"_s) ? Leaked::SaidToBeExposed : Leaked::SaidToBeDisabled;
    return SandboxOptions{.server = {.world = {.accounts = accounts, .tokens = tokens, .leaked = leaked},
                                     .latency = std::chrono::milliseconds(latency),
                                     .stateFile = parser.value(u"state"_s)},
                          .port = quint16(port)};
}

} // namespace tokensmith::app
