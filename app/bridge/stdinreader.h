// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bridge/lineframer.h"

#include <QObject>
#include <QSocketNotifier>

namespace tokensmith::bridge {

/** Reads lines from a descriptor as they come. Leaves its flags alone: it may be shared with other programs. */
class StdinReader final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        int descriptor = 0;
        qsizetype longestLine = 8 * 1024 * 1024; ///< longer ones are reported and skipped
    };

    explicit StdinReader(const Options &options, QObject *parent = nullptr);

    /** Stops reading for a while; the writer then waits, as it should when it doesn't read our answers. */
    void pause() { m_notifier.setEnabled(false); }
    void resume() { m_notifier.setEnabled(!m_isAtEnd); }

Q_SIGNALS:
    void line(const tokensmith::bridge::Line &line);
    void ended();

private:
    void onReadable();

    QSocketNotifier m_notifier;
    LineFramer m_framer;
    bool m_isAtEnd = false;
};

} // namespace tokensmith::bridge
