// SPDX-License-Identifier: GPL-3.0-or-later
// ApiClient's functions on permission groups, accounts, zones and the user.
#include "core/base/identifiers.h"
#include "core/cloudflare/apishapes.h"
#include "core/model/json.h"

#include <QUrlQuery>

namespace tokensmith::cloudflare {

using namespace Qt::StringLiterals;

namespace {

/** The groups come as one page; only if a total says so are there more. */
constexpr int kMostGroupPages = 50;

} // namespace

base::Async<std::vector<model::PermissionGroup>> ApiClient::listPermissionGroups(model::Owner owner,
                                                                                 CallOptions options)
{
    const base::Result<QUrl> url = tokensUrl(owner, u"/permission_groups"_s);
    if (!url)
        co_return base::fail(url.error());
    std::vector<model::PermissionGroup> groups;
    for (int number = 1; number <= kMostGroupPages; ++number) {
        QUrl page = *url;
        if (number > 1)
            page.setQuery(u"page=%1"_s.arg(number));
        const base::Result<Envelope> envelope = co_await get(page, options);
        if (!envelope)
            co_return base::fail(envelope.error());
        const auto read = pageOf<model::PermissionGroup>(*envelope, model::permissionGroupFromJson);
        if (!read)
            co_return base::fail(read.error());
        groups.insert(groups.end(), read->items.begin(), read->items.end());
        if (read->items.empty() || static_cast<int>(groups.size()) >= read->total.value_or(0))
            break;
    }
    co_return groups;
}

base::Async<Page<model::Account>> ApiClient::listAccounts(PageRequest page, CallOptions options)
{
    const QUrl url = withPage(below(m_options.base, u"/accounts"_s), page);
    const base::Result<Envelope> envelope = co_await get(url, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    co_return pageOf<model::Account>(*envelope, model::accountFromJson);
}

base::Async<model::Account> ApiClient::getAccount(QString accountId, CallOptions options)
{
    if (!base::isCloudflareId(accountId))
        co_return badId("accountId"_L1);
    const QUrl url = below(m_options.base, u"/accounts/"_s + accountId);
    const base::Result<Envelope> envelope = co_await get(url, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    model::Account account = model::accountFromJson(envelope->result.toObject());
    if (account.id != accountId)
        co_return answerLacks(u"the account asked for"_s);
    co_return account;
}

base::Async<Page<model::Zone>> ApiClient::listZones(ZoneFilter filter, PageRequest page, CallOptions options)
{
    if (!filter.accountId.isEmpty() && !base::isCloudflareId(filter.accountId))
        co_return badId("accountId"_L1);
    QUrl url = below(m_options.base, u"/zones"_s);
    QUrlQuery query;
    if (!filter.accountId.isEmpty())
        query.addQueryItem(u"account.id"_s, filter.accountId);
    if (!filter.name.isEmpty()) // QUrlQuery leaves "+" and others alone, which servers read as something else
        query.addQueryItem(u"name"_s, QString::fromLatin1(QUrl::toPercentEncoding(filter.name)));
    url.setQuery(query);
    const QUrl paged = withPage(url, page);
    const base::Result<Envelope> envelope = co_await get(paged, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    co_return pageOf<model::Zone>(*envelope, model::zoneFromJson);
}

base::Async<QString> ApiClient::userTag(CallOptions options)
{
    const QUrl url = below(m_options.base, u"/user"_s);
    const base::Result<Envelope> envelope = co_await get(url, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    QString tag = envelope->result.toObject().value("id"_L1).toString();
    if (!base::isCloudflareId(tag))
        co_return answerLacks(u"the user's id"_s);
    co_return tag;
}

} // namespace tokensmith::cloudflare
