// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/seal.h"

#include "core/base/identifiers.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace tokensmith::mcp {

namespace {

constexpr int kKeyBytes = 32;
constexpr qsizetype kMarkBytes = 32;
constexpr auto kBase64 =
    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors;

} // namespace

Seal::Seal()
    : m_key(base::randomKey(kKeyBytes))
{
}

QByteArray Seal::mark(QLatin1StringView purpose, const QByteArray &content) const
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, m_key.reveal());
    code.addData(purpose.data(), purpose.size());
    code.addData("\0", 1); // a purpose holds no NUL, so no content can pass for part of it
    code.addData(content);
    return code.result();
}

QString Seal::seal(QLatin1StringView purpose, const QByteArray &content) const
{
    return QString::fromLatin1((mark(purpose, content) + content).toBase64(kBase64));
}

std::optional<QByteArray> Seal::open(QLatin1StringView purpose, const QString &sealed) const
{
    const auto decoded = QByteArray::fromBase64Encoding(sealed.toUtf8(), kBase64);
    if (!decoded || decoded.decoded.size() < kMarkBytes)
        return std::nullopt;
    const QByteArray content = decoded.decoded.sliced(kMarkBytes);
    // What decodes to the same bytes but was not given out (padding, unused bits) is refused too.
    const bool ours = base::Secret(decoded.decoded.first(kMarkBytes)).equals(base::Secret(mark(purpose, content)));
    if (!ours || seal(purpose, content) != sealed)
        return std::nullopt;
    return content;
}

} // namespace tokensmith::mcp
