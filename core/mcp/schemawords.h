// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace tokensmith::mcp {

/** What `schema` accepts, in words that complete "Give …": "text of 1 to 120 characters". */
[[nodiscard]] QString acceptedWords(const QJsonObject &schema);

/** `value` in a few words: quoted and cut text, a number, "a list of 3 items". Token-like text is not shown. */
[[nodiscard]] QString givenWords(const QJsonValue &value);

/** A member's name as faults show it: one line, cut; not shown where it looks like a token. */
[[nodiscard]] QString memberWords(const QString &name);

/** True for a member whose value must not be shown, by its schema or its name. */
[[nodiscard]] bool isSecretMember(const QString &name, const QJsonObject &schema);

/** True for text with the form of one of Cloudflare's secrets, or of a client key, in it. */
[[nodiscard]] bool looksLikeSecret(const QString &text);

/** The subset of `values` that is text. */
[[nodiscard]] QStringList textsOf(const QJsonValue &values);

} // namespace tokensmith::mcp
