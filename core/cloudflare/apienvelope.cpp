// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloudflare/apienvelope.h"

#include "core/base/text.h"
#include "core/cloudflare/refusals.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace tokensmith::cloudflare {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

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

/** What an error is before it is known whether a change was asked for. */
struct Failure
{
    Error error;
    Meaning::Effect effect = Meaning::Effect::None;
};

Failure failureOf(const HttpAnswer &answer, const Refusal &refusal)
{
    Meaning meaning = meaningOf(refusal, answer.status);
    Error error = contextOf(answer);
    error.code = meaning.code;
    error.message = std::move(meaning.message);
    error.cloudflareCode = refusal.code;
    const bool fault = error.code == Error::Code::Unavailable && answer.status >= 500;
    return {.error = std::move(error), .effect = fault ? Meaning::Effect::Unknown : meaning.effect};
}

/** The edge's own code: in `error_code` of its JSON, or in its page as "Error 1015", "error code: 1015". */
int edgeCode(const HttpAnswer &answer)
{
    const QJsonValue inJson = QJsonDocument::fromJson(answer.body).object().value("error_code"_L1);
    if (!inJson.isUndefined())
        return inJson.toInt();
    static const QRegularExpression tags(u"<[^>]*>"_s);
    static const QRegularExpression words(uR"(\berror(?:\s+code)?\s*:?\s*(1\d{3})\b)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QString page = QString::fromUtf8(answer.body.left(20'000)).replace(tags, u" "_s);
    return words.match(page).captured(1).toInt();
}

/** An answer that is no envelope: an edge page, a cut-off body. */
Failure notAnEnvelope(const HttpAnswer &answer)
{
    const Refusal refusal{.code = answer.status >= 400 ? edgeCode(answer) : 0};
    Failure failure = failureOf(answer, refusal);
    failure.error.detail = excerptOf(answer.body);
    const int retryAfter = QJsonDocument::fromJson(answer.body).object().value("retry_after"_L1).toInt(-1);
    if (!failure.error.retryAfter && retryAfter >= 0)
        failure.error.retryAfter = std::chrono::seconds(retryAfter);
    if (answer.status == 429 || isKnown(refusal))
        return failure;
    if (answer.status < 400) {
        failure.error.message =
            u"Cloudflare's answer could not be understood. Try again; a proxy may have changed it."_s;
    } else {
        failure.error.message = u"Cloudflare answered with an error page (HTTP %1)."_s.arg(answer.status);
        if (failure.error.code == Error::Code::InvalidArgument || failure.error.code == Error::Code::NotFound)
            failure.error.code = Error::Code::ProtocolError;
    }
    if (failure.error.code == Error::Code::ProtocolError)
        failure.effect = Meaning::Effect::Unknown;
    return failure;
}

Refusal refusalFrom(const QJsonObject &json)
{
    Refusal refusal{.code = json.value("code"_L1).toInt(),
                    .said = base::plainLine(json.value("message"_L1).toString())};
    for (const QJsonValue &chained : json.value("error_chain"_L1).toArray())
        refusal.chain.append(chained.toObject().value("code"_L1).toInt());
    return refusal;
}

QString sentenceOf(const QJsonObject &error)
{
    return u"%1 (%2)"_s.arg(base::plainLine(error.value("message"_L1).toString())).arg(error.value("code"_L1).toInt());
}

/** Everything Cloudflare said, with the member it is about. */
QString sentencesOf(const QJsonArray &errors)
{
    QStringList sentences;
    for (const QJsonValue &entry : errors) {
        const QJsonObject error = entry.toObject();
        QString sentence = sentenceOf(error);
        const QString pointer = error.value("source"_L1).toObject().value("pointer"_L1).toString();
        if (!pointer.isEmpty())
            sentence += u" at "_s + base::plainLine(pointer, 120);
        sentences.append(sentence);
        for (const QJsonValue &chained : error.value("error_chain"_L1).toArray())
            sentences.append(sentenceOf(chained.toObject()));
    }
    return sentences.join(u"; "_s);
}

Failure refused(const HttpAnswer &answer, const QJsonArray &errors)
{
    std::vector<Refusal> refusals;
    for (const QJsonValue &entry : errors)
        refusals.push_back(refusalFrom(entry.toObject()));
    // Of several errors the first that means something to us; the others stand in the details.
    const auto telling = std::find_if(refusals.begin(), refusals.end(), isKnown);
    const Refusal none;
    Failure failure = failureOf(answer, telling != refusals.end() ? *telling
                                        : refusals.empty()        ? none
                                                                  : refusals.front());
    failure.error.detail = sentencesOf(errors);
    return failure;
}

tl::expected<Envelope, Failure> read(const HttpAnswer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    const QJsonObject json = document.object();
    if (!document.isObject() || !json.value("success"_L1).isBool())
        return tl::unexpected(notAnEnvelope(answer));
    if (!json.value("success"_L1).toBool())
        return tl::unexpected(refused(answer, json.value("errors"_L1).toArray()));
    if (answer.status >= 400)
        return tl::unexpected(notAnEnvelope(answer));
    return Envelope{.result = json.value("result"_L1), .resultInfo = json.value("result_info"_L1).toObject()};
}

} // namespace

base::Result<Envelope> openEnvelope(const HttpAnswer &answer, HttpCall::Method method)
{
    tl::expected<Envelope, Failure> envelope = read(answer);
    if (envelope)
        return *std::move(envelope);
    Error error = std::move(envelope.error().error);
    // A refusal says that nothing was done; a fault on the way, or an answer cut off, does not.
    if (method == HttpCall::Method::Get || envelope.error().effect == Meaning::Effect::None)
        return base::fail(std::move(error));
    if (error.detail.isEmpty())
        error.detail = error.message;
    error.code = Error::Code::OutcomeUnknown;
    error.message = u"Cloudflare gave no usable answer. The change may have been made: look before trying again."_s;
    return base::fail(std::move(error));
}

} // namespace tokensmith::cloudflare
