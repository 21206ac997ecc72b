// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/tokenverifier.h"

#include "core/base/text.h"
#include "core/model/json.h"
#include "core/tokens/accounts.h"
#include "core/tokens/connection.h"

#include <algorithm>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;
using model::Owner;
using model::TokenStatus;

namespace {

bool hasTokenForm(const QByteArray &value)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return value.size() >= 20 && value.size() <= 200 && std::all_of(value.begin(), value.end(), fits);
}

/** Why a value need not be sent anywhere: another credential, or no token at all. Nothing for an API token. */
QString notAToken(const base::Secret &value)
{
    if (!hasTokenForm(value.reveal()))
        return u"This is not an API token: those are 20 to 200 letters, digits, _ or -."_s;
    if (value.reveal().startsWith("cfk_"))
        return u"This is a Global API Key, not an API token."_s;
    if (value.reveal().startsWith("cfoat_"))
        return u"This is an OAuth access token, not an API token."_s;
    return {};
}

/** Cloudflare knows the token and does not take it, most often because of the address it comes from. */
QString fromHere(const Error &error)
{
    if (!error.detail.contains("location"_L1))
        return error.message;
    return u"The token is limited to certain IP addresses, and this computer's is none of them: %1"_s.arg(error.detail);
}

QString unknownToken()
{
    return u"Cloudflare does not accept it: it is wrong, revoked, rolled, expired or of an account not listed here."_s;
}

} // namespace

TokenVerifier::TokenVerifier(cloudflare::ApiClient &api, Accounts &accounts, ConnectionService &connection,
                             const base::Clock &clock)
    : m_api(api)
    , m_accounts(accounts)
    , m_connection(connection)
    , m_clock(clock)
{
}

VerifyOutcome TokenVerifier::outcomeOf(const cloudflare::Verification &answer) const
{
    const QDateTime now = m_clock.now();
    VerifyOutcome outcome{.statusText = answer.statusText, .expiresOn = answer.expiresOn};
    if (answer.status == TokenStatus::Disabled)
        outcome.reason = u"The token is disabled. It works again once it is enabled."_s;
    else if (answer.status == TokenStatus::Exposed)
        outcome.reason = u"Cloudflare found the token's value in public and switched it off. Roll or replace it."_s;
    else if (answer.expiresOn && *answer.expiresOn <= now)
        outcome.reason = u"The token expired on %1. Rotate it to go on."_s.arg(model::timeToText(*answer.expiresOn));
    else if (answer.status == TokenStatus::Expired)
        outcome.reason = u"The token has expired. Rotate it to go on."_s;
    else if (answer.notBefore && *answer.notBefore > now)
        outcome.reason = u"The token is not valid before %1."_s.arg(model::timeToText(*answer.notBefore));
    else if (answer.status != TokenStatus::Active)
        outcome.reason = u"Cloudflare says the token is \"%1\"."_s.arg(base::plainLine(answer.statusText, 60));
    outcome.valid = outcome.reason.isEmpty();
    return outcome;
}

base::Async<VerifyOutcome> TokenVerifier::verify(base::Secret token, QString accountId, base::CancelToken cancel)
{
    const cloudflare::CallOptions options{.cancel = cancel};
    const cloudflare::CallOptions asked{.cancel = cancel, .bearer = token};
    VerifyOutcome refused{.reason = notAToken(token)};
    if (!refused.reason.isEmpty())
        co_return refused;
    refused.reason = unknownToken();
    const base::Result<base::Done> allowed =
        accountId.isEmpty() ? base::Result<base::Done>(base::Done{}) : m_accounts.checkAllowed(accountId);
    if (!allowed)
        co_return base::fail(allowed.error());
    const base::Result<Connection> connection = co_await m_connection.ensure(options);
    if (!connection)
        co_return base::fail(connection.error());
    if (!token.reveal().startsWith("cfat_")) {
        const base::Result<cloudflare::Verification> answer = co_await m_api.verify(Owner::user(), asked);
        if (answer)
            co_return outcomeOf(*answer);
        if (answer.error().code == Error::Code::PermissionDenied)
            refused.reason = fromHere(answer.error());
        else if (answer.error().code != Error::Code::Unauthenticated)
            co_return base::fail(answer.error());
    }
    if (token.reveal().startsWith("cfut_"))
        co_return refused;
    base::Result<VerifyOutcome> outcome = co_await verifyAtAccounts(token, accountId, refused, cancel);
    co_return outcome;
}

base::Async<VerifyOutcome> TokenVerifier::verifyAtAccounts(base::Secret token, QString accountId, VerifyOutcome refused,
                                                           base::CancelToken cancel)
{
    const cloudflare::CallOptions asked{.cancel = cancel, .bearer = token};
    const cloudflare::CallOptions own{.cancel = cancel};
    std::vector<model::Account> accounts{{.id = accountId, .name = {}}};
    if (accountId.isEmpty()) {
        base::Result<std::vector<model::Account>> listed = co_await m_accounts.list(own);
        if (!listed && listed.error().code == Error::Code::PermissionDenied) {
            co_return base::fail({.code = Error::Code::PermissionDenied,
                                  .message = u"An account's token can be verified with its account only, and the "
                                             "bootstrap token may not list accounts. Give accountId."_s,
                                  .field = u"accountId"_s,
                                  .cfRay = listed.error().cfRay});
        }
        if (!listed)
            co_return base::fail(std::move(listed.error()));
        accounts = *std::move(listed);
    }
    for (const model::Account &account : accounts) {
        const base::Result<cloudflare::Verification> answer = co_await m_api.verify(Owner::account(account.id), asked);
        if (answer)
            co_return outcomeOf(*answer);
        const Error::Code code = answer.error().code;
        if (code == Error::Code::PermissionDenied) // that account may not be its own
            refused.reason = fromHere(answer.error());
        else if (code != Error::Code::Unauthenticated)
            co_return base::fail(answer.error());
    }
    co_return refused;
}

} // namespace tokensmith::tokens
