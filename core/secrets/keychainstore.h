// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secretstore.h"

#include <chrono>
#include <memory>

namespace tokensmith::secrets {

class KeychainQueue;

/**
 * The operating system's keychain through QtKeychain: the Secret Service (GNOME Keyring, KeePassXC, …) or KWallet.
 *
 * Entries are text, labelled with the service name, so that a person finds and reads them in their keychain program.
 * Nothing is ever written to a plain file: QtKeychain's fallback stays off. Needs Qt's GLib event loop (the default);
 * without it every call ends in a Timeout. The store may be destroyed while calls are under way.
 */
class KeychainStore final : public SecretStore
{
public:
    /** For whom errors and the status are worded: the window speaks the person's language, programs English. */
    enum class Reader { Window, Program };

    struct Options
    {
        QString service = QStringLiteral("Tokensmith"); ///< the label of the entries and part of their address
        std::chrono::milliseconds timeout{30'000};      ///< for one call, with its wait behind earlier ones
        std::chrono::milliseconds probeTimeout{10'000}; ///< for each question to the session bus about the keychain
    };

    explicit KeychainStore(Options options);
    ~KeychainStore() override;

    /** The same keychain, in one queue with this store's calls, worded for programs. */
    [[nodiscard]] std::unique_ptr<KeychainStore> forPrograms() const;

    [[nodiscard]] base::Async<std::optional<base::Secret>> read(QString key) override;
    [[nodiscard]] base::Async<base::Done> write(QString key, base::Secret value) override;
    [[nodiscard]] base::Async<base::Done> remove(QString key) override;
    [[nodiscard]] QCoro::Task<StoreStatus> status() override;

private:
    KeychainStore(Options options, std::shared_ptr<KeychainQueue> queue, Reader reader);

    Options m_options;
    std::shared_ptr<KeychainQueue> m_queue; ///< shared with the calls under way
    Reader m_reader;
};

} // namespace tokensmith::secrets
