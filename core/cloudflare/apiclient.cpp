// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/apiclient.h"

#include "core/base/identifiers.h"
#include "core/base/logging.h"
#include "core/cloudflare/pause.h"
#include "core/model/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUrlQuery>

#include <algorithm>

namespace tokensmith::cloudflare {

using namespace Qt::StringLiterals;
using base::Error;
using Method = HttpCall::Method;

namespace {

/** The groups come as one page; only if a total says so are there more. */
constexpr int kMostGroupPages = 50;

tl::unexpected<Error> badId(QLatin1StringView field)
{
    return base::fail({.code = Error::Code::InvalidArgument,
                       .message = u"%1 must be 32 hexadecimal digits."_s.arg(field),
                       .field = field});
}

tl::unexpected<Error> unexpectedShape(const QString &what)
{
    return base::fail({.code = Error::Code::ProtocolError, .message = u"Cloudflare's answer lacks %1."_s.arg(what)});
}

QUrl withPage(QUrl url, PageRequest page)
{
    QUrlQuery query;
    query.addQueryItem(u"page"_s, QString::number(std::max(1, page.page)));
    query.addQueryItem(u"per_page"_s, QString::number(std::clamp(page.perPage, 5, 50)));
    url.setQuery(query);
    return url;
}

QUrl below(QUrl base, const QString &path)
{
    base.setPath(base.path() + path);
    return base;
}

/** `null` is how an empty list may be written; anything else that is no list is not taken for one. */
template <typename T, typename Read>
base::Result<Page<T>> pageOf(const Envelope &envelope, const Read &read)
{
    if (!envelope.result.isArray() && !envelope.result.isNull())
        return unexpectedShape(u"the list asked for"_s);
    Page<T> page;
    for (const QJsonValue &entry : envelope.result.toArray())
        page.items.push_back(read(entry.toObject()));
    if (const int total = envelope.resultInfo.value("total_count"_L1).toInt(-1); total >= 0)
        page.total = total;
    return page;
}

/** Only calls whose repetition changes nothing more. Creating is not one: the first may have worked. */
bool mayRepeat(Method method)
{
    return method == Method::Get || method == Method::Delete;
}

std::chrono::milliseconds pauseBefore(int attempt, const Error &error, const ApiClient::Options &options)
{
    if (error.retryAfter)
        return *error.retryAfter;
    const double jitter = 0.5 + QRandomGenerator::global()->generateDouble();
    return std::chrono::milliseconds(
        static_cast<qint64>(static_cast<double>(options.firstPause.count() << (attempt - 1)) * jitter));
}

} // namespace

ApiClient::ApiClient(HttpTransport &transport, const base::Clock &clock, Options options)
    : m_transport(transport)
    , m_options(std::move(options))
    , m_budget(clock)
{
}

void ApiClient::setCredential(base::Secret bootstrapToken)
{
    m_credential = std::move(bootstrapToken);
    ++m_credentialNumber;
}

base::Result<QUrl> ApiClient::tokensUrl(const model::Owner &owner, const QString &tail) const
{
    switch (owner.kind) {
    case model::Owner::Kind::User:
        return below(m_options.base, u"/user/tokens"_s + tail);
    case model::Owner::Kind::Account:
        if (!base::isCloudflareId(owner.accountId))
            return badId("accountId"_L1);
        return below(m_options.base, u"/accounts/%1/tokens"_s.arg(owner.accountId) + tail);
    }
    Q_UNREACHABLE();
}

base::Async<Envelope> ApiClient::callOnce(HttpCall request, CallOptions options)
{
    if (!m_budget.allows(options.priority)) {
        co_return base::fail({.code = Error::Code::RateLimited,
                              .message = u"Cloudflare's request limit is nearly used up. The rest is kept for you."_s,
                              .retryAfter = m_budget.untilReset()});
    }
    const base::Result<HttpAnswer> answer = co_await m_transport.send(request);
    if (!answer)
        co_return base::fail(answer.error());
    m_budget.note(*answer);
    base::Result<Envelope> envelope = openEnvelope(*answer, request.method);
    if (!envelope) {
        const Error &error = envelope.error();
        qCInfo(base::logCloudflare).noquote() << "refused:" << base::codeName(error.code) << "http" << error.httpStatus
                                              << "code" << error.cloudflareCode << "cf-ray" << error.cfRay;
    }
    co_return envelope;
}

base::Async<Envelope> ApiClient::call(HttpCall request, CallOptions options)
{
    request.cancel = options.cancel;
    request.bearer = options.bearer.isEmpty() ? m_credential : options.bearer;
    if (request.bearer.isEmpty()) {
        co_return base::fail({.code = Error::Code::Unauthenticated,
                              .message = u"No bootstrap token is set. Connect Cloudflare first."_s});
    }
    for (int attempt = 1;; ++attempt) {
        base::Result<Envelope> envelope = co_await callOnce(request, options);
        if (envelope)
            co_return envelope;
        Error error = std::move(envelope.error());
        // A repeated DELETE that finds nothing: the first one worked and only its answer was lost.
        if (request.method == Method::Delete && attempt > 1 && error.code == Error::Code::NotFound)
            co_return Envelope{};
        const bool worthIt = base::isTransient(error.code)
                             || (request.method == Method::Delete && error.code == Error::Code::OutcomeUnknown);
        const std::chrono::milliseconds pause = pauseBefore(attempt, error, m_options);
        if (!worthIt || !mayRepeat(request.method) || attempt >= m_options.attempts || pause > m_options.longestPause
            || options.cancel.isCancelled()) {
            co_return base::fail(std::move(error));
        }
        co_await pauseFor(pause, options.cancel);
    }
}

base::Async<Verification> ApiClient::verify(model::Owner owner, CallOptions options)
{
    const base::Result<QUrl> url = tokensUrl(owner, u"/verify"_s);
    if (!url)
        co_return base::fail(url.error());
    const HttpCall request{.url = *url};
    const base::Result<Envelope> envelope = co_await call(request, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    const model::Token read = model::tokenFromJson(envelope->result.toObject(), owner);
    co_return Verification{.tokenId = read.id,
                           .status = read.status,
                           .statusText = read.statusText,
                           .notBefore = read.notBefore,
                           .expiresOn = read.expiresOn};
}

base::Async<Page<model::Token>> ApiClient::listTokens(model::Owner owner, PageRequest page, CallOptions options)
{
    const base::Result<QUrl> url = tokensUrl(owner);
    if (!url)
        co_return base::fail(url.error());
    QUrl paged = withPage(*url, page);
    paged.setQuery(paged.query() + u"&include_expired=true"_s);
    const HttpCall request{.url = paged};
    const base::Result<Envelope> envelope = co_await call(request, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    co_return pageOf<model::Token>(*envelope,
                                   [&](const QJsonObject &json) { return model::tokenFromJson(json, owner); });
}

base::Async<model::Token> ApiClient::getToken(model::Owner owner, QString tokenId, CallOptions options)
{
    if (!base::isCloudflareId(tokenId))
        co_return badId("tokenId"_L1);
    const base::Result<QUrl> url = tokensUrl(owner, u'/' + tokenId);
    if (!url)
        co_return base::fail(url.error());
    const HttpCall request{.url = *url};
    const base::Result<Envelope> envelope = co_await call(request, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    co_return model::tokenFromJson(envelope->result.toObject(), owner);
}

base::Async<model::CreatedToken> ApiClient::createToken(model::Owner owner, model::TokenSpec spec, CallOptions options)
{
    const base::Result<QUrl> url = tokensUrl(owner);
    if (!url)
        co_return base::fail(url.error());
    const QByteArray body = QJsonDocument(model::toJson(spec)).toJson(QJsonDocument::Compact);
    const HttpCall request{.method = Method::Post, .url = *url, .body = body};
    const base::Result<Envelope> envelope = co_await call(request, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    const QJsonObject result = envelope->result.toObject();
    model::CreatedToken created{.token = model::tokenFromJson(result, owner),
                                .secret = base::Secret(result.value("value"_L1).toString().toUtf8())};
    if (!base::isCloudflareId(created.token.id) || created.secret.isEmpty()) {
        co_return base::fail(
            {.code = Error::Code::OutcomeUnknown,
             .message = u"Cloudflare's answer lacks the new token's id or secret. It may exist: look for its name."_s});
    }
    co_return created;
}

base::Async<base::Done> ApiClient::deleteToken(model::Owner owner, QString tokenId, CallOptions options)
{
    if (!base::isCloudflareId(tokenId))
        co_return badId("tokenId"_L1);
    const base::Result<QUrl> url = tokensUrl(owner, u'/' + tokenId);
    if (!url)
        co_return base::fail(url.error());
    const HttpCall request{.method = Method::Delete, .url = *url};
    const base::Result<Envelope> envelope = co_await call(request, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    co_return base::Done{};
}

base::Async<std::vector<model::PermissionGroup>> ApiClient::listPermissionGroups(model::Owner owner,
                                                                                 CallOptions options)
{
    const base::Result<QUrl> url = tokensUrl(owner, u"/permission_groups"_s);
    if (!url)
        co_return base::fail(url.error());
    std::vector<model::PermissionGroup> groups;
    for (int number = 1; number <= kMostGroupPages; ++number) {
        HttpCall request{.url = *url};
        if (number > 1)
            request.url.setQuery(u"page=%1"_s.arg(number));
        const base::Result<Envelope> envelope = co_await call(request, options);
        if (!envelope)
            co_return base::fail(envelope.error());
        const auto page = pageOf<model::PermissionGroup>(*envelope, model::permissionGroupFromJson);
        if (!page)
            co_return base::fail(page.error());
        groups.insert(groups.end(), page->items.begin(), page->items.end());
        if (page->items.empty() || static_cast<int>(groups.size()) >= page->total.value_or(0))
            break;
    }
    co_return groups;
}

base::Async<Page<model::Account>> ApiClient::listAccounts(PageRequest page, CallOptions options)
{
    const QUrl url = withPage(below(m_options.base, u"/accounts"_s), page);
    const HttpCall request{.url = url};
    const base::Result<Envelope> envelope = co_await call(request, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    co_return pageOf<model::Account>(*envelope, model::accountFromJson);
}

base::Async<QString> ApiClient::userTag(CallOptions options)
{
    const QUrl url = below(m_options.base, u"/user"_s);
    const HttpCall request{.url = url};
    const base::Result<Envelope> envelope = co_await call(request, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    QString tag = envelope->result.toObject().value("id"_L1).toString();
    if (!base::isCloudflareId(tag))
        co_return unexpectedShape(u"the user's id"_s);
    co_return tag;
}

} // namespace tokensmith::cloudflare
