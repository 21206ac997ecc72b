// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/settings.h"

#include "app/bridge/keysource.h"
#include "app/common/endpointfile.h"
#include "core/base/text.h"

#include <QDir>
#include <QProcess>

#include <array>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

struct Flag
{
    QLatin1StringView text;
    Action action;
};

constexpr std::array<Flag, 4> kFlags{{
    {"--help"_L1, Action::PrintHelp},
    {"-h"_L1, Action::PrintHelp},
    {"--version"_L1, Action::PrintVersion},
    {"--check"_L1, Action::Check},
}};

tl::unexpected<Error> refuse(const QString &message)
{
    return base::fail({.code = Error::Code::InvalidArgument, .message = message});
}

base::Result<QUrl> urlFrom(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    if (!app::isLoopbackUrl(url))
        return refuse(u"TOKENSMITH_URL takes an http address on this machine, such as http://127.0.0.1:8787/mcp, not "
                      "\"%1\"."_s.arg(base::plainLine(text, 80)));
    if (url.path().isEmpty() || url.path() == "/"_L1)
        url.setPath(u"/mcp"_s);
    return url;
}

} // namespace

base::Result<Action> actionFrom(const QStringList &arguments)
{
    const QStringList given = arguments.mid(1);
    for (const QString &argument : given) {
        for (const Flag &flag : kFlags) {
            if (argument == flag.text)
                return flag.action;
        }
        if (looksLikeKey(argument))
            return refuse(u"Don't give the key as an argument: every program of this machine can read those. Set "
                          "TOKENSMITH_KEY, or TOKENSMITH_KEY_FILE to a file that only you can read."_s);
        return refuse(u"Unknown argument. tokensmith-bridge --help lists what there is."_s);
    }
    return Action::Serve;
}

QString helpText()
{
    return uR"(Usage: tokensmith-bridge [--check]
Connects an MCP client that only starts commands to Tokensmith: JSON-RPC on stdin and stdout.

  --check    Say in one line whether Tokensmith answers and knows the key.
  --version  Print the version.
  --help     Print this help.

Environment:
  TOKENSMITH_KEY              This client's key.
  TOKENSMITH_KEY_FILE         Names a file that holds it; only its owner may read it (chmod 600).
  TOKENSMITH_URL              Where Tokensmith is (default: what it says itself, else http://127.0.0.1:8787/mcp).
  TOKENSMITH_START            never: don't start Tokensmith where it isn't running; daemon: start it without a window.
  TOKENSMITH_START_ARGUMENTS  More arguments for it, such as --sandbox.
  TOKENSMITH_DATA_DIR         Its --data-dir, where it has one.

Exit codes: 0 clean, 1 failed, 2 bad usage.
)"_s;
}

base::Result<AppPlace> appPlaceFrom(const QProcessEnvironment &environment)
{
    AppPlace place;
    const QString dataDir = environment.value(u"TOKENSMITH_DATA_DIR"_s);
    const QString start = environment.value(u"TOKENSMITH_START"_s);
    const QString url = environment.value(u"TOKENSMITH_URL"_s);
    if (!url.isEmpty()) {
        base::Result<QUrl> checked = urlFrom(url);
        if (!checked)
            return base::fail(std::move(checked.error()));
        place.url = *std::move(checked);
        place.arguments << u"--port"_s << QString::number(place.url.port(80));
    }
    if (start == "never"_L1)
        place.start = StartPolicy::Never;
    else if (start == "daemon"_L1)
        place.start = StartPolicy::WithoutWindow;
    else if (!start.isEmpty())
        return refuse(u"TOKENSMITH_START takes \"never\", \"daemon\" or nothing."_s);
    place.arguments += QProcess::splitCommand(environment.value(u"TOKENSMITH_START_ARGUMENTS"_s));
    if (!dataDir.isEmpty())
        place.arguments << u"--data-dir"_s << QDir(dataDir).absolutePath();
    const QString folder = place.arguments.contains("--sandbox"_L1) ? u"/tokensmith-sandbox"_s : u"/tokensmith"_s;
    place.endpointFile = app::endpointPath(dataDir.isEmpty() ? QString() : QDir(dataDir).absolutePath(), folder);
    return place;
}

} // namespace tokensmith::bridge
