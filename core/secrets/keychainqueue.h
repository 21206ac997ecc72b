// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QCoroTask>
#include <QObject>
#include <qt6keychain/keychain.h>
#include <QTimer>

#include <chrono>
#include <deque>
#include <memory>

namespace tokensmith::secrets {

class KeychainTurn;

/** How one keychain job ended. */
struct JobOutcome
{
    enum class End {
        Finished,   ///< the keychain answered: see `error`
        NeverBegan, ///< its turn did not come in time: certainly without effect
        Unanswered, ///< begun, but no answer in time: its effect may still come
    };
    End end = End::NeverBegan;
    QKeychain::Error error = QKeychain::NoError;
    QString errorText = {};
    base::Secret value = {}; ///< what a read found
};

/**
 * Runs QtKeychain's jobs one at a time, each with a deadline that counts from the call and so includes the wait for
 * its turn.
 *
 * QtKeychain has a queue of its own, but none that forgets a job: a write given up there would still happen once the
 * unlock prompt before it is answered. And a running job must not be deleted, since libsecret keeps a bare pointer to
 * it: it is left alone and deletes itself when its answer comes, if ever.
 */
class KeychainQueue final : public QObject
{
    Q_OBJECT

public:
    explicit KeychainQueue(std::chrono::milliseconds timeout);

    /** Runs `job` and says how it ended. Keeps `queue` alive until then. */
    [[nodiscard]] static QCoro::Task<JobOutcome> run(std::shared_ptr<KeychainQueue> queue,
                                                     std::unique_ptr<QKeychain::Job> job);

private:
    friend class KeychainTurn;
    void enqueue(KeychainTurn *turn);
    void forget(KeychainTurn *turn);
    void beginNext();

    std::chrono::milliseconds m_timeout;
    std::deque<KeychainTurn *> m_waiting; ///< not owned: each takes itself out in time
    bool m_running = false;               ///< a job has begun and not finished, be it waited for or given up
};

/** One job on its way through the queue; lives in the frame of KeychainQueue::run. Not for use elsewhere. */
class KeychainTurn final : public QObject
{
    Q_OBJECT

public:
    KeychainTurn(std::shared_ptr<KeychainQueue> queue, std::unique_ptr<QKeychain::Job> job);
    ~KeychainTurn() override;

    /** Starts the deadline and joins the queue; finished() comes from the event loop, never from here. */
    void start();
    /** Hands the job over to QtKeychain. Called by the queue. */
    QKeychain::Job *begin();
    [[nodiscard]] JobOutcome takeOutcome() { return std::move(m_outcome); }

Q_SIGNALS:
    void finished();

private:
    void onAnswered(QKeychain::Job *job);

    std::shared_ptr<KeychainQueue> m_queue;
    std::unique_ptr<QKeychain::Job> m_job; ///< until it begins; then the job owns itself
    QTimer m_deadline;
    JobOutcome m_outcome;
};

} // namespace tokensmith::secrets
