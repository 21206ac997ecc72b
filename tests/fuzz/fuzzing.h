// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace tokensmith::fuzz {

/** Ends the run with `claim` where it does not hold: libFuzzer then keeps the input. */
void require(bool holds, const char *claim);

/** The input, copied: the sanitizer then notices every byte read beyond it. */
[[nodiscard]] QByteArray bytesFrom(const uint8_t *data, size_t size);

/** What stands before the first line feed, and what behind it; everything and nothing where there is none. */
[[nodiscard]] std::pair<QByteArray, QByteArray> cutLine(const QByteArray &text);

/** True for text that can stand on one line: no control or format characters, no half of a surrogate pair. */
[[nodiscard]] bool isOneLine(const QString &text);

/** JSON text of ours as its value: the run ends where it is not valid UTF-8, no JSON or not of that kind. */
[[nodiscard]] QJsonObject objectFrom(const QByteArray &json);
[[nodiscard]] QJsonArray arrayFrom(const QByteArray &json);

} // namespace tokensmith::fuzz
