// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/accounts.h"

#include "core/tokens/allowlist.h"

#include <algorithm>

namespace tokensmith::tokens {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 kFreshSeconds = 300;

} // namespace

Accounts::Accounts(cloudflare::ApiClient &api, const base::Clock &clock, QStringList allowed)
    : m_api(api)
    , m_clock(clock)
    , m_allowed(std::move(allowed))
{
}

base::Async<std::vector<model::Account>> Accounts::list(cloudflare::CallOptions options)
{
    if (m_readAt.isValid() && m_readAt.addSecs(kFreshSeconds) > m_clock.now())
        co_return std::as_const(m_accounts);
    const int credential = m_api.credentialNumber();
    std::vector<model::Account> found;
    for (int number = 1;; ++number) {
        const cloudflare::PageRequest request{.page = number};
        base::Result<cloudflare::Page<model::Account>> page = co_await m_api.listAccounts(request, options);
        if (!page && page.error().code == Error::Code::PermissionDenied && !m_own.id.isEmpty()) {
            found = {m_own};
            break;
        }
        if (!page)
            co_return base::fail(std::move(page.error()));
        const size_t before = found.size();
        for (const model::Account &account : page->items) {
            if (std::find(found.begin(), found.end(), account) == found.end())
                found.push_back(account);
        }
        const bool fullPage = static_cast<int>(page->items.size()) >= request.perPage;
        const bool more = page->total ? static_cast<int>(found.size()) < *page->total : fullPage;
        if (found.size() == before || !more)
            break;
    }
    std::erase_if(found, [this](const model::Account &account) { return !checkAllowed(account.id).has_value(); });
    if (credential == m_api.credentialNumber()) { // else another bootstrap token came in between
        m_accounts = found;
        m_readAt = m_clock.now();
    }
    co_return found;
}

base::Async<model::Account> Accounts::get(QString accountId, cloudflare::CallOptions options)
{
    const base::Result<base::Done> allowed = checkAllowed(accountId);
    if (!allowed)
        co_return base::fail(allowed.error());
    base::Result<model::Account> account = co_await m_api.getAccount(accountId, options);
    co_return account;
}

QString Accounts::nameOf(const QString &accountId) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const model::Account &account) { return account.id == accountId; });
    if (found != m_accounts.end() && !found->name.isEmpty())
        return found->name;
    return accountId == m_own.id && !m_own.name.isEmpty() ? m_own.name : accountId.left(8) + u'…';
}

base::Result<base::Done> Accounts::checkAllowed(const QString &accountId) const
{
    if (m_allowed.isEmpty() || m_allowed.contains(accountId))
        return base::Done{};
    return base::fail({.code = Error::Code::PermissionDenied,
                       .message = u"The account %1 is not in ALLOWED_ACCOUNT_IDS."_s.arg(accountId),
                       .field = kAllowListField});
}

void Accounts::setOwn(const model::Account &account)
{
    m_own = account;
    m_accounts.clear();
    m_readAt = {};
}

} // namespace tokensmith::tokens
