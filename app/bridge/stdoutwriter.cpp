// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/stdoutwriter.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <poll.h>
#include <unistd.h>

namespace tokensmith::bridge {

namespace {

constexpr qsizetype kAlwaysFits = PIPE_BUF; // into what poll() calls writable, without blocking (pipe(7))
constexpr qsizetype kWorthMoving = 1024 * 1024;

} // namespace

StdoutWriter::StdoutWriter(int descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_notifier(descriptor, QSocketNotifier::Write)
{
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &StdoutWriter::flush);
}

void StdoutWriter::write(const QByteArray &line)
{
    const bool isFirst = pendingBytes() == 0;
    m_out.append(line).append('\n');
    if (isFirst)
        flush();
}

bool StdoutWriter::canTake() const
{
    pollfd file{.fd = m_descriptor, .events = POLLOUT, .revents = 0};
    return ::poll(&file, 1, 0) > 0;
}

void StdoutWriter::flush()
{
    while (pendingBytes() > 0 && canTake()) {
        const qsizetype size = std::min(pendingBytes(), kAlwaysFits);
        const ssize_t written = ::write(m_descriptor, m_out.constData() + m_written, static_cast<size_t>(size));
        if (written < 0 && errno != EINTR && errno != EAGAIN) {
            m_notifier.setEnabled(false);
            m_out.clear();
            m_written = 0;
            Q_EMIT closed();
            return;
        }
        m_written += std::max<ssize_t>(written, 0);
    }
    m_notifier.setEnabled(pendingBytes() > 0);
    if (m_written >= kWorthMoving) {
        m_out.remove(0, m_written);
        m_written = 0;
    }
    if (pendingBytes() > 0)
        return;
    m_out.clear();
    m_written = 0;
    Q_EMIT drained();
}

} // namespace tokensmith::bridge
