// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace tokensmith::mcp {

/**
 * Puts our mark on text that a client keeps for us and gives back: HMAC-SHA-256 with a random key of this object, so
 * that what comes back is what we gave out, and was given out for this purpose. It authenticates; it does not hide.
 */
class Seal
{
public:
    Seal();

    /** `content` with the mark, as base64url. `purpose` keeps one kind of sealed text from passing for another. */
    [[nodiscard]] QString seal(QLatin1StringView purpose, const QByteArray &content) const;

    /** The content of what seal() gave for the same purpose; nothing for everything else. */
    [[nodiscard]] std::optional<QByteArray> open(QLatin1StringView purpose, const QString &sealed) const;

private:
    [[nodiscard]] QByteArray mark(QLatin1StringView purpose, const QByteArray &content) const;

    base::Secret m_key;
};

} // namespace tokensmith::mcp
