// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainstore.h"

#include "core/base/englishtexts.h"
#include "core/secrets/entryrules.h"
#include "core/secrets/keychainerrors.h"
#include "core/secrets/keychainqueue.h"
#include "core/secrets/secretservice.h"

#include <utility>

namespace tokensmith::secrets {

namespace {

using Queue = std::shared_ptr<KeychainQueue>;
using Reader = KeychainStore::Reader;
using std::chrono::milliseconds;

/** How failures are looked into and told. */
struct Telling
{
    milliseconds probeTimeout;
    Reader reader;
};

/** Calls `make` while texts are made in the language of `reader`. */
template <typename Make>
auto wordedFor(Reader reader, const Make &make)
{
    std::optional<base::EnglishTexts> english;
    if (reader == Reader::Program)
        english.emplace();
    return make();
}

base::Error unanswered(Reader reader, KeychainOperation operation, const JobOutcome &outcome)
{
    return wordedFor(reader, [&] { return unansweredError(operation, outcome); });
}

base::Error failed(Reader reader, KeychainOperation operation, const JobOutcome &outcome, StoreStatus status)
{
    return wordedFor(reader, [&] {
        status.message = statusMessage(status.state, status.provider);
        return keychainError(operation, outcome, status);
    });
}

// The work is done by free coroutines, which hold all they need: a store that is gone does them no harm.

base::Async<std::optional<base::Secret>> readEntry(Queue queue, std::unique_ptr<QKeychain::Job> job, Telling telling)
{
    JobOutcome outcome = co_await KeychainQueue::run(std::move(queue), std::move(job));
    if (outcome.end != JobOutcome::End::Finished)
        co_return base::fail(unanswered(telling.reader, KeychainOperation::Read, outcome));
    if (outcome.error == QKeychain::NoError && !outcome.value.isEmpty())
        co_return std::optional<base::Secret>(std::move(outcome.value));
    const StoreStatus status = co_await probeKeychain(telling.probeTimeout);
    if (isCertainlyAbsent(outcome, status))
        co_return std::optional<base::Secret>();
    co_return base::fail(failed(telling.reader, KeychainOperation::Read, outcome, status));
}

base::Async<base::Done> writeEntry(Queue queue, std::unique_ptr<QKeychain::Job> job, Telling telling)
{
    const JobOutcome outcome = co_await KeychainQueue::run(std::move(queue), std::move(job));
    if (outcome.end != JobOutcome::End::Finished)
        co_return base::fail(unanswered(telling.reader, KeychainOperation::Write, outcome));
    if (outcome.error == QKeychain::NoError)
        co_return base::Done{};
    const StoreStatus status = co_await probeKeychain(telling.probeTimeout);
    co_return base::fail(failed(telling.reader, KeychainOperation::Write, outcome, status));
}

base::Async<base::Done> removeEntry(Queue queue, std::unique_ptr<QKeychain::Job> job, Telling telling)
{
    const JobOutcome outcome = co_await KeychainQueue::run(std::move(queue), std::move(job));
    if (outcome.end != JobOutcome::End::Finished)
        co_return base::fail(unanswered(telling.reader, KeychainOperation::Remove, outcome));
    // Removing what is not there succeeds, and in a locked keychain nothing seems to be there: success needs a look.
    const StoreStatus status = co_await probeKeychain(telling.probeTimeout);
    if (isCertainlyAbsent(outcome, status))
        co_return base::Done{};
    co_return base::fail(failed(telling.reader, KeychainOperation::Remove, outcome, status));
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
    : KeychainStore(options, std::make_shared<KeychainQueue>(options.timeout), Reader::Window)
{
}

KeychainStore::KeychainStore(Options options, std::shared_ptr<KeychainQueue> queue, Reader reader)
    : m_options(std::move(options))
    , m_queue(std::move(queue))
    , m_reader(reader)
{
}

std::unique_ptr<KeychainStore> KeychainStore::forPrograms() const
{
    return std::unique_ptr<KeychainStore>(new KeychainStore(m_options, m_queue, Reader::Program));
}

KeychainStore::~KeychainStore() = default;

base::Async<std::optional<base::Secret>> KeychainStore::read(QString key)
{
    if (const auto error = refuseKey(key))
        co_return base::fail(*error);
    const Telling telling{.probeTimeout = m_options.probeTimeout, .reader = m_reader};
    auto job = makeJob<QKeychain::ReadPasswordJob>(m_options.service, key);
    base::Result<std::optional<base::Secret>> result = co_await readEntry(m_queue, std::move(job), telling);
    co_return result;
}

base::Async<base::Done> KeychainStore::write(QString key, base::Secret value)
{
    if (const auto error = refuseKey(key))
        co_return base::fail(*error);
    if (const auto error = refuseValue(value))
        co_return base::fail(*error);
    const Telling telling{.probeTimeout = m_options.probeTimeout, .reader = m_reader};
    auto job = makeJob<QKeychain::WritePasswordJob>(m_options.service, key);
    job->setTextData(QString::fromUtf8(value.reveal()));
    base::Result<base::Done> result = co_await writeEntry(m_queue, std::move(job), telling);
    co_return result;
}

base::Async<base::Done> KeychainStore::remove(QString key)
{
    if (const auto error = refuseKey(key))
        co_return base::fail(*error);
    const Telling telling{.probeTimeout = m_options.probeTimeout, .reader = m_reader};
    auto job = makeJob<QKeychain::DeletePasswordJob>(m_options.service, key);
    base::Result<base::Done> result = co_await removeEntry(m_queue, std::move(job), telling);
    co_return result;
}

QCoro::Task<StoreStatus> KeychainStore::status()
{
    const Reader reader = m_reader; // the store may be gone by then
    StoreStatus status = co_await probeKeychain(m_options.probeTimeout);
    status.message = wordedFor(reader, [&] { return statusMessage(status.state, status.provider); });
    co_return status;
}

} // namespace tokensmith::secrets
