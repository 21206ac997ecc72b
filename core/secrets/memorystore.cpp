// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/memorystore.h"

#include "core/secrets/entryrules.h"
#include "core/secrets/words.h"

#include <utility>

namespace tokensmith::secrets {

base::Async<std::optional<base::Secret>> MemoryStore::read(QString key)
{
    if (const auto error = refuseKey(key))
        co_return base::fail(*error);
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        co_return std::optional<base::Secret>();
    co_return std::optional<base::Secret>(found->second);
}

base::Async<base::Done> MemoryStore::write(QString key, base::Secret value)
{
    if (const auto error = refuseKey(key))
        co_return base::fail(*error);
    if (const auto error = refuseValue(value))
        co_return base::fail(*error);
    m_entries.insert_or_assign(key, std::move(value));
    co_return base::Done{};
}

base::Async<base::Done> MemoryStore::remove(QString key)
{
    if (const auto error = refuseKey(key))
        co_return base::fail(*error);
    m_entries.erase(key);
    co_return base::Done{};
}

QCoro::Task<StoreStatus> MemoryStore::status()
{
    co_return StoreStatus{.state = StoreStatus::State::Ready,
                          .provider = StoreStatus::Provider::Memory,
                          .providerName = Words::tr("Memory"),
                          .message = Words::tr("Secrets are kept in memory and forgotten when the program ends.")};
}

} // namespace tokensmith::secrets
