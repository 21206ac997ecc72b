// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/singleinstance.h"

#include "core/base/logging.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokensmith::platform {

using base::Error;
using base::fail;

namespace {

// The whole protocol: "raise[ page]\n" from the later start, "ok\n" back.
constexpr QByteArrayView kVerb = "raise";
constexpr QByteArrayView kAcknowledged = "ok\n";
constexpr qsizetype kMaxMessage = kVerb.size() + 1 + SingleInstance::kMaxPageLength + 1;

constexpr int kMaxConnections = 8;
constexpr std::chrono::seconds kRequestTime{2};
constexpr std::chrono::milliseconds kRetryPause{20};

// sun_path holds 107 bytes; while it sets the permissions Qt listens under a name up to 12 bytes longer.
constexpr qsizetype kMaxSocketPath = 95;

bool isPageName(QByteArrayView text)
{
    return text.size() <= SingleInstance::kMaxPageLength
           && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Request
{
    QString page;
};

std::optional<Request> parseRequest(QByteArrayView line)
{
    if (line == kVerb)
        return Request{};
    if (!line.startsWith(kVerb) || line.size() < kVerb.size() + 2 || line.at(kVerb.size()) != ' ')
        return std::nullopt;
    const QByteArrayView page = line.sliced(kVerb.size() + 1);
    if (!isPageName(page))
        return std::nullopt;
    return Request{.page = QString::fromLatin1(page)};
}

bool exchange(QLocalSocket &socket, const QByteArray &message, const QDeadlineTimer &deadline)
{
    const auto left = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    if (!socket.waitForConnected(left()))
        return false;
    socket.write(message);
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(left()))
            return false;
    }
    while (socket.bytesAvailable() < kAcknowledged.size()) {
        if (!socket.waitForReadyRead(left()))
            return false;
    }
    return socket.readAll() == kAcknowledged;
}

Error unusable(const QString &directory)
{
    return Error{.code = Error::Code::InvalidArgument,
                 .message = SingleInstance::tr("Can't write to %1. Make it writable or choose another directory.")
                                .arg(QDir::toNativeSeparators(directory)),
                 .field = u"data-dir"_s};
}

} // namespace

SingleInstance::SingleInstance(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_lock(QDir(m_options.directory).filePath(u"tokensmith.lock"_s))
{
    m_lock.setStaleLockTime(0); // only a dead owner makes it stale, never its age
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(kMaxConnections);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::acceptConnection);
}

SingleInstance::~SingleInstance()
{
    m_server.close(); // before the lock goes, so that the next one finds no half-open socket
}

QString SingleInstance::socketPath() const
{
    return QDir(QDir(m_options.directory).absolutePath()).filePath(u"tokensmith.sock"_s);
}

base::Result<SingleInstance::Role> SingleInstance::claim(const QString &page)
{
    if (!isPageName(page.toUtf8())) {
        return fail(Error{.code = Error::Code::InvalidArgument,
                          .message = tr("A page name has lower-case letters only."),
                          .field = u"page"_s});
    }
    if (QFile::encodeName(socketPath()).size() > kMaxSocketPath) {
        return fail(Error{.code = Error::Code::InvalidArgument,
                          .message = tr("%1 is too long a path for a socket: choose a directory of at most %2 bytes.")
                                         .arg(m_options.directory)
                                         .arg(kMaxSocketPath - 16),
                          .field = u"data-dir"_s});
    }
    const QDir directory(m_options.directory);
    if (!directory.exists()) {
        if (!directory.mkpath(u"."_s))
            return fail(unusable(m_options.directory));
        QFile::setPermissions(directory.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    if (m_lock.tryLock(0))
        return listen();
    if (m_lock.error() != QLockFile::LockFailedError)
        return fail(unusable(m_options.directory));
    return askFirst(page);
}

base::Result<SingleInstance::Role> SingleInstance::listen()
{
    QLocalServer::removeServer(socketPath()); // left over from a process that was killed: the lock says it is gone
    if (m_server.listen(socketPath()))
        return Role::First;
    qCWarning(base::logApp) << "The instance socket can't be made:" << m_server.errorString();
    m_lock.unlock();
    return fail(unusable(m_options.directory));
}

base::Result<SingleInstance::Role> SingleInstance::askFirst(const QString &page)
{
    QByteArray message = kVerb.toByteArray();
    if (!page.isEmpty())
        message += ' ' + page.toUtf8();
    message += '\n';
    const QDeadlineTimer deadline(m_options.patience);
    while (!deadline.hasExpired()) {
        QLocalSocket socket;
        socket.connectToServer(socketPath());
        if (exchange(socket, message, deadline))
            return Role::Second;
        // It may be between its lock and its socket, or on its way out.
        if (m_lock.tryLock(0))
            return listen();
        QThread::msleep(static_cast<unsigned long>(kRetryPause.count()));
    }
    return fail(Error{.code = Error::Code::Unavailable,
                      .message = tr("Tokensmith is already running and doesn't answer. End it, then start it again.")});
}

void SingleInstance::acceptConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (m_server.findChildren<QLocalSocket *>(QString(), Qt::FindDirectChildrenOnly).size() > kMaxConnections) {
            socket->abort();
            continue;
        }
        QTimer::singleShot(kRequestTime, socket, [socket] { socket->abort(); });
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { readRequest(*socket); });
        if (socket->bytesAvailable() > 0)
            readRequest(*socket);
    }
}

void SingleInstance::readRequest(QLocalSocket &socket)
{
    const QByteArray received = socket.peek(kMaxMessage + 1);
    const qsizetype end = received.indexOf('\n');
    if (end < 0 && received.size() <= kMaxMessage)
        return; // more to come
    const auto request = end < 0 ? std::nullopt : parseRequest(QByteArrayView(received).first(end));
    if (!request) {
        socket.abort();
        return;
    }
    disconnect(&socket, &QLocalSocket::readyRead, this, nullptr);
    socket.write(kAcknowledged.toByteArray());
    socket.disconnectFromServer();
    Q_EMIT raiseRequested(request->page);
}

} // namespace tokensmith::platform
