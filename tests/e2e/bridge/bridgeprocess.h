// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/daemonprocess.h"

#include <QJsonArray>
#include <QTest>

namespace tokensmith::test {

/** tokensmith-bridge and the client that started it. Waits by running the event loop. */
class BridgeProcess
{
public:
    BridgeProcess()
    {
        m_process.setProgram(QStringLiteral(TOKENSMITH_BIN_DIR "/tokensmith-bridge"));
        set("PATH", qEnvironmentVariable("PATH"));
        set("HOME", m_home.path());
        set("XDG_RUNTIME_DIR", m_home.path());
        set("TOKENSMITH_START", QStringLiteral("never"));
    }
    ~BridgeProcess()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    Q_DISABLE_COPY_MOVE(BridgeProcess)

    void set(const char *name, const QString &value) { m_environment.insert(QString::fromLatin1(name), value); }
    void unset(const char *name) { m_environment.remove(QString::fromLatin1(name)); }

    [[nodiscard]] bool start(const QStringList &arguments = {})
    {
        m_process.setProcessEnvironment(m_environment);
        m_process.start(m_process.program(), arguments);
        return m_process.waitForStarted();
    }

    /** Starts a copy of it that is elsewhere. */
    [[nodiscard]] bool startAs(const QString &program)
    {
        m_process.setProgram(program);
        return start();
    }

    /** Runs it to its end without any input and returns the exit code; -1 if it crashed or did not end. */
    [[nodiscard]] int run(const QStringList &arguments)
    {
        if (!start(arguments))
            return -1;
        m_process.closeWriteChannel();
        return exitCode();
    }

    void say(const QByteArray &line) { m_process.write(line + '\n'); }
    void write(const QByteArray &bytes) { m_process.write(bytes); }
    void closeStdin() { m_process.closeWriteChannel(); }

    /** Everything on stdout so far, line by line. */
    [[nodiscard]] const QByteArrayList &lines()
    {
        while (m_process.canReadLine())
            m_lines.append(m_process.readLine().chopped(1));
        return m_lines;
    }

    /** The message with that id, an empty object if it does not come. */
    [[nodiscard]] QJsonObject answerTo(const QJsonValue &id, int milliseconds = 20'000)
    {
        QJsonObject found;
        const auto isThere = [&] {
            for (const QByteArray &line : lines()) {
                const QJsonObject message = QJsonDocument::fromJson(line).object();
                if (message.contains(QLatin1String("id")) && message.value(QLatin1String("id")) == id)
                    found = message;
            }
            return !found.isEmpty();
        };
        static_cast<void>(QTest::qWaitFor(isThere, milliseconds));
        return found;
    }
    [[nodiscard]] QString errorTo(const QJsonValue &id)
    {
        const QJsonObject error = answerTo(id).value(QLatin1String("error")).toObject();
        return error.value(QLatin1String("message")).toString();
    }

    [[nodiscard]] int exitCode()
    {
        const auto hasEnded = [this] { return m_process.state() == QProcess::NotRunning; };
        if (!QTest::qWaitFor(hasEnded, 20'000) || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        return m_process.exitCode();
    }
    [[nodiscard]] QByteArray standardError()
    {
        m_stderr += m_process.readAllStandardError();
        return m_stderr;
    }
    [[nodiscard]] QByteArray standardOutput() { return m_process.readAllStandardOutput(); }
    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

private:
    QTemporaryDir m_home;
    QProcess m_process;
    QProcessEnvironment m_environment;
    QByteArrayList m_lines;
    QByteArray m_stderr;
};

[[nodiscard]] inline QByteArray legacyRequest(const QByteArray &id, const QByteArray &method,
                                              const QByteArray &params = "{}")
{
    return R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + R"(","params":)" + params + '}';
}

/** As 2026-07-28 has it; `more` are further members of params, with a comma before. */
[[nodiscard]] inline QByteArray modernRequest(const QByteArray &id, const QByteArray &method,
                                              const QByteArray &more = {})
{
    return legacyRequest(id, method,
                         R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
                         R"("io.modelcontextprotocol/clientCapabilities":{}})"
                             + more + '}');
}

[[nodiscard]] inline QByteArray initializeRequest(const QByteArray &id)
{
    return legacyRequest(id, "initialize",
                         R"({"protocolVersion":"2025-06-18","capabilities":{},)"
                         R"("clientInfo":{"name":"test","version":"1"}})");
}

} // namespace tokensmith::test
