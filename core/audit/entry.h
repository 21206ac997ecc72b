// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace tokensmith::audit {

/**
 * One line of the log. Texts may come from outside: the log cuts them and strips control characters. Empty texts are
 * left out. There is no member for a secret, and none may carry one.
 */
struct Entry
{
    enum class Outcome {
        Done,
        Failed, ///< refused or failed; `error` says why
    };

    QDateTime time = {};    ///< UTC; invalid: now
    QString operation = {}; ///< the tool's name, e.g. "create_token"
    Outcome outcome = Outcome::Done;
    QString tokenType = {}; ///< "user" or "account"
    QString accountId = {};
    QString tokenId = {};
    QString tokenName = {};
    QString newTokenId = {}; ///< of a rotation: the replacement
    QString error = {};
    QString code = {};          ///< of the error: base::codeName()
    QString client = {};        ///< the client key's name; empty: the person at the window
    QString clientIp = {};      ///< the caller's address, where one was seen
    QString correlationId = {}; ///< of the call
    QString cfRay = {};         ///< of Cloudflare's answer
};

/**
 * The entry in the original server's members (level, type, timestamp, operation, tokenType, accountId, tokenId,
 * tokenName, success, error, clientIp) and ours (newTokenId, code, client, correlationId, cfRay).
 */
[[nodiscard]] QJsonObject toJson(const Entry &entry);

/** Reads what toJson() wrote; nothing where it is no entry. */
[[nodiscard]] std::optional<Entry> entryFromJson(const QJsonObject &json);

/** The canonical text: compact JSON with members in alphabetical order, one line, UTF-8, no line feed. */
[[nodiscard]] QByteArray lineOf(const Entry &entry);

} // namespace tokensmith::audit
