// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/stdinreader.h"

#include <array>
#include <cerrno>
#include <unistd.h>

namespace tokensmith::bridge {

namespace {

constexpr size_t kAtOnce = 64 * 1024;

} // namespace

StdinReader::StdinReader(const Options &options, QObject *parent)
    : QObject(parent)
    , m_notifier(options.descriptor, QSocketNotifier::Read)
    , m_framer(options.longestLine)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &StdinReader::onReadable);
}

void StdinReader::onReadable()
{
    std::array<char, kAtOnce> buffer;
    const ssize_t size = ::read(static_cast<int>(m_notifier.socket()), buffer.data(), buffer.size());
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (size > 0) {
        const std::vector<Line> lines = m_framer.feed(QByteArrayView(buffer.data(), size));
        for (const Line &each : lines)
            Q_EMIT line(each);
        return;
    }
    m_isAtEnd = true;
    m_notifier.setEnabled(false);
    if (const std::optional<Line> last = m_framer.finish())
        Q_EMIT line(*last);
    Q_EMIT ended();
}

} // namespace tokensmith::bridge
