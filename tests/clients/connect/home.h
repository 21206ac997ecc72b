// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/connect/clientconnector.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace tokensmith::clients::connect {

using namespace Qt::StringLiterals;

inline ServerAccess access(const QString &port = u"8787"_s)
{
    return {.url = u"http://127.0.0.1:%1/mcp"_s.arg(port),
            .key = base::Secret("ts_the-key"),
            .bridge = u"/usr/bin/tokensmith-bridge"_s};
}

inline ExpectedAccess expected(const QString &port = u"8787"_s)
{
    return {.url = access(port).url, .bridge = access().bridge, .isItsKey = [](const base::Secret &key) {
                return key.equals(access().key);
            }};
}

inline void writeFile(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

/** An empty home directory, with room beside it. */
class Home
{
public:
    Home() { QDir().mkpath(path()); }

    [[nodiscard]] QString path() const { return outside(u"home"_s); }
    [[nodiscard]] QString in(const QString &file) const { return path() + u'/' + file; }
    [[nodiscard]] QString outside(const QString &file) const { return m_directory.filePath(file); }

    [[nodiscard]] ClientConnector connector(const base::Clock &clock) const
    {
        return ClientConnector({.home = path(), .config = in(u".config"_s)}, clock);
    }

    [[nodiscard]] QString fileOf(const QString &id) const
    {
        return configPath(*clientFormat(id), {.home = path(), .config = in(u".config"_s)});
    }

private:
    QTemporaryDir m_directory;
};

} // namespace tokensmith::clients::connect
