// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/guardedtcpserver.h"

#include "core/base/logging.h"

#include <QTimer>

#include <utility>

namespace tokensmith::http {

namespace {

using namespace std::chrono_literals;

constexpr int kBacklog = 2048; // a full accept queue makes clients wait for their next SYN, a second or more

} // namespace

GuardedTcpServer::GuardedTcpServer(QObject *parent)
    : QTcpServer(parent)
{
    setListenBacklogSize(kBacklog);
    connect(this, &QTcpServer::acceptError, this, &GuardedTcpServer::onAcceptError);
}

void GuardedTcpServer::incomingConnection(qintptr descriptor)
{
    m_hasAccepted = true;
    Q_EMIT accepted(descriptor);
}

// Qt pauses before it tells. It also keeps the first error for good, so that after one real failure the end of every
// burst looks like another: one that follows a success is none.
void GuardedTcpServer::onAcceptError()
{
    if (std::exchange(m_hasAccepted, false))
        return resumeAccepting();
    qCWarning(base::logHttp, "A connection could not be accepted: %ls.", qUtf16Printable(errorString()));
    QTimer::singleShot(1s, this, [this] { resumeAccepting(); });
}

} // namespace tokensmith::http
