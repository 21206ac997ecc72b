// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/apiclient.h"

#include "core/base/identifiers.h"
#include "core/base/logging.h"
#include "core/cloudflare/apishapes.h"
#include "core/cloudflare/pause.h"

#include <QRandomGenerator>

namespace tokensmith::cloudflare {

using namespace Qt::StringLiterals;
using base::Error;
using Method = HttpCall::Method;

namespace {

/** Only calls whose repetition changes nothing more. Creating is not one: the first may have worked. */
bool mayRepeat(Method method)
{
    return method == Method::Get || method == Method::Delete;
}

/** Cloudflare refuses a valid token with this now and then when many calls come at once. */
bool mayBeAccidental(const Error &error, Method method, int attempt)
{
    constexpr int kAuthenticationError = 10000;
    return error.cloudflareCode == kAuthenticationError && method == Method::Get && attempt == 1;
}

bool isWorthAnother(const Error &error, Method method, int attempt)
{
    return base::isTransient(error.code) || (method == Method::Delete && error.code == Error::Code::OutcomeUnknown)
           || mayBeAccidental(error, method, attempt);
}

Error noCredential()
{
    return {.code = Error::Code::Unauthenticated, .message = u"No bootstrap token is set. Connect Cloudflare first."_s};
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
    , m_noCredential(noCredential())
{
}

void ApiClient::setCredential(base::Secret bootstrapToken)
{
    m_credential = std::move(bootstrapToken);
    m_noCredential = noCredential();
    ++m_credentialNumber;
    m_budget.reset();
}

void ApiClient::dropCredential(Error why)
{
    setCredential({});
    m_noCredential = std::move(why);
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
    // The budget is the bootstrap token's: another bearer has its own.
    const bool counts = options.bearer.isEmpty();
    const int credential = m_credentialNumber;
    if (counts && !m_budget.allows(options.priority)) {
        co_return base::fail({.code = Error::Code::RateLimited,
                              .message = u"Cloudflare's request limit is nearly used up. The rest is kept for you."_s,
                              .retryAfter = m_budget.untilReset()});
    }
    const base::Result<HttpAnswer> answer = co_await m_transport.send(request);
    if (!answer)
        co_return base::fail(answer.error());
    if (counts && credential == m_credentialNumber)
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
    if (request.bearer.isEmpty())
        co_return base::fail(m_noCredential);
    std::optional<Error> lost; // of a DELETE that may have worked, whatever its repetitions meet
    for (int attempt = 1;; ++attempt) {
        base::Result<Envelope> envelope = co_await callOnce(request, options);
        if (envelope)
            co_return envelope;
        Error error = std::move(envelope.error());
        if (request.method == Method::Delete && error.code == Error::Code::OutcomeUnknown)
            lost = error;
        const std::chrono::milliseconds pause = pauseBefore(attempt, error, m_options);
        if (!mayRepeat(request.method) || !isWorthAnother(error, request.method, attempt)
            || attempt >= m_options.attempts || pause > m_options.longestPause || options.cancel.isCancelled()) {
            co_return base::fail(lost.value_or(error));
        }
        co_await pauseFor(pause, options.cancel);
    }
}

base::Async<Envelope> ApiClient::get(QUrl url, CallOptions options)
{
    const HttpCall request{.url = url};
    base::Result<Envelope> envelope = co_await call(request, options);
    co_return envelope;
}

} // namespace tokensmith::cloudflare
