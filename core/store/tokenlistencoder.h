// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/token.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>

#include <span>
#include <vector>

namespace tokensmith::store {

/** One owner's whole token list, ready to be written. */
struct EncodedTokens
{
    std::vector<QByteArray> pieces = {};
    QByteArray digest = {}; ///< the same for the same tokens in the same order
};

/**
 * Packs a token list into compressed JSON pieces. Give it a few hundred tokens at a time and let the event loop turn in
 * between: 1,000 tokens take some ten milliseconds.
 */
class TokenListEncoder
{
public:
    void add(std::span<const model::Token> tokens);
    [[nodiscard]] EncodedTokens finish();

    static constexpr int kPiece = 200; ///< tokens in a piece

private:
    void closePiece();

    QJsonArray m_open;
    std::vector<QByteArray> m_pieces;
    QCryptographicHash m_digest{QCryptographicHash::Sha256};
};

/** The tokens of one piece. Errors: ProtocolError where it is not one. */
[[nodiscard]] base::Result<std::vector<model::Token>> decodePiece(const QByteArray &piece, const model::Owner &owner);

} // namespace tokensmith::store
