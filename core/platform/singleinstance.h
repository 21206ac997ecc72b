// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <chrono>

class QLocalSocket;

namespace tokensmith::platform {

/**
 * One running program per directory: a lock file decides who is first, a local socket beside it lets a later start ask
 * the first to come to the front.
 *
 * The lock frees itself when its process dies, however it dies. The socket answers its owner only, takes one short
 * line per connection and nothing else: a page name, never a secret.
 */
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First,  ///< the lock is ours and the socket listens until destruction
        Second, ///< another process has it and has confirmed our request
    };

    struct Options
    {
        QString directory;                        ///< made with mode 0700 if missing
        std::chrono::milliseconds patience{3000}; ///< how long a second start waits for the first one's answer
    };

    /** Longest page name a request may carry. */
    static constexpr qsizetype kMaxPageLength = 32;

    explicit SingleInstance(Options options, QObject *parent = nullptr);
    ~SingleInstance() override;

    /**
     * Becomes first, or hands `page` (may be empty: just come to the front) to the process that is. Blocks for at most
     * `patience`, so it belongs before the event loop. Errors: InvalidArgument (directory unusable or its path too
     * long for a socket, or `page` not a page name), Unavailable (the first one is there and does not answer).
     */
    [[nodiscard]] base::Result<Role> claim(const QString &page);

Q_SIGNALS:
    /** Another start asks for the window; `page` is empty or lower-case letters only. */
    void raiseRequested(const QString &page);

private:
    base::Result<Role> listen();
    base::Result<Role> askFirst(const QString &page);
    void acceptConnection();
    void readRequest(QLocalSocket &socket);
    [[nodiscard]] QString socketPath() const;

    Options m_options;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace tokensmith::platform
