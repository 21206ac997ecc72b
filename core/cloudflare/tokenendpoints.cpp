// SPDX-License-Identifier: GPL-3.0-or-later
// ApiClient's functions on tokens.
#include "core/base/identifiers.h"
#include "core/cloudflare/apishapes.h"
#include "core/model/json.h"

#include <QJsonDocument>

namespace tokensmith::cloudflare {

using namespace Qt::StringLiterals;
using base::Error;
using Method = HttpCall::Method;

namespace {

QByteArray bodyOf(const model::TokenSpec &spec)
{
    return QJsonDocument(model::toJson(spec)).toJson(QJsonDocument::Compact);
}

} // namespace

base::Result<QUrl> ApiClient::tokenUrl(const model::Owner &owner, const QString &tokenId, const QString &tail) const
{
    if (!base::isCloudflareId(tokenId))
        return badId("tokenId"_L1);
    return tokensUrl(owner, u'/' + tokenId + tail);
}

base::Async<Verification> ApiClient::verify(model::Owner owner, CallOptions options)
{
    const base::Result<QUrl> url = tokensUrl(owner, u"/verify"_s);
    if (!url)
        co_return base::fail(url.error());
    const base::Result<Envelope> envelope = co_await get(*url, options);
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
    const base::Result<Envelope> envelope = co_await get(paged, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    co_return pageOf<model::Token>(*envelope,
                                   [&](const QJsonObject &json) { return model::tokenFromJson(json, owner); });
}

base::Async<model::Token> ApiClient::getToken(model::Owner owner, QString tokenId, CallOptions options)
{
    const base::Result<QUrl> url = tokenUrl(owner, tokenId);
    if (!url)
        co_return base::fail(url.error());
    const base::Result<Envelope> envelope = co_await get(*url, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    co_return model::tokenFromJson(envelope->result.toObject(), owner);
}

base::Async<model::CreatedToken> ApiClient::createToken(model::Owner owner, model::TokenSpec spec, CallOptions options)
{
    const base::Result<QUrl> url = tokensUrl(owner);
    if (!url)
        co_return base::fail(url.error());
    const HttpCall request{.method = Method::Post, .url = *url, .body = bodyOf(spec)};
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

base::Async<model::Token> ApiClient::updateToken(model::Owner owner, QString tokenId, model::TokenSpec spec,
                                                 CallOptions options)
{
    const base::Result<QUrl> url = tokenUrl(owner, tokenId);
    if (!url)
        co_return base::fail(url.error());
    const HttpCall request{.method = Method::Put, .url = *url, .body = bodyOf(spec)};
    const base::Result<Envelope> envelope = co_await call(request, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    model::Token updated = model::tokenFromJson(envelope->result.toObject(), owner);
    if (updated.id != tokenId) {
        co_return base::fail({.code = Error::Code::OutcomeUnknown,
                              .message = u"Cloudflare's answer is not about the token that was changed. Read it again "
                                         "to see what it is now."_s});
    }
    co_return updated;
}

base::Async<base::Secret> ApiClient::rollToken(model::Owner owner, QString tokenId, CallOptions options)
{
    const base::Result<QUrl> url = tokenUrl(owner, tokenId, u"/value"_s);
    if (!url)
        co_return base::fail(url.error());
    const HttpCall request{.method = Method::Put, .url = *url, .body = "{}"};
    const base::Result<Envelope> envelope = co_await call(request, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    base::Secret secret(envelope->result.toString().toUtf8());
    if (secret.isEmpty()) {
        co_return base::fail({.code = Error::Code::OutcomeUnknown,
                              .message = u"Cloudflare's answer lacks the new secret. The old one may not work any "
                                         "more: roll the token again."_s});
    }
    co_return secret;
}

base::Async<base::Done> ApiClient::deleteToken(model::Owner owner, QString tokenId, CallOptions options)
{
    const base::Result<QUrl> url = tokenUrl(owner, tokenId);
    if (!url)
        co_return base::fail(url.error());
    const HttpCall request{.method = Method::Delete, .url = *url};
    const base::Result<Envelope> envelope = co_await call(request, options);
    if (!envelope)
        co_return base::fail(envelope.error());
    co_return base::Done{};
}

} // namespace tokensmith::cloudflare
