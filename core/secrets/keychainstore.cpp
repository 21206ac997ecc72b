// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainstore.h"

#include "core/secrets/entryrules.h"
#include "core/secrets/keychainerrors.h"
#include "core/secrets/keychainqueue.h"
#include "core/secrets/secretservice.h"

#include <utility>

namespace tokensmith::secrets {

namespace {

using Queue = std::shared_ptr<KeychainQueue>;
using std::chrono::milliseconds;

// The work is done by free coroutines, which hold all they need: a store that is gone does them no harm.

base::Async<std::optional<base::Secret>> readEntry(Queue queue, std::unique_ptr<QKeychain::Job> job,
                                                   milliseconds probeTimeout)
{
    JobOutcome outcome = co_await KeychainQueue::run(std::move(queue), std::move(job));
    if (outcome.end != JobOutcome::End::Finished)
        co_return base::fail(unansweredError(KeychainOperation::Read, outcome));
    if (outcome.error == QKeychain::NoError && !outcome.value.isEmpty())
        co_return std::optional<base::Secret>(std::move(outcome.value));
    const StoreStatus status = co_await probeKeychain(probeTimeout);
    if (isCertainlyAbsent(outcome, status))
        co_return std::optional<base::Secret>();
    co_return base::fail(keychainError(KeychainOperation::Read, outcome, status));
}

base::Async<base::Done> writeEntry(Queue queue, std::unique_ptr<QKeychain::Job> job, milliseconds probeTimeout)
{
    const JobOutcome outcome = co_await KeychainQueue::run(std::move(queue), std::move(job));
    if (outcome.end != JobOutcome::End::Finished)
        co_return base::fail(unansweredError(KeychainOperation::Write, outcome));
    if (outcome.error == QKeychain::NoError)
        co_return base::Done{};
    const StoreStatus status = co_await probeKeychain(probeTimeout);
    co_return base::fail(keychainError(KeychainOperation::Write, outcome, status));
}

base::Async<base::Done> removeEntry(Queue queue, std::unique_ptr<QKeychain::Job> job, milliseconds probeTimeout)
{
    const JobOutcome outcome = co_await KeychainQueue::run(std::move(queue), std::move(job));
    if (outcome.end != JobOutcome::End::Finished)
        co_return base::fail(unansweredError(KeychainOperation::Remove, outcome));
    // Removing what is not there succeeds, and in a locked keychain nothing seems to be there: success needs a look.
    const StoreStatus status = co_await probeKeychain(probeTimeout);
    if (isCertainlyAbsent(outcome, status))
        co_return base::Done{};
    co_return base::fail(keychainError(KeychainOperation::Remove, outcome, status));
}

template <typename JobType>
std::unique_ptr<JobType> makeJob(const QString &service, const QString &key)
{
    auto job = std::make_unique<JobType>(service);
    job->setKey(key);
    job->setInsecureFallback(false);
    return job;
}

} // namespace

KeychainStore::KeychainStore(Options options)
    : m_options(std::move(options))
    , m_queue(std::make_shared<KeychainQueue>(m_options.timeout))
{
}

KeychainStore::~KeychainStore() = default;

base::Async<std::optional<base::Secret>> KeychainStore::read(QString key)
{
    if (const auto error = refuseKey(key))
        co_return base::fail(*error);
    auto job = makeJob<QKeychain::ReadPasswordJob>(m_options.service, key);
    base::Result<std::optional<base::Secret>> result =
        co_await readEntry(m_queue, std::move(job), m_options.probeTimeout);
    co_return result;
}

base::Async<base::Done> KeychainStore::write(QString key, base::Secret value)
{
    if (const auto error = refuseKey(key))
        co_return base::fail(*error);
    if (const auto error = refuseValue(value))
        co_return base::fail(*error);
    auto job = makeJob<QKeychain::WritePasswordJob>(m_options.service, key);
    job->setTextData(QString::fromUtf8(value.reveal()));
    base::Result<base::Done> result = co_await writeEntry(m_queue, std::move(job), m_options.probeTimeout);
    co_return result;
}

base::Async<base::Done> KeychainStore::remove(QString key)
{
    if (const auto error = refuseKey(key))
        co_return base::fail(*error);
    auto job = makeJob<QKeychain::DeletePasswordJob>(m_options.service, key);
    base::Result<base::Done> result = co_await removeEntry(m_queue, std::move(job), m_options.probeTimeout);
    co_return result;
}

QCoro::Task<StoreStatus> KeychainStore::status()
{
    return probeKeychain(m_options.probeTimeout);
}

} // namespace tokensmith::secrets
