// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <csignal>

namespace tokensmith::test {

/** One of our programs as a process of its own, with nothing of the machine's environment but PATH. */
class DaemonProcess
{
public:
    using Environment = QList<std::pair<QString, QString>>;

    explicit DaemonProcess(const QString &program)
    {
        m_process.setProgram(QStringLiteral(TOKENSMITH_BIN_DIR "/") + program);
        m_environment.insert(QStringLiteral("PATH"),
                             QProcessEnvironment::systemEnvironment().value(QStringLiteral("PATH")));
        m_environment.insert(QStringLiteral("HOME"), m_home.path());
        m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    }
    ~DaemonProcess()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    Q_DISABLE_COPY_MOVE(DaemonProcess)

    void setEnvironment(const Environment &variables)
    {
        for (const auto &[name, value] : variables)
            m_environment.insert(name, value);
    }

    /** Starts it and waits for its line on stdout. */
    [[nodiscard]] bool start(const QStringList &arguments)
    {
        m_process.setProcessEnvironment(m_environment);
        m_process.start(m_process.program(), arguments);
        QElapsedTimer waited;
        waited.start();
        while (!m_process.canReadLine() && waited.elapsed() < 20'000) {
            if (!m_process.waitForReadyRead(1000) && m_process.state() == QProcess::NotRunning)
                break;
        }
        m_line = QJsonDocument::fromJson(m_process.readLine()).object();
        return member("type") == QStringLiteral("listening");
    }

    /** Runs it to its end and returns its exit code; -1 if it crashed or did not end. */
    [[nodiscard]] int run(const QStringList &arguments)
    {
        m_process.setProcessEnvironment(m_environment);
        m_process.start(m_process.program(), arguments);
        return exitCode();
    }

    /** Asks it to stop and returns its exit code. */
    [[nodiscard]] int stop()
    {
        ::kill(static_cast<pid_t>(m_process.processId()), SIGTERM);
        return exitCode();
    }

    [[nodiscard]] int exitCode()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(20'000))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    [[nodiscard]] QString member(const char *name) const { return m_line.value(QLatin1StringView(name)).toString(); }
    [[nodiscard]] QUrl url() const { return QUrl(member("url")); }
    [[nodiscard]] quint16 port() const { return static_cast<quint16>(url().port()); }
    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] QByteArray standardError()
    {
        m_stderr += m_process.readAllStandardError();
        return m_stderr;
    }
    [[nodiscard]] QByteArray standardOutput() { return m_process.readAllStandardOutput(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    QTemporaryDir m_home;
    QProcess m_process;
    QProcessEnvironment m_environment;
    QJsonObject m_line;
    QByteArray m_stderr;
};

} // namespace tokensmith::test
