// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/unixsignals.h"

#include <QSocketNotifier>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace tokensmith::platform {

namespace {

// A signal handler has no other way to know where to write.
std::atomic<int> s_writeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void onUnixSignal(int signalNumber)
{
    const int savedErrno = errno;
    const auto byte = static_cast<unsigned char>(signalNumber);
    // A full socket means a signal is waiting already.
    [[maybe_unused]] const ssize_t written = ::write(s_writeEnd.load(), &byte, 1);
    errno = savedErrno;
}

} // namespace

UnixSignals::UnixSignals(std::initializer_list<int> signalNumbers, QObject *parent)
    : QObject(parent)
    , m_signalNumbers(signalNumbers)
{
    int ends[2] = {-1, -1};
    const int made = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends);
    if (made != 0)
        qFatal("No socket pair for signals: the system is out of descriptors.");
    int none = -1;
    const bool first = s_writeEnd.compare_exchange_strong(none, ends[0]);
    Q_ASSERT_X(first, "UnixSignals", "one at a time");
    m_readEnd = ends[1];
    m_notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &UnixSignals::read);
    struct sigaction action = {};
    action.sa_handler = onUnixSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : std::as_const(m_signalNumbers))
        ::sigaction(number, &action, nullptr);
}

UnixSignals::~UnixSignals()
{
    for (const int number : std::as_const(m_signalNumbers))
        std::signal(number, SIG_DFL);
    delete m_notifier;
    ::close(s_writeEnd.exchange(-1));
    ::close(m_readEnd);
}

void UnixSignals::read()
{
    unsigned char byte = 0;
    while (::read(m_readEnd, &byte, 1) == 1)
        Q_EMIT received(byte);
}

} // namespace tokensmith::platform
