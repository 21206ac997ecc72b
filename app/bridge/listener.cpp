// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/listener.h"

#include <QFile>

#include <unistd.h>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;

namespace {

// Columns of the table: number, local address, remote address, state, queues, timer, retransmits, user.
constexpr qsizetype kLocalAddress = 1;
constexpr qsizetype kState = 3;
constexpr qsizetype kUser = 7;
constexpr QByteArrayView kListening("0A");

// As the kernel writes them on a little-endian machine; elsewhere nothing matches and the answer is Unknown.
const QByteArray kLoopback4 = "0100007F";
const QByteArray kAny4 = "00000000";
const QByteArray kLoopback6 = "00000000000000000000000001000000";
const QByteArray kMappedLoopback4 = "0000000000000000FFFF00000100007F";
const QByteArray kAny6 = "00000000000000000000000000000000";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ListenerOwner ownerInTable(const QByteArray &table, const QByteArrayList &addresses, quint16 port, uint user)
{
    const QByteArray hexPort = QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    ListenerOwner owner = ListenerOwner::Unknown;
    for (const QByteArray &line : table.split('\n')) {
        const QByteArrayList columns = line.simplified().split(' ');
        if (columns.size() <= kUser || columns.at(kState) != kListening)
            continue;
        const QByteArrayList local = columns.at(kLocalAddress).split(':');
        if (local.size() != 2 || local.at(1) != hexPort || !addresses.contains(local.at(0)))
            continue;
        const uint listener = columns.at(kUser).toUInt();
        if (listener != user && listener != 0)
            return ListenerOwner::SomebodyElse;
        owner = ListenerOwner::ThisUser;
    }
    return owner;
}

ListenerOwner listenerOwner(const QHostAddress &address, quint16 port)
{
    const uint user = ::geteuid();
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return ownerInTable(contentOf(u"/proc/net/tcp6"_s), {kLoopback6, kAny6}, port, user);
    const ListenerOwner owner = ownerInTable(contentOf(u"/proc/net/tcp"_s), {kLoopback4, kAny4}, port, user);
    if (owner != ListenerOwner::Unknown)
        return owner;
    return ownerInTable(contentOf(u"/proc/net/tcp6"_s), {kMappedLoopback4, kAny6}, port, user);
}

} // namespace tokensmith::bridge
