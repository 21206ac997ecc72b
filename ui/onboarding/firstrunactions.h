// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/model/owner.h"

#include <QObject>

namespace tokensmith::ui {

/** What is found out about a pasted token before it is kept, in the order it is shown. */
enum class BootstrapCheck {
    Active,   ///< Cloudflare accepts it, and it is active
    Owner,    ///< user or account token, and whose
    Rights,   ///< it may read and edit tokens
    Keychain, ///< the keychain can hold it
};

/** The keychain of this session as the page tells it. */
struct KeychainStatus
{
    enum class State { Asking, Ready, Locked, Unavailable };

    State state = State::Asking;
    QString message = {}; ///< for people: "GNOME Keyring is ready.", or what is wrong and what to do
};

/** What a token that passed all checks is. */
struct FoundConnection
{
    model::Owner::Kind kind = model::Owner::Kind::User;
    QString name;   ///< of the person or account; from Cloudflare, so plain text only
    QString rights; ///< a sentence, e.g. "It may read and edit tokens."
};

/**
 * What the first-run page can have done. Implemented in app/desktop over the services; the page keeps nothing itself.
 *
 * One check at a time: check() while one runs replaces it. A check ends with checkFailed(), accountIdNeeded() or
 * found(); nothing is kept before save().
 */
class FirstRunActions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual KeychainStatus keychain() const = 0;

    /** Asks the keychain again; ends with keychainChanged(). */
    virtual void askKeychain() = 0;

    /** Runs the four checks. `accountId` is empty, or 32 hex digits from the person. */
    virtual void check(const base::Secret &token, const QString &accountId) = 0;

    /** Forgets the token that was checked, and any check that runs. */
    virtual void cancel() = 0;

    /** Keeps the token found last; ends with saved() or saveFailed(). */
    virtual void save() = 0;

    /** Starts the sandbox beside this program; ends with sandboxOpened() or sandboxFailed(). */
    virtual void openSandbox() = 0;

Q_SIGNALS:
    void keychainChanged();
    void checkPassed(tokensmith::ui::BootstrapCheck check);
    void checkFailed(tokensmith::ui::BootstrapCheck check, const tokensmith::base::Error &error);
    void accountIdNeeded(); ///< an account token whose account can't be found out; check() again with its id
    void found(const tokensmith::ui::FoundConnection &connection);
    void saved();
    void saveFailed(const tokensmith::base::Error &error);
    void sandboxOpened();
    void sandboxFailed(const tokensmith::base::Error &error);
};

} // namespace tokensmith::ui
