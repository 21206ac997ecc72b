// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/portholder.h"

#include "core/base/text.h"

#include <QDir>
#include <QFile>
#include <QSet>

namespace tokensmith::http {

namespace {

using namespace Qt::StringLiterals;

/** Names of the sockets that listen on `port`, as links to them end: "socket:[123]". Format: proc(5), /proc/net/tcp. */
QSet<QString> listeningSockets(quint16 port)
{
    constexpr qsizetype kLocal = 1;
    constexpr qsizetype kState = 3;
    constexpr qsizetype kInode = 9;
    const QByteArray ending = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    QSet<QString> sockets;
    for (const QString &table : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> columns = line.simplified().split(' ');
            if (columns.size() > kInode && columns[kLocal].endsWith(ending) && columns[kState] == "0A")
                sockets.insert(u"socket:[%1]"_s.arg(QLatin1StringView(columns[kInode])));
        }
    }
    return sockets;
}

bool holdsOneOf(const QSet<QString> &sockets, const QString &process)
{
    const QDir descriptors(process + u"/fd"_s);
    const QStringList names = descriptors.entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        const QString target = QFile::symLinkTarget(descriptors.filePath(name));
        return sockets.contains(target.sliced(target.lastIndexOf(u'/') + 1));
    });
}

} // namespace

QString programListeningOn(quint16 port)
{
    const QSet<QString> sockets = listeningSockets(port);
    if (sockets.isEmpty())
        return {};
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &id : processes) {
        const QString process = u"/proc/"_s + id;
        if (!holdsOneOf(sockets, process))
            continue;
        QFile name(process + u"/comm"_s);
        if (name.open(QIODevice::ReadOnly)) // any program may call itself anything
            return u"\"%1\" (process %2)"_s.arg(base::plainLine(QString::fromUtf8(name.readAll()), 32), id);
    }
    return {};
}

} // namespace tokensmith::http
