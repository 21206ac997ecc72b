// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>

#include <optional>

namespace tokensmith::secrets {

/** What stands behind a store right now, for the first-run page, `/health` and error messages. */
struct StoreStatus
{
    enum class State {
        Ready,        ///< reads and writes are answered without asking anybody
        Locked,       ///< there, but it wants to be unlocked first
        NotAnswering, ///< there, but silent
        Unavailable,  ///< nothing keeps secrets on this session
    };
    enum class Provider {
        None,
        GnomeKeyring,
        KWallet,
        KeePassXC,
        OtherService, ///< something else that implements org.freedesktop.secrets
        Memory,       ///< this process; forgotten when it ends
    };

    State state = State::Unavailable;
    Provider provider = Provider::None;
    QString providerName = {}; ///< "GNOME Keyring"; empty without a provider
    QString message = {};      ///< one sentence or two for a person: "GNOME Keyring is ready."
    QString detail = {};       ///< what the session bus said, for "Details"
};

/**
 * Where token values and keys live. Keys are our own names ("bootstrap"), never secret.
 *
 * Errors: KeychainUnavailable, KeychainLocked, KeychainDenied, Timeout (nothing happened), OutcomeUnknown (a write or
 * removal that was not answered in time and may still happen), Unavailable (the keychain failed; `detail` says how),
 * InvalidArgument. Every call may take as long as a person needs to answer an unlock prompt, up to the store's timeout.
 */
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    /** The value under `key`. nullopt: there is certainly none (a locked or missing keychain is an error). */
    [[nodiscard]] virtual base::Async<std::optional<base::Secret>> read(QString key) = 0;

    /** Stores `value`, replacing what was there. Refuses an empty value and what is not UTF-8 text without NUL. */
    [[nodiscard]] virtual base::Async<base::Done> write(QString key, base::Secret value) = 0;

    /** After Done there is certainly nothing under `key`; it need not have been there. */
    [[nodiscard]] virtual base::Async<base::Done> remove(QString key) = 0;

    /** Looks without prompting. May start the keychain's service. The keychain's answer comes from the event loop. */
    [[nodiscard]] virtual QCoro::Task<StoreStatus> status() = 0;

protected:
    SecretStore() = default;
};

} // namespace tokensmith::secrets
