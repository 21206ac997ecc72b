// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/secrets/secretstore.h"
#include "core/store/heldstore.h"

namespace tokensmith::tokens {

/** What becomes of the secret of a token made or rolled. */
enum class KeepSecret {
    IfPossible, ///< the asker gets it; the keychain too, where that is usual
    Required,   ///< the keychain has to hold it: proved before anything is made, and undone if it fails after all
};

/**
 * The secrets of tokens made or rolled here, kept so that none is lost on its way: one keychain item for each token, by
 * its id. Errors as SecretStore's. Must outlive its tasks; so must the store.
 */
class HeldSecrets
{
public:
    /** `index` remembers which there are, as the keychain can't be asked; null: nobody does. Both outlive this. */
    explicit HeldSecrets(secrets::SecretStore &store, store::HeldStore *index = nullptr);

    /** The keychain item of a token: "token/<id>". Its value is the secret, as it is. */
    [[nodiscard]] static QString keyOf(const QString &tokenId);

    /** Writes the secret and reads it back. Done: it is there. Fails at once where nothing keeps secrets. */
    [[nodiscard]] base::Async<base::Done> hold(QString tokenId, base::Secret secret);

    /** Whether hold() can work, by writing an item, reading it and removing it again; may ask the person to unlock. */
    [[nodiscard]] base::Async<base::Done> prove();

    /** Notes that hold() worked: for whom, and when. What can't be noted is logged. */
    void note(const store::HeldSecret &held);

    /** Removes the item and the note of a token because a person wants it; may ask to unlock the keychain. */
    [[nodiscard]] base::Async<base::Done> discard(QString tokenId);

    /** Removes the item of a token that is gone, if that can be done without asking anybody. */
    [[nodiscard]] QCoro::Task<> forget(QString tokenId);

private:
    [[nodiscard]] base::Async<base::Done> present();
    [[nodiscard]] base::Async<base::Done> writeAndRead(QString key, base::Secret secret);

    secrets::SecretStore &m_store;
    store::HeldStore *m_index;
};

} // namespace tokensmith::tokens
