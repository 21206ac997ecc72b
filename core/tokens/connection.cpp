// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/connection.h"

#include "core/base/identifiers.h"
#include "core/tokens/accounts.h"
#include "core/tokens/bootstraprules.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using model::Owner;

namespace {

const QString kItem = u"bootstrap"_s;

/** A locked keychain can: it asks to be unlocked when something is written. */
bool canHoldSecrets(const secrets::StoreStatus &keychain)
{
    switch (keychain.state) {
    case secrets::StoreStatus::State::Ready:
    case secrets::StoreStatus::State::Locked:
        return true;
    case secrets::StoreStatus::State::NotAnswering:
    case secrets::StoreStatus::State::Unavailable:
        return false;
    }
    Q_UNREACHABLE();
}

base::Secret packed(const base::Secret &token, const Connection &connection)
{
    const QJsonObject item{{u"version"_s, 1},
                           {u"accountId"_s, connection.owner.accountId},
                           {u"tokenId"_s, connection.tokenId},
                           {u"token"_s, QString::fromLatin1(token.reveal())}};
    return base::Secret(QJsonDocument(item).toJson(QJsonDocument::Compact));
}

} // namespace

std::vector<Owner> ownersInReach(const Connection &connection, const std::vector<model::Account> &accounts)
{
    std::vector<Owner> owners;
    if (connection.owner.kind == Owner::Kind::User)
        owners.push_back(Owner::user());
    for (const model::Account &account : accounts)
        owners.push_back(Owner::account(account.id));
    return owners;
}

ConnectionService::ConnectionService(cloudflare::ApiClient &api, Accounts &accounts, secrets::SecretStore &store,
                                     QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_accounts(accounts)
    , m_store(store)
{
}

base::Async<Connection> ConnectionService::check(Candidate candidate, cloudflare::CallOptions options)
{
    base::Result<Connection> found = co_await identify(std::move(candidate), options);
    if (!found)
        co_return found;
    const secrets::StoreStatus keychain = co_await m_store.status();
    if (!canHoldSecrets(keychain)) {
        co_return base::fail(
            {.code = Error::Code::KeychainUnavailable, .message = keychain.message, .detail = keychain.detail});
    }
    Q_EMIT stepPassed(Step::KeychainReady);
    co_return found;
}

base::Async<Connection> ConnectionService::connectWith(Candidate candidate)
{
    const cloudflare::CallOptions options;
    const int locks = m_locks;
    base::Result<Connection> found = co_await identify(candidate, options);
    if (found && locks != m_locks)
        co_return base::fail(lockedError());
    if (found)
        use(candidate.token, *found);
    co_return found;
}

base::Async<Connection> ConnectionService::connectAndSave(Candidate candidate)
{
    const cloudflare::CallOptions options;
    const int locks = m_locks;
    base::Result<Connection> found = co_await identify(candidate, options);
    if (!found)
        co_return found;
    const base::Secret item = packed(candidate.token, *found);
    const base::Result<base::Done> saved = co_await m_store.write(kItem, item);
    if (!saved)
        co_return base::fail(saved.error());
    Q_EMIT stepPassed(Step::KeychainReady);
    if (locks == m_locks) // else it waits in the keychain to be unlocked
        use(candidate.token, *found);
    co_return found;
}

void ConnectionService::setGiven(Candidate candidate)
{
    m_given = std::move(candidate);
    if (m_isLocked && m_current && isKnown(m_given->token)) {
        use(m_given->token, Connection(*m_current));
        return;
    }
    if (m_isLocked)
        m_current.reset();
    if (!m_current)
        m_identity = identityOf(m_given->token);
    if (std::exchange(m_isLocked, false))
        Q_EMIT lockChanged();
}

Error ConnectionService::lockedError()
{
    return {.code = Error::Code::Unavailable,
            .message = u"Tokensmith is locked. Unlock it in its window, then try again. Nothing was done."_s};
}

void ConnectionService::lock()
{
    m_given.reset();
    m_api.dropCredential(lockedError());
    ++m_locks;
    if (!std::exchange(m_isLocked, true))
        Q_EMIT lockChanged();
}

bool ConnectionService::isKnown(const base::Secret &token) const
{
    return !m_identity.isEmpty() && identityOf(token) == m_identity;
}

base::Async<Connection> ConnectionService::ensure(cloudflare::CallOptions options)
{
    if (m_isLocked)
        co_return base::fail(lockedError());
    if (m_current)
        co_return std::as_const(*m_current);
    if (!m_given) {
        co_return base::fail({.code = Error::Code::Unauthenticated,
                              .message = u"No bootstrap token is set. Connect Cloudflare first."_s});
    }
    const Candidate given = *m_given;
    base::Result<Connection> found = co_await identify(given, options);
    if (m_isLocked)
        co_return base::fail(lockedError());
    if (m_current) // somebody else connected in the meantime, perhaps with another token
        co_return std::as_const(*m_current);
    if (found)
        use(given.token, *found);
    co_return found;
}

base::Async<bool> ConnectionService::loadStored()
{
    const int locks = m_locks;
    const base::Result<std::optional<base::Secret>> stored = co_await m_store.read(kItem);
    if (locks != m_locks)
        co_return base::fail(lockedError());
    if (m_current && !m_isLocked) // connected while the keychain was asking: that token is newer
        co_return true;
    if (!stored)
        co_return base::fail(stored.error());
    if (!stored->has_value())
        co_return false;
    const QJsonObject item = QJsonDocument::fromJson((*stored)->reveal()).object();
    const base::Secret token(item.value("token"_L1).toString().toLatin1());
    const QString accountId = item.value("accountId"_L1).toString();
    if (token.isEmpty() || (!accountId.isEmpty() && !base::isCloudflareId(accountId))) {
        co_return base::fail(
            {.code = Error::Code::ProtocolError,
             .message = u"The keychain item \"Tokensmith / bootstrap\" can't be read. Connect again."_s});
    }
    const QString tokenId = item.value("tokenId"_L1).toString(); // items of the first version have none
    if (m_current && isKnown(token)) {
        use(token, Connection(*m_current));
        co_return true;
    }
    use(token, {.owner = accountId.isEmpty() ? Owner::user() : Owner::account(accountId),
                .tokenId = base::isCloudflareId(tokenId) ? tokenId : QString()});
    co_return true;
}

base::Async<QString> ConnectionService::tokenId(cloudflare::CallOptions options)
{
    const base::Result<Connection> connection = co_await ensure(options);
    if (!connection)
        co_return base::fail(connection.error());
    if (!connection->tokenId.isEmpty())
        co_return connection->tokenId;
    const int credential = m_api.credentialNumber();
    const base::Result<cloudflare::Verification> answer = co_await m_api.verify(connection->owner, options);
    if (!answer)
        co_return base::fail(answer.error());
    if (credential != m_api.credentialNumber()) {
        co_return base::fail(
            {.code = Error::Code::Unavailable,
             .message = u"The bootstrap token was exchanged just now. Nothing was done; try again."_s});
    }
    m_current->tokenId = answer->tokenId;
    co_return answer->tokenId;
}

base::Async<QString> ConnectionService::tagOffOwnPolicies(cloudflare::CallOptions options)
{
    const base::Result<QString> id = co_await tokenId(options);
    if (!id)
        co_return base::fail(id.error());
    const Owner owner = m_current->owner;
    const base::Result<model::Token> self = co_await m_api.getToken(owner, *id, options);
    if (!self)
        co_return base::fail(self.error());
    co_return userTagIn(*self);
}

base::Async<QString> ConnectionService::userTag(cloudflare::CallOptions options)
{
    if (!m_userTag.isEmpty())
        co_return std::as_const(m_userTag);
    const int credential = m_api.credentialNumber();
    base::Result<QString> tag = co_await m_api.userTag(options);
    if (!tag && tag.error().code == Error::Code::PermissionDenied) {
        const base::Result<QString> own = co_await tagOffOwnPolicies(options);
        if (own && !own->isEmpty())
            tag = *own;
    }
    if (tag && credential == m_api.credentialNumber())
        m_userTag = *tag;
    co_return tag;
}

base::Async<Connection> ConnectionService::identify(Candidate candidate, cloudflare::CallOptions options)
{
    const base::Result<base::Done> form = checkForm(candidate.token);
    if (!form)
        co_return base::fail(form.error());
    options.bearer = candidate.token;
    const base::Result<Verified> verified = co_await findOwner(candidate, options);
    if (!verified)
        co_return base::fail(verified.error());
    Connection connection{.owner = verified->owner,
                          .tokenId = verified->answer.tokenId,
                          .accountName = verified->accountName,
                          .expiresOn = verified->answer.expiresOn};
    Q_EMIT stepPassed(Step::Accepted);
    Q_EMIT stepPassed(Step::OwnerFound);

    const base::Result<model::Token> self = co_await m_api.getToken(connection.owner, connection.tokenId, options);
    if (!self)
        co_return base::fail(self.error());
    connection.tokenName = self->name;
    connection.userTag = userTagIn(*self);
    if (!mayWriteTokens(*self)) {
        co_return base::fail({.code = Error::Code::PermissionDenied,
                              .message = u"This token may read tokens but not edit them. Give it API Tokens Edit."_s});
    }
    Q_EMIT stepPassed(Step::MayManageTokens);
    co_return connection;
}

base::Async<ConnectionService::Verified> ConnectionService::findOwner(Candidate candidate,
                                                                      cloudflare::CallOptions options)
{
    const Prefix prefix = prefixOf(candidate.token.reveal());
    if (prefix != Prefix::Account) {
        base::Result<cloudflare::Verification> answer = co_await m_api.verify(Owner::user(), options);
        if (answer)
            co_return accepted({.owner = Owner::user(), .answer = *answer});
        if (prefix == Prefix::User || answer.error().code != Error::Code::Unauthenticated)
            co_return base::fail(std::move(answer.error()));
    }
    std::vector<model::Account> accounts{{.id = candidate.accountId, .name = {}}};
    if (candidate.accountId.isEmpty()) {
        const cloudflare::PageRequest firstPage;
        base::Result<cloudflare::Page<model::Account>> seen = co_await m_api.listAccounts(firstPage, options);
        if (!seen && seen.error().code != Error::Code::PermissionDenied)
            co_return base::fail(std::move(seen.error()));
        accounts = seen ? std::move(seen->items) : std::vector<model::Account>();
    }
    for (const model::Account &account : accounts) {
        base::Result<cloudflare::Verification> answer = co_await m_api.verify(Owner::account(account.id), options);
        if (answer)
            co_return accepted({.owner = Owner::account(account.id), .answer = *answer, .accountName = account.name});
        if (answer.error().code != Error::Code::Unauthenticated || !candidate.accountId.isEmpty())
            co_return base::fail(std::move(answer.error()));
    }
    co_return base::fail(
        {.code = Error::Code::InvalidArgument,
         .message = u"This is an account token, and it can't tell which account. Enter the account ID."_s,
         .field = u"accountId"_s});
}

base::Result<ConnectionService::Verified> ConnectionService::accepted(Verified verified)
{
    if (verified.answer.status == model::TokenStatus::Active)
        return verified;
    return base::fail({.code = Error::Code::Unauthenticated,
                       .message = u"Cloudflare knows this token, but it is %1."_s.arg(verified.answer.statusText)});
}

void ConnectionService::use(const base::Secret &token, const Connection &connection)
{
    m_api.setCredential(token);
    m_accounts.setOwn({.id = connection.owner.accountId, .name = connection.accountName});
    m_userTag = connection.userTag;
    m_identity = identityOf(token);
    m_current = connection;
    const bool wasLocked = std::exchange(m_isLocked, false);
    Q_EMIT connectionChanged();
    if (wasLocked)
        Q_EMIT lockChanged();
}

} // namespace tokensmith::tokens
