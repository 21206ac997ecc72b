// SPDX-License-Identifier: GPL-3.0-or-later
// tokensmith-bridge: an MCP client's stdin and stdout, joined to the endpoint of the running app.
#include "app/bridge/bridge.h"
#include "app/bridge/check.h"
#include "app/bridge/keysource.h"
#include "app/bridge/sessionenvironment.h"
#include "app/bridge/settings.h"
#include "app/bridge/stdinreader.h"
#include "app/bridge/stdoutwriter.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokensmith;
using namespace tokensmith::bridge;

enum class ExitCode : int { Clean = 0, Failed = 1, BadUsage = 2 };

constexpr qsizetype kUnreadAnswers = 1024 * 1024; // beyond: no more questions
constexpr int kLargeBlock = 64 * 1024;            // bytes; given back to the system at once
constexpr auto kRest = 1s;
constexpr auto kLastWords = 500ms; // for a slow reader, once all is answered

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

void complain(const QString &sentence)
{
    print(stderr, u"tokensmith-bridge: %1\n"_s.arg(sentence));
}

int leave(ExitCode code)
{
    return static_cast<int>(code);
}

/** What the environment asks for; where it can't be had, why. */
struct Setup
{
    base::Secret key = {};
    AppPlace place = {};
    QString problem = {};
};

Setup readSetup()
{
    Setup setup;
    base::Secret direct = takeFromEnvironment("TOKENSMITH_KEY");
    base::Result<base::Secret> key = keyFrom(std::move(direct), qEnvironmentVariable("TOKENSMITH_KEY_FILE"));
    ::unsetenv("TOKENSMITH_KEY_FILE");
    if (key)
        setup.key = *std::move(key);
    else
        setup.problem = key.error().message;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString runtime = sessionPlaces(environment).runtime;
    if (!runtime.isEmpty()) // where the app has its file; clients often keep the variable from us
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime));
    base::Result<AppPlace> place = appPlaceFrom(environment);
    if (place)
        setup.place = *std::move(place);
    else
        setup.problem = place.error().message;
    return setup;
}

int runCheck(Setup setup)
{
    if (!setup.problem.isEmpty()) {
        complain(setup.problem);
        return leave(ExitCode::BadUsage);
    }
    const AppFinder finder(setup.place);
    Check check({.url = finder.url(), .key = std::move(setup.key), .peer = finder.peer()});
    QObject::connect(&check, &Check::finished, &check, [](Check::Verdict verdict, const QString &sentence) {
        print(stdout, sentence + u'\n');
        QCoreApplication::exit(leave(verdict == Check::Verdict::Good ? ExitCode::Clean : ExitCode::Failed));
    });
    QMetaObject::invokeMethod(
        &check, [&check] { check.start(); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

/** Where the answers go, and what follows from how the client takes them. */
void joinOutput(Bridge &bridge, StdinReader &reader, StdoutWriter &writer)
{
    QObject::connect(&bridge, &Bridge::line, &writer, [&](const QByteArray &line) {
        writer.write(line);
        if (writer.pendingBytes() > kUnreadAnswers) {
            bridge.pause();
            reader.pause();
        }
    });
    QObject::connect(&writer, &StdoutWriter::drained, &bridge, &Bridge::resume);
    QObject::connect(&writer, &StdoutWriter::drained, &reader, &StdinReader::resume);
}

/** Ends the program once all is said, or nobody listens. */
void joinEnd(Bridge &bridge, StdoutWriter &writer, ExitCode code)
{
    const auto quit = [code] { QCoreApplication::exit(leave(code)); };
    QObject::connect(&writer, &StdoutWriter::closed, &writer, quit);
    QObject::connect(&bridge, &Bridge::idle, &writer, [&writer, quit] {
        if (writer.pendingBytes() == 0)
            return quit();
        QObject::connect(&writer, &StdoutWriter::drained, &writer, quit);
        QTimer::singleShot(kLastWords, &writer, quit);
    });
}

/** With a problem it serves, too: the client shows what its requests are answered with, and nobody reads stderr. */
int serve(Setup setup)
{
    const ExitCode code = setup.problem.isEmpty() ? ExitCode::Clean : ExitCode::BadUsage;
    if (!setup.problem.isEmpty())
        complain(setup.problem);
    StdinReader reader({.descriptor = STDIN_FILENO});
    StdoutWriter writer(STDOUT_FILENO);
    Bridge bridge({.key = std::move(setup.key), .place = setup.place, .refusal = setup.problem});
    QObject::connect(&reader, &StdinReader::line, &bridge, &Bridge::take);
    QObject::connect(&reader, &StdinReader::ended, &bridge, &Bridge::finish);
    QObject::connect(&bridge, &Bridge::problem, &bridge, complain);
    joinOutput(bridge, reader, writer);
    joinEnd(bridge, writer, code);
    QTimer rest; // then what the answers took goes back to the system
    rest.setSingleShot(true);
    rest.setInterval(kRest);
    QObject::connect(&rest, &QTimer::timeout, &rest, [] { ::malloc_trim(0); });
    QObject::connect(&bridge, &Bridge::line, &rest, qOverload<>(&QTimer::start));
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    ::umask(S_IRWXG | S_IRWXO); // every file of ours is for its owner alone
    std::signal(SIGPIPE, SIG_IGN);
    ::mallopt(M_MMAP_THRESHOLD, kLargeBlock); // else one large answer makes glibc keep what later ones took
    ::mallopt(M_TRIM_THRESHOLD, kLargeBlock);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tokensmith-bridge"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TOKENSMITH_VERSION));
    const base::Result<Action> action = actionFrom(QCoreApplication::arguments());
    if (!action) {
        complain(action.error().message);
        return leave(ExitCode::BadUsage);
    }
    switch (*action) {
    case Action::PrintHelp:
        print(stdout, helpText());
        return leave(ExitCode::Clean);
    case Action::PrintVersion:
        print(stdout, u"tokensmith-bridge %1\n"_s.arg(QStringLiteral(TOKENSMITH_VERSION)));
        return leave(ExitCode::Clean);
    case Action::Check:
        return runCheck(readSetup());
    case Action::Serve:
        return serve(readSetup());
    }
    Q_UNREACHABLE();
}
