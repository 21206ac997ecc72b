// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secretstore.h"

#include <QString>

#include <map>

namespace tokensmith::secrets {

/** A store that forgets everything when the process ends: the sandbox's, and the one tests use. Never fails. */
class MemoryStore final : public SecretStore
{
public:
    [[nodiscard]] base::Async<std::optional<base::Secret>> read(QString key) override;
    [[nodiscard]] base::Async<base::Done> write(QString key, base::Secret value) override;
    [[nodiscard]] base::Async<base::Done> remove(QString key) override;
    [[nodiscard]] QCoro::Task<StoreStatus> status() override;

private:
    std::map<QString, base::Secret> m_entries;
};

} // namespace tokensmith::secrets
