// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/configfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

namespace tokensmith::clients::connect {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 kMostBytes = 8LL * 1024 * 1024;
constexpr qsizetype kKeptCopies = 5;
constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions kOwnerDirectory = kOwnerOnly | QFile::ExeOwner;
constexpr auto kCopyName = ".tokensmith-"_L1;
constexpr auto kCopyEnd = ".bak"_L1;

tl::unexpected<Error> refuse(Error::Code code, const QString &reason)
{
    return base::fail({.code = code, .message = reason});
}

bool isBelow(const QString &path, const QStringList &roots)
{
    return std::any_of(roots.begin(), roots.end(), [&path](const QString &root) {
        const QString canonical = QFileInfo(root).canonicalFilePath();
        return !canonical.isEmpty() && path.startsWith(canonical + u'/');
    });
}

/** Where a file that isn't there yet would be, links in its directories followed. */
QString placeOfMissing(const QString &path)
{
    QString below;
    QString directory = path;
    while (!QFileInfo::exists(directory)) {
        const QFileInfo info(directory);
        if (info.isSymLink() || info.path() == directory)
            return {};
        below = u'/' + info.fileName() + below;
        directory = info.path();
    }
    return QFileInfo(directory).canonicalFilePath() + below;
}

/** Why a file that is there isn't one we may change; empty if it is. */
std::optional<Error> objection(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return Error{.code = Error::Code::Unavailable, .message = u"it can't be read"_s};
    if (!S_ISREG(status.st_mode))
        return Error{.code = Error::Code::ProtocolError, .message = u"it is no file"_s};
    if (status.st_size > kMostBytes)
        return Error{.code = Error::Code::ProtocolError, .message = u"it is larger than 8 MiB"_s};
    if (status.st_uid != ::geteuid())
        return Error{.code = Error::Code::PermissionDenied, .message = u"it belongs to somebody else"_s};
    if ((status.st_mode & S_IWUSR) == 0)
        return Error{.code = Error::Code::PermissionDenied, .message = u"it is read-only"_s};
    if (status.st_nlink > 1)
        return Error{.code = Error::Code::PermissionDenied, .message = u"it has several names (hard links)"_s};
    return std::nullopt;
}

/** Makes a copy beside the file and lets go of the oldest ones. */
base::Result<QString> keepCopy(const ConfigFile &file, const QDateTime &now)
{
    const auto nameAt = [&file](const QDateTime &time) {
        return file.path + kCopyName + time.toUTC().toString(u"yyyyMMdd-HHmmsszzz"_s) + kCopyEnd;
    };
    QDateTime time = now;
    while (QFileInfo::exists(nameAt(time))) // two within a millisecond
        time = time.addMSecs(1);
    const QString copy = nameAt(time);
    QFile out(copy);
    const bool isNew = out.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly);
    if (!isNew || out.write(*file.content) != file.content->size() || !out.flush()) {
        const QString reason = out.errorString();
        out.close();
        if (isNew)
            QFile::remove(copy); // half a copy is none
        return refuse(Error::Code::Unavailable, u"a copy of it can't be kept (%1)"_s.arg(reason));
    }
    const QFileInfo info(file.path);
    QDir directory = info.dir();
    const QString start = info.fileName() + kCopyName;
    QStringList copies = directory.entryList(QDir::Files | QDir::Hidden, QDir::Name);
    copies.removeIf([&start](const QString &name) { return !name.startsWith(start) || !name.endsWith(kCopyEnd); });
    for (qsizetype at = 0; at + kKeptCopies < copies.size(); ++at)
        directory.remove(copies.at(at));
    return copy;
}

/** Makes the directories of `path` that are missing, each for its owner only. */
bool makeDirectories(const QString &path)
{
    const QString directory = QFileInfo(path).path();
    if (QFileInfo(directory).isDir())
        return true;
    return makeDirectories(directory) && QDir().mkdir(directory, kOwnerDirectory);
}

} // namespace

base::Result<ConfigFile> readConfigFile(const QString &path, const QStringList &roots)
{
    const QFileInfo info(path);
    const bool exists = info.exists();
    const QString place = exists ? info.canonicalFilePath() : placeOfMissing(path);
    if (place.isEmpty())
        return refuse(Error::Code::PermissionDenied, u"it is a link that leads nowhere"_s);
    if (!isBelow(place, roots))
        return refuse(Error::Code::PermissionDenied, u"it leads out of the home directory"_s);
    if (!exists)
        return ConfigFile{.path = place};
    if (const std::optional<Error> reason = objection(place))
        return base::fail(*reason);
    QFile file(place);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(Error::Code::Unavailable, u"it can't be read (%1)"_s.arg(file.errorString()));
    const QByteArray content = file.read(kMostBytes + 1);
    if (file.error() != QFile::NoError || content.size() > kMostBytes)
        return refuse(Error::Code::Unavailable, u"it can't be read (%1)"_s.arg(file.errorString()));
    return ConfigFile{.path = place, .content = content};
}

base::Result<QString> replaceConfigFile(const ConfigFile &file, const QByteArray &content, const QDateTime &now)
{
    QString copy;
    if (file.content) {
        base::Result<QString> kept = keepCopy(file, now);
        if (!kept)
            return kept;
        copy = *std::move(kept);
    } else if (!makeDirectories(file.path)) {
        return refuse(Error::Code::Unavailable, u"its directory can't be made"_s);
    }
    QSaveFile out(file.path);
    const bool isWritten = out.open(QIODevice::WriteOnly) && out.setPermissions(kOwnerOnly)
                           && out.write(content) == content.size() && out.flush() && out.commit();
    if (!isWritten)
        return refuse(Error::Code::Unavailable, u"it can't be written (%1)"_s.arg(out.errorString()));
    return copy;
}

} // namespace tokensmith::clients::connect
