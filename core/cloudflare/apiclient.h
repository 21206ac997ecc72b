// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cloudflare/apienvelope.h"
#include "core/cloudflare/httptransport.h"
#include "core/cloudflare/requestbudget.h"
#include "core/model/account.h"
#include "core/model/permissiongroup.h"
#include "core/model/token.h"

#include <QUrl>

#include <optional>
#include <vector>

namespace tokensmith::cloudflare {

/** How one call goes out. */
struct CallOptions
{
    Priority priority = Priority::Interactive;
    base::CancelToken cancel = {};
    base::Secret bearer = {}; ///< used instead of the bootstrap token, e.g. to check a candidate for it
};

/** Which part of a list. Cloudflare takes 5 to 50 per page. */
struct PageRequest
{
    int page = 1;
    int perPage = 50;
};

/** One page of a list. `total` is Cloudflare's count over all pages, where it says one. */
template <typename T>
struct Page
{
    std::vector<T> items;
    std::optional<int> total = {};
};

/** Which zones to list; empty members leave none out. */
struct ZoneFilter
{
    QString accountId = {}; ///< 32 hex
    QString name = {};      ///< the whole domain name
};

/** What verifying a token says. It tells validity, not rights. */
struct Verification
{
    QString tokenId;
    model::TokenStatus status = model::TokenStatus::Unknown;
    QString statusText = {};
    std::optional<QDateTime> notBefore = {};
    std::optional<QDateTime> expiresOn = {};
};

/**
 * Cloudflare's token endpoints as functions over model values, authenticated with the bootstrap token.
 *
 * Ids are checked before they go into a path (InvalidArgument). GET and DELETE are repeated with growing, jittered
 * pauses on rate limits, faults and time-outs, GET once on "Authentication error" (10000), which a valid token meets
 * now and then; POST and PUT never are: a lost answer is OutcomeUnknown, for a DELETE whatever its repetitions meet.
 * Must outlive its tasks. Source: Cloudflare API v4, "User API Tokens" and "Account Owned API Tokens".
 */
class ApiClient
{
public:
    struct Options
    {
        QUrl base; ///< up to and including "/client/v4"
        int attempts = 3;
        std::chrono::milliseconds firstPause{400}; ///< doubled each time, ±50 %
        std::chrono::seconds longestPause{10};     ///< a longer Retry-After is reported instead of waited for
    };

    ApiClient(HttpTransport &transport, const base::Clock &clock, Options options);

    /** The bootstrap token, used where CallOptions names no other. Empty: such calls fail with Unauthenticated. */
    void setCredential(base::Secret bootstrapToken);
    [[nodiscard]] bool hasCredential() const { return !m_credential.isEmpty(); }

    /** Forgets the bootstrap token: calls fail with `why` until the next setCredential(). Those sent already go on. */
    void dropCredential(base::Error why);

    /** Another number for every setCredential(): what was asked under an older one is not to be kept. */
    [[nodiscard]] int credentialNumber() const { return m_credentialNumber; }

    /** Asks about the bearer itself, on the path of its owner kind; the other path answers "invalid". */
    [[nodiscard]] base::Async<Verification> verify(model::Owner owner, CallOptions options = {});

    [[nodiscard]] base::Async<Page<model::Token>> listTokens(model::Owner owner, PageRequest page,
                                                             CallOptions options = {});
    [[nodiscard]] base::Async<model::Token> getToken(model::Owner owner, QString tokenId, CallOptions options = {});
    [[nodiscard]] base::Async<model::CreatedToken> createToken(model::Owner owner, model::TokenSpec spec,
                                                               CallOptions options = {});

    /**
     * Replaces the whole token: what `spec` leaves out is gone, so it has to be made from the token as it is. Never
     * repeated. Answers with the token as Cloudflare says it is now.
     */
    [[nodiscard]] base::Async<model::Token> updateToken(model::Owner owner, QString tokenId, model::TokenSpec spec,
                                                        CallOptions options = {});

    /** Gives the token a new secret and ends the old one at once. Never repeated; a lost answer is OutcomeUnknown. */
    [[nodiscard]] base::Async<base::Secret> rollToken(model::Owner owner, QString tokenId, CallOptions options = {});

    [[nodiscard]] base::Async<base::Done> deleteToken(model::Owner owner, QString tokenId, CallOptions options = {});
    [[nodiscard]] base::Async<std::vector<model::PermissionGroup>> listPermissionGroups(model::Owner owner,
                                                                                        CallOptions options = {});
    [[nodiscard]] base::Async<Page<model::Account>> listAccounts(PageRequest page, CallOptions options = {});

    [[nodiscard]] base::Async<model::Account> getAccount(QString accountId, CallOptions options = {});

    /** Zones, by account and exact name where given. Needs Zone Read. */
    [[nodiscard]] base::Async<Page<model::Zone>> listZones(ZoneFilter filter, PageRequest page,
                                                           CallOptions options = {});

    /** The signed-in user's tag (32 hex), needed to name the user as a resource. Needs User Details Read. */
    [[nodiscard]] base::Async<QString> userTag(CallOptions options = {});

    [[nodiscard]] const RequestBudget &budget() const { return m_budget; }

private:
    [[nodiscard]] base::Result<QUrl> tokensUrl(const model::Owner &owner, const QString &tail = {}) const;
    [[nodiscard]] base::Result<QUrl> tokenUrl(const model::Owner &owner, const QString &tokenId,
                                              const QString &tail = {}) const;
    [[nodiscard]] base::Async<Envelope> get(QUrl url, CallOptions options);
    [[nodiscard]] base::Async<Envelope> call(HttpCall request, CallOptions options);
    [[nodiscard]] base::Async<Envelope> callOnce(HttpCall request, CallOptions options);

    HttpTransport &m_transport;
    Options m_options;
    RequestBudget m_budget;
    base::Secret m_credential;
    base::Error m_noCredential; ///< what a call without one gets
    int m_credentialNumber = 0;
};

} // namespace tokensmith::cloudflare
