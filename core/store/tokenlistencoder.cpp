// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tokenlistencoder.h"

#include "core/model/json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <utility>

namespace tokensmith::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFastCompression = 1;
constexpr quint32 kLargestPiece = 64 * 1024 * 1024; // unpacked; qCompress writes the size first

} // namespace

void TokenListEncoder::add(std::span<const model::Token> tokens)
{
    for (const model::Token &token : tokens) {
        m_open.append(model::toJson(token));
        if (m_open.size() == kPiece)
            closePiece();
    }
}

EncodedTokens TokenListEncoder::finish()
{
    if (!m_open.isEmpty())
        closePiece();
    return {.pieces = std::exchange(m_pieces, {}), .digest = m_digest.result()};
}

void TokenListEncoder::closePiece()
{
    const QByteArray json = QJsonDocument(std::exchange(m_open, {})).toJson(QJsonDocument::Compact);
    m_digest.addData(json);
    m_pieces.push_back(qCompress(json, kFastCompression));
}

base::Result<std::vector<model::Token>> decodePiece(const QByteArray &piece, const model::Owner &owner)
{
    const bool plausible =
        piece.size() > qsizetype(sizeof(quint32)) && qFromBigEndian<quint32>(piece.constData()) <= kLargestPiece;
    const QJsonDocument document = plausible ? QJsonDocument::fromJson(qUncompress(piece)) : QJsonDocument();
    if (!document.isArray()) {
        return base::fail({.code = base::Error::Code::ProtocolError,
                           .message = u"A stored token list can't be read. It will be read from Cloudflare again."_s});
    }
    const QJsonArray array = document.array();
    std::vector<model::Token> tokens;
    tokens.reserve(static_cast<size_t>(array.size()));
    for (const QJsonValue &token : array)
        tokens.push_back(model::tokenFromJson(token.toObject(), owner));
    return tokens;
}

} // namespace tokensmith::store
