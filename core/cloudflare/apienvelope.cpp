// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/apienvelope.h"

#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <optional>

namespace tokensmith::cloudflare {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

struct Rule
{
    int cloudflareCode;
    QLatin1StringView inMessage; ///< must occur in Cloudflare's text; empty: any text
    Error::Code code;
    const char16_t *message; ///< nullptr: Cloudflare's own sentence
};

// First match wins. One code has several meanings, told apart by its text.
constexpr std::array<Rule, 18> rules{{
    {1000, "timeout"_L1, Error::Code::Unavailable, u"Cloudflare had an internal fault. Try again."},
    {1000, "internal error"_L1, Error::Code::Unavailable, u"Cloudflare had an internal fault. Try again."},
    {1000,
     {},
     Error::Code::Unauthenticated,
     u"Cloudflare does not accept the token: it is wrong, revoked, rolled or expired."},
    {6003, {}, Error::Code::Unauthenticated, u"The token is malformed: check for spaces, quotes or a missing part."},
    {9109, "location"_L1, Error::Code::PermissionDenied, nullptr},
    {9109, "Invalid access token"_L1, Error::Code::Unauthenticated,
     u"Cloudflare does not accept the token: it is wrong, revoked, rolled or expired."},
    {9109, {}, Error::Code::PermissionDenied, u"The token may not do this: a permission is missing."},
    {9106, {}, Error::Code::PermissionDenied, u"This kind of token can't use that part of Cloudflare."},
    {10000, {}, Error::Code::PermissionDenied, u"The token may not do this: a permission is missing."},
    {10001, {}, Error::Code::Unavailable, u"Cloudflare could not check the token. Try again."},
    {971, {}, Error::Code::RateLimited, u"Cloudflare asks for a pause. Try again in a moment."},
    {1015, {}, Error::Code::RateLimited, u"Cloudflare asks for a pause. Try again in a moment."},
    {1001, "sub-token"_L1, Error::Code::PermissionDenied,
     u"A token can't make one that manages tokens. Make it in the Cloudflare dashboard."},
    {1001, "Failed common permission check"_L1, Error::Code::PermissionDenied, nullptr},
    {1001, "maximum"_L1, Error::Code::QuotaExceeded, nullptr},
    {1001, {}, Error::Code::InvalidArgument, nullptr},
    {1003, {}, Error::Code::NotFound, u"The token does not exist (any more)."},
    {7003, {}, Error::Code::NotFound, u"Cloudflare knows no such account or token. Check the id."},
}};

Error::Code codeForStatus(int status)
{
    if (status == 429)
        return Error::Code::RateLimited;
    if (status == 401)
        return Error::Code::Unauthenticated;
    if (status == 403)
        return Error::Code::PermissionDenied;
    if (status == 404)
        return Error::Code::NotFound;
    if (status >= 500)
        return Error::Code::Unavailable;
    return status >= 400 ? Error::Code::InvalidArgument : Error::Code::ProtocolError;
}

Error contextOf(const HttpAnswer &answer)
{
    Error error{.httpStatus = answer.status,
                .cfRay = base::plainLine(QString::fromLatin1(answer.header("cf-ray")), 60)};
    bool seconds = false;
    const int retryAfter = answer.header("retry-after").toInt(&seconds);
    if (seconds && retryAfter >= 0)
        error.retryAfter = std::chrono::seconds(retryAfter);
    return error;
}

/** The start of an edge page. Of cut-off JSON nothing: it may be the answer that holds a new token's secret. */
QString excerptOf(const QByteArray &body)
{
    const QByteArray start = body.left(400).trimmed();
    const bool json = start.startsWith('{') || start.startsWith('[') || start.startsWith('"');
    return json ? u"%1 bytes of JSON"_s.arg(body.size()) : base::plainLine(QString::fromUtf8(start), 200);
}

/** An answer that is no envelope: an edge page, a cut-off body. */
Error notAnEnvelope(const HttpAnswer &answer)
{
    Error error = contextOf(answer);
    const bool failed = answer.status >= 400;
    error.code = failed ? codeForStatus(answer.status) : Error::Code::ProtocolError;
    if (error.code == Error::Code::InvalidArgument || error.code == Error::Code::NotFound)
        error.code = Error::Code::ProtocolError;
    error.message = error.code == Error::Code::RateLimited ? u"Cloudflare asks for a pause. Try again in a moment."_s
                    : failed ? u"Cloudflare answered with an error page (HTTP %1)."_s.arg(answer.status)
                             : u"Cloudflare's answer could not be understood."_s;
    error.detail = excerptOf(answer.body);
    return error;
}

QString sentencesOf(const QJsonArray &errors)
{
    QStringList sentences;
    for (const QJsonValue &entry : errors) {
        const QJsonObject error = entry.toObject();
        sentences.append(u"%1 (%2)"_s.arg(base::plainLine(error.value("message"_L1).toString()))
                             .arg(error.value("code"_L1).toInt()));
        for (const QJsonValue &chained : error.value("error_chain"_L1).toArray())
            sentences.append(base::plainLine(chained.toObject().value("message"_L1).toString()));
    }
    return sentences.join(u"; "_s);
}

Error errorOf(const HttpAnswer &answer, const QJsonArray &errors)
{
    Error error = contextOf(answer);
    const QJsonObject first = errors.isEmpty() ? QJsonObject() : errors.first().toObject();
    const QString said = base::plainLine(first.value("message"_L1).toString());
    error.cloudflareCode = first.value("code"_L1).toInt();
    error.detail = sentencesOf(errors);
    error.code = codeForStatus(answer.status);
    error.message = said.isEmpty() ? u"Cloudflare refused the request (HTTP %1)."_s.arg(answer.status)
                                   : u"Cloudflare refused: %1"_s.arg(said);
    if (answer.status == 429) {
        error.message = u"Cloudflare asks for a pause. Try again in a moment."_s;
        return error;
    }
    for (const Rule &rule : rules) {
        if (rule.cloudflareCode == error.cloudflareCode && said.contains(rule.inMessage, Qt::CaseInsensitive)) {
            error.code = rule.code;
            if (rule.message)
                error.message = QString::fromUtf16(rule.message);
            break;
        }
    }
    return error;
}

base::Result<Envelope> read(const HttpAnswer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    const QJsonObject json = document.object();
    if (!document.isObject() || !json.value("success"_L1).isBool())
        return base::fail(notAnEnvelope(answer));
    if (!json.value("success"_L1).toBool())
        return base::fail(errorOf(answer, json.value("errors"_L1).toArray()));
    if (answer.status >= 400)
        return base::fail(notAnEnvelope(answer));
    return Envelope{.result = json.value("result"_L1), .resultInfo = json.value("result_info"_L1).toObject()};
}

/** A refusal says that nothing was done; a fault on the way, or an answer cut off, does not. */
bool mayHaveWorked(const Error &error)
{
    const bool fault = error.code == Error::Code::Unavailable && error.httpStatus >= 500;
    const bool unreadable = error.code == Error::Code::ProtocolError && error.cloudflareCode == 0;
    return fault || unreadable;
}

} // namespace

base::Result<Envelope> openEnvelope(const HttpAnswer &answer, HttpCall::Method method)
{
    base::Result<Envelope> envelope = read(answer);
    if (envelope || method == HttpCall::Method::Get || !mayHaveWorked(envelope.error()))
        return envelope;
    Error error = std::move(envelope.error());
    if (error.detail.isEmpty())
        error.detail = error.message;
    error.code = Error::Code::OutcomeUnknown;
    error.message = u"Cloudflare gave no usable answer. The change may have been made: look before trying again."_s;
    return base::fail(std::move(error));
}

} // namespace tokensmith::cloudflare
