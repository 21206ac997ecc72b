// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/endpointfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace tokensmith::app {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 kLargest = 4096;
constexpr mode_t kWritableByOthers = S_IWGRP | S_IWOTH;

tl::unexpected<Error> refuse(Error::Code code, const QString &message)
{
    return base::fail({.code = code, .message = message});
}

} // namespace

QString endpointPath(const QString &dataDir, const QString &folder)
{
    if (!dataDir.isEmpty())
        return dataDir + "/endpoint.json"_L1;
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (!runtime.isEmpty())
        return runtime + folder + "/endpoint.json"_L1;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + folder + "/run/endpoint.json"_L1;
}

bool isLoopbackUrl(const QUrl &url)
{
    const QString host = url.host();
    const bool loopback = host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1;
    return url.isValid() && url.scheme() == "http"_L1 && loopback && url.userInfo().isEmpty() && !url.hasQuery()
           && !url.hasFragment();
}

EndpointFile::EndpointFile(QString path)
    : m_path(std::move(path))
{
}

EndpointFile::~EndpointFile()
{
    remove();
}

base::Result<base::Done> EndpointFile::write(const QUrl &url)
{
    const QJsonObject content{{u"url"_s, url.toString()}, {u"pid"_s, QCoreApplication::applicationPid()}};
    const QByteArray bytes = QJsonDocument(content).toJson(QJsonDocument::Compact);
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                         && file.write(bytes) == bytes.size() && file.flush() && file.commit();
    if (!written)
        return refuse(
            Error::Code::Unavailable,
            u"Can't write \"%1\" (%2): tokensmith-bridge may not find the server."_s.arg(m_path, file.errorString()));
    m_written = bytes;
    return base::Done{};
}

void EndpointFile::remove()
{
    const QByteArray ours = std::exchange(m_written, {});
    QFile file(m_path);
    if (!ours.isEmpty() && file.open(QIODevice::ReadOnly) && file.read(kLargest) == ours)
        file.remove();
}

base::Result<QUrl> EndpointFile::read(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return refuse(Error::Code::NotFound, u"There is no \"%1\"."_s.arg(path));
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return refuse(Error::Code::NotFound, u"Can't read \"%1\"."_s.arg(path));
    }
    struct stat status = {};
    const bool ours = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid()
                      && (status.st_mode & kWritableByOthers) == 0;
    if (!ours)
        return refuse(Error::Code::PermissionDenied, u"\"%1\" could be somebody else's; it is ignored."_s.arg(path));
    const QJsonObject content = QJsonDocument::fromJson(file.read(kLargest)).object();
    const QUrl url(content.value("url"_L1).toString(), QUrl::StrictMode);
    if (!isLoopbackUrl(url) || url.port() <= 0)
        return refuse(Error::Code::ProtocolError, u"\"%1\" doesn't hold an address on this machine."_s.arg(path));
    return url;
}

} // namespace tokensmith::app
