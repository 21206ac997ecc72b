// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainqueue.h"

#include <QCoroSignal>

#include <utility>

namespace tokensmith::secrets {

KeychainQueue::KeychainQueue(std::chrono::milliseconds timeout)
    : m_timeout(timeout)
{
}

QCoro::Task<JobOutcome> KeychainQueue::run(std::shared_ptr<KeychainQueue> queue, std::unique_ptr<QKeychain::Job> job)
{
    KeychainTurn turn(std::move(queue), std::move(job));
    turn.start();
    co_await qCoro(&turn, &KeychainTurn::finished);
    co_return turn.takeOutcome();
}

void KeychainQueue::enqueue(KeychainTurn *turn)
{
    m_waiting.push_back(turn);
    beginNext();
}

void KeychainQueue::forget(KeychainTurn *turn)
{
    std::erase(m_waiting, turn);
}

void KeychainQueue::beginNext()
{
    if (m_running || m_waiting.empty())
        return;
    KeychainTurn *turn = m_waiting.front();
    m_waiting.pop_front();
    m_running = true;
    QKeychain::Job *job = turn->begin();
    connect(job, &QKeychain::Job::finished, this, [this] {
        m_running = false;
        beginNext();
    });
    job->start();
}

KeychainTurn::KeychainTurn(std::shared_ptr<KeychainQueue> queue, std::unique_ptr<QKeychain::Job> job)
    : m_queue(std::move(queue))
    , m_job(std::move(job))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_queue->forget(this);
        Q_EMIT finished();
    });
}

KeychainTurn::~KeychainTurn()
{
    m_queue->forget(this);
}

void KeychainTurn::start()
{
    m_deadline.start(m_queue->m_timeout);
    m_queue->enqueue(this);
}

QKeychain::Job *KeychainTurn::begin()
{
    m_outcome.end = JobOutcome::End::Unanswered;
    connect(m_job.get(), &QKeychain::Job::finished, this, &KeychainTurn::onAnswered);
    m_job->setAutoDelete(true);
    return m_job.release();
}

void KeychainTurn::onAnswered(QKeychain::Job *job)
{
    if (!m_deadline.isActive())
        return; // too late: finished() is on its way
    m_deadline.stop();
    m_outcome.end = JobOutcome::End::Finished;
    m_outcome.error = job->error();
    m_outcome.errorText = job->errorString();
    // binaryData() is the value as stored, also of a text entry, and one copy less than textData().
    if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job))
        m_outcome.value = base::Secret(read->binaryData());
    Q_EMIT finished();
}

} // namespace tokensmith::secrets
