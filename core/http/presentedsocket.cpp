// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/presentedsocket.h"

#include "core/http/httpconnection.h"

#include <QHostAddress>

#include <algorithm>

namespace tokensmith::http {

PresentedSocket::PresentedSocket(HttpConnection *connection)
    : QTcpSocket(connection)
    , m_connection(connection)
{
    setPeerAddress(QHostAddress(QHostAddress::LocalHost)); // the real one is in HttpRequest::peer
    setSocketState(ConnectedState);
    QIODevice::open(ReadWrite);
}

PresentedSocket::~PresentedSocket()
{
    setSocketState(UnconnectedState); // or ~QAbstractSocket would abort a connection that never was
}

void PresentedSocket::present(const QByteArray &head)
{
    if (isTransactionStarted()) // left open by a head that Qt could not read
        commitTransaction();
    m_head = head;
    m_shown = 0;
    Q_EMIT readyRead();
}

qint64 PresentedSocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_head.size() - m_shown;
}

qint64 PresentedSocket::readData(char *data, qint64 maxSize)
{
    const qsizetype count = std::min<qsizetype>(maxSize, m_head.size() - m_shown);
    std::copy_n(m_head.constData() + m_shown, count, data);
    m_shown += count;
    return count; // 0 with nothing to show: -1 would mean the end, and Qt would hang up
}

qint64 PresentedSocket::writeData(const char *, qint64 size)
{
    return size;
}

} // namespace tokensmith::http
