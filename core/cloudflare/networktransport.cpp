// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/networktransport.h"

#include "core/base/logging.h"
#include "core/base/text.h"
#include "core/cloudflare/oneshotbody.h"

#include <QCoroNetworkReply>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <memory>

namespace tokensmith::cloudflare {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

using ReplyPointer = std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater>;

QNetworkRequest requestFor(const HttpCall &call, const NetworkTransport::Options &options)
{
    QNetworkRequest request(call.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
#if QT_VERSION < QT_VERSION_CHECK(6, 7, 0)
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
#endif
    request.setRawHeader("User-Agent", options.userAgent);
    request.setRawHeader("Accept", "application/json");
    if (!call.bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + call.bearer.reveal());
    if (!call.body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setHeader(QNetworkRequest::ContentLengthHeader, call.body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    return request;
}

/** True where the connection was never made, so that the call can't have had an effect. */
bool neverSent(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

/** Why we ended a call ourselves. */
enum class Ended {
    No,
    Cancelled,
    Overdue,
    TooLarge,
};

Error unreadAnswer(Ended ended, const QString &detail)
{
    switch (ended) {
    case Ended::No:
        return {.code = Error::Code::Unavailable,
                .message = u"The connection to Cloudflare broke off. Try again."_s,
                .detail = detail};
    case Ended::Cancelled:
        return {.code = Error::Code::Cancelled, .message = u"Stopped."_s};
    case Ended::Overdue:
        return {.code = Error::Code::Timeout, .message = u"Cloudflare did not answer in time. Try again."_s};
    case Ended::TooLarge:
        return {.code = Error::Code::ProtocolError,
                .message = u"Cloudflare's answer is too large: more than any it should give. A proxy on the way may "
                           "have put in its own."_s};
    }
    Q_UNREACHABLE();
}

Error lostAnswer(const QNetworkReply &reply, const HttpCall &call, Ended ended)
{
    const QString said = base::plainLine(reply.errorString());
    if (ended == Ended::No && neverSent(reply.error())) {
        return {.code = Error::Code::Unavailable,
                .message = u"Can't reach Cloudflare. Check the connection, then try again."_s,
                .detail = said};
    }
    const Error unread = unreadAnswer(ended, said);
    if (call.method == HttpCall::Method::Get)
        return unread;
    return {.code = Error::Code::OutcomeUnknown,
            .message = u"Cloudflare's answer was lost. The change may have been made: look before trying again."_s,
            .detail = ended == Ended::No ? said : unread.message};
}

/** Ends the call when it is cancelled, overdue or too large; `ended` tells which. It lives as long as the watchers. */
void watch(QNetworkReply *reply, const HttpCall &call, const NetworkTransport::Options &options,
           const std::shared_ptr<Ended> &ended)
{
    const auto end = [reply, ended](Ended why) {
        if (*ended != Ended::No || reply->isFinished())
            return;
        *ended = why;
        reply->abort();
    };
    call.cancel.onCancelled(reply, [end] { end(Ended::Cancelled); });
    QTimer::singleShot(options.timeout, reply, [end] { end(Ended::Overdue); });
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply,
                     [end, limit = options.maxAnswerBytes](qint64 received, qint64) {
                         if (received > limit)
                             end(Ended::TooLarge);
                     });
}

} // namespace

NetworkTransport::NetworkTransport(Options options)
    : m_options(std::move(options))
{
    m_network.setAutoDeleteReplies(false);
    m_network.setStrictTransportSecurityEnabled(false); // we choose the scheme ourselves, and http is for loopback only
}

NetworkTransport::~NetworkTransport() = default;

QNetworkReply *NetworkTransport::start(const HttpCall &call)
{
    const QNetworkRequest request = requestFor(call, m_options);
    switch (call.method) {
    case HttpCall::Method::Get:
        return m_network.get(request);
    case HttpCall::Method::Post:
    case HttpCall::Method::Put: {
        auto body = std::make_unique<OneShotBody>(call.body);
        QNetworkReply *reply = call.method == HttpCall::Method::Post ? m_network.post(request, body.get())
                                                                     : m_network.put(request, body.get());
        body.release()->setParent(reply);
        return reply;
    }
    case HttpCall::Method::Delete:
        return m_network.deleteResource(request);
    }
    Q_UNREACHABLE();
}

base::Async<HttpAnswer> NetworkTransport::send(HttpCall call)
{
    if (call.cancel.isCancelled())
        co_return base::fail({.code = Error::Code::Cancelled, .message = u"Stopped."_s});
    const ReplyPointer reply(start(call));
    const auto ended = std::make_shared<Ended>(Ended::No);
    watch(reply.get(), call, m_options, ended);
    if (!reply->isFinished())
        co_await qCoro(reply.get()).waitForFinished();

    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool complete =
        reply->error() == QNetworkReply::NoError || reply->error() >= QNetworkReply::ContentAccessDenied;
    if (status == 0 || !complete)
        co_return base::fail(lostAnswer(*reply, call, *ended));
    if (status >= 300 && status < 400) {
        co_return base::fail({.code = Error::Code::ProtocolError,
                              .message = u"Cloudflare answered with a redirect, which is not followed."_s,
                              .httpStatus = status});
    }
    HttpAnswer answer{.status = status, .body = reply->readAll()};
    if (answer.body.size() > m_options.maxAnswerBytes)
        co_return base::fail(lostAnswer(*reply, call, Ended::TooLarge));
    for (const QNetworkReply::RawHeaderPair &pair : reply->rawHeaderPairs())
        answer.headers.emplaceBack(pair.first, pair.second);
    co_return answer;
}

} // namespace tokensmith::cloudflare
