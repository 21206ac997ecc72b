// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/cloudflare/apiclient.h"
#include "core/model/account.h"
#include "core/model/owner.h"
#include "core/secrets/secretstore.h"

#include <QDateTime>
#include <QObject>

#include <optional>
#include <vector>

namespace tokensmith::tokens {

class Accounts;

/** What is known of the bootstrap token: everything but its value. */
struct Connection
{
    model::Owner owner = {};  ///< user or account token, and of which account
    QString tokenId = {};     ///< may be empty of a stored token; see ConnectionService::tokenId()
    QString tokenName = {};   ///< empty where the token may not read itself
    QString accountName = {}; ///< of an account token, where it can be read
    QString userTag = {};     ///< of a user's token, where its own policies name the user
    std::optional<QDateTime> expiresOn = {};
};

/** Whose tokens that connection can manage: the user's own (if it is a user's) and those of every account given. */
[[nodiscard]] std::vector<model::Owner> ownersInReach(const Connection &connection,
                                                      const std::vector<model::Account> &accounts);

/**
 * The bootstrap token: checks it, finds out its kind, keeps it in the keychain and gives it to the ApiClient.
 *
 * The keychain item "bootstrap" holds the value together with its owner, so that the two can't disagree. A token from
 * the environment is used as it is and never stored.
 */
class ConnectionService final : public QObject
{
    Q_OBJECT

public:
    /** What is checked before a token is saved, in this order. */
    enum class Step { Accepted, OwnerFound, MayManageTokens, KeychainReady };
    Q_ENUM(Step)

    ConnectionService(cloudflare::ApiClient &api, Accounts &accounts, secrets::SecretStore &store,
                      QObject *parent = nullptr);

    /** What to check. */
    struct Candidate
    {
        base::Secret token;
        QString accountId = {}; ///< asked of the person where an account token can't tell its account
    };

    /**
     * Checks a candidate as connectAndSave() would, the keychain by asking how it is, and changes nothing: a person
     * may want to see what was found before it is used. Steps and errors as there. `options.bearer` is not looked at.
     */
    [[nodiscard]] base::Async<Connection> check(Candidate candidate, cloudflare::CallOptions options = {});

    /**
     * Verifies a candidate and, if all is well, uses it from now on. Emits stepPassed() for each step; an error's
     * `field` is "accountId" where the account has to be asked for. Saves nothing.
     */
    [[nodiscard]] base::Async<Connection> connectWith(Candidate candidate);

    /** As connectWith(), and keeps the token in the keychain first: where that fails, nothing changes. */
    [[nodiscard]] base::Async<Connection> connectAndSave(Candidate candidate);

    /**
     * A token to use without being asked (from the environment, the sandbox's own): it is checked by the first
     * ensure(), and again by the next one after a failure. Never stored. Ends a lock().
     */
    void setGiven(Candidate candidate);

    /** The connection in use; connects with a given token first if needed. Fails where there is none. */
    [[nodiscard]] base::Async<Connection> ensure(cloudflare::CallOptions options = {});

    /** Takes the stored token, if any and none is in use, without asking Cloudflare. False: nothing is stored (first
     * run). Ends a lock() that came before it. */
    [[nodiscard]] base::Async<bool> loadStored();

    /**
     * Forgets the bootstrap token until loadStored(), setGiven() or another connection brings one: every call is
     * refused with lockedError(). What is known of it stays, so that lists on the screen do. Calls that were sent go
     * on.
     */
    void lock();
    [[nodiscard]] bool isLocked() const { return m_isLocked; }

    /** What whoever asks for Cloudflare gets meanwhile. */
    [[nodiscard]] static base::Error lockedError();

    /** The id of the bootstrap token in use, asked once where it is not known. Fails where it can't be found out. */
    [[nodiscard]] base::Async<QString> tokenId(cloudflare::CallOptions options = {});

    /**
     * The user's own tag (32 hex), which policies on the user need; found out once. It is taken off the bootstrap
     * token's own policies where they name it; else it needs User Details Read.
     */
    [[nodiscard]] base::Async<QString> userTag(cloudflare::CallOptions options = {});

    /**
     * A one-way name of the bootstrap token in use or, before it was checked, of the given one; empty: none. What is
     * kept on disk goes by it, so that nobody is shown what another credential saw. It tells nothing of the token.
     */
    [[nodiscard]] const QString &identity() const { return m_identity; }

    /** The connection in use, if there is one. */
    [[nodiscard]] const std::optional<Connection> &current() const { return m_current; }

Q_SIGNALS:
    void stepPassed(tokensmith::tokens::ConnectionService::Step step);
    void connectionChanged();
    void lockChanged(); ///< isLocked() changed

private:
    struct Verified
    {
        model::Owner owner;
        cloudflare::Verification answer;
        QString accountName = {};
    };

    [[nodiscard]] base::Async<Connection> identify(Candidate candidate, cloudflare::CallOptions options);
    [[nodiscard]] base::Async<Verified> findOwner(Candidate candidate, cloudflare::CallOptions options);
    [[nodiscard]] static base::Result<Verified> accepted(Verified verified);
    [[nodiscard]] base::Async<QString> tagOffOwnPolicies(cloudflare::CallOptions options);
    void use(const base::Secret &token, const Connection &connection);
    [[nodiscard]] bool isKnown(const base::Secret &token) const;

    cloudflare::ApiClient &m_api;
    Accounts &m_accounts;
    secrets::SecretStore &m_store;
    std::optional<Candidate> m_given;
    std::optional<Connection> m_current;
    QString m_userTag;
    QString m_identity;
    bool m_isLocked = false;
    int m_locks = 0; ///< counts lock(): what began before one must not end it
};

} // namespace tokensmith::tokens
