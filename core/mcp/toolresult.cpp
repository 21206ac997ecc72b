// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/toolresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

using base::Error;

QJsonArray textContent(const QString &text)
{
    return {QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}};
}

/** What a model should do about it, where the message alone may leave it guessing. */
QString advice(Error::Code code)
{
    switch (code) {
    case Error::Code::Unauthenticated:
        return u"A person has to check the bootstrap token in Tokensmith's settings; trying again won't help."_s;
    case Error::Code::PermissionDenied:
        return u"Trying again without a change won't help."_s;
    case Error::Code::QuotaExceeded:
        return u"Tokens that are no longer needed have to be revoked first."_s;
    case Error::Code::OutcomeUnknown:
        return u"The change may have happened: look with list_tokens before doing it again."_s;
    case Error::Code::KeychainUnavailable:
    case Error::Code::KeychainLocked:
    case Error::Code::KeychainDenied:
        return u"A person has to unlock or allow the keychain on this computer."_s;
    case Error::Code::Unavailable:
    case Error::Code::Timeout:
        return u"Nothing was changed; trying again later may help."_s;
    case Error::Code::InvalidArgument:
    case Error::Code::NotFound:
    case Error::Code::RateLimited:
    case Error::Code::ProtocolError:
    case Error::Code::Cancelled:
    case Error::Code::Internal:
        return {};
    }
    Q_UNREACHABLE();
}

QString errorText(const Error &error, const QByteArray &correlationId)
{
    QStringList lines{u"Error: "_s + error.message};
    if (!error.detail.isEmpty() && !error.message.contains(error.detail))
        lines += u"Details: "_s + error.detail;
    if (const QString what = advice(error.code); !what.isEmpty())
        lines += what;
    if (error.retryAfter)
        lines += u"Try again in %1 seconds."_s.arg(error.retryAfter->count());
    if (error.cloudflareCode != 0)
        lines += u"Cloudflare error code: %1"_s.arg(error.cloudflareCode);
    if (!error.cfRay.isEmpty())
        lines += u"cf-ray: "_s + error.cfRay;
    lines += u"Correlation id: "_s + QString::fromUtf8(correlationId);
    return lines.join(u'\n');
}

} // namespace

QString jsonText(const QJsonObject &object)
{
    const QByteArray wide = QJsonDocument(object).toJson(QJsonDocument::Indented).trimmed();
    QByteArray text;
    text.reserve(wide.size());
    // Strings hold no raw line feed in JSON, so every line's leading blanks are indentation.
    for (qsizetype from = 0; from < wide.size();) {
        const qsizetype feed = wide.indexOf('\n', from);
        const qsizetype end = feed < 0 ? wide.size() : feed + 1;
        const QByteArrayView line = QByteArrayView(wide).sliced(from, end - from);
        const qsizetype blanks = std::find_if(line.begin(), line.end(), [](char c) { return c != ' '; }) - line.begin();
        text.append(blanks / 2, ' ').append(line.sliced(blanks));
        from = end;
    }
    return QString::fromUtf8(text);
}

ContentResult structuredContent(const QJsonObject &structured)
{
    return {.content = textContent(jsonText(structured)), .structured = structured};
}

QJsonObject contentResult(const ContentResult &result)
{
    QJsonObject json{{u"content"_s, result.content}, {u"isError"_s, result.kind == ContentResult::Kind::Error}};
    if (result.structured)
        json.insert("structuredContent"_L1, *result.structured);
    return json;
}

QJsonObject errorMembers(const Error &error)
{
    QJsonObject members{{u"code"_s, QString(base::codeName(error.code))},
                        {u"retryable"_s, base::isTransient(error.code)}};
    if (!error.field.isEmpty())
        members.insert(u"field"_s, error.field);
    if (error.httpStatus != 0)
        members.insert(u"httpStatus"_s, error.httpStatus);
    if (error.cloudflareCode != 0)
        members.insert(u"cloudflareCode"_s, error.cloudflareCode);
    if (!error.cfRay.isEmpty())
        members.insert(u"cfRay"_s, error.cfRay);
    if (error.retryAfter)
        members.insert(u"retryAfterSeconds"_s, static_cast<qint64>(error.retryAfter->count()));
    return members;
}

QJsonObject errorResult(const Error &error, const QByteArray &correlationId)
{
    QJsonObject members = errorMembers(error);
    members.insert("correlationId"_L1, QString::fromUtf8(correlationId));
    return {{u"content"_s, textContent(errorText(error, correlationId))},
            {u"isError"_s, true},
            {u"_meta"_s, QJsonObject{{u"tokensmith/error"_s, members}}}};
}

} // namespace tokensmith::mcp
