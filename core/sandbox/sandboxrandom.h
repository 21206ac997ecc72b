// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>

namespace tokensmith::sandbox {

/** The sandbox's only source of chance: the same seed and generation give the same ids and secrets. Not for real keys.
 */
class SandboxRandom
{
public:
    /** `generation` sets one run on a stored state apart from the next, so that no id comes twice. */
    explicit SandboxRandom(quint32 seed, quint32 generation = 0);

    /** A number in [0, limit). */
    [[nodiscard]] qsizetype below(qsizetype limit);
    /** A Cloudflare id. */
    [[nodiscard]] QString id();
    [[nodiscard]] QByteArray hex(int digits);

    /** A secret in today's form: the prefix, 40 characters and 8 digits of an invented checksum. */
    [[nodiscard]] QByteArray secret(QByteArrayView prefix);
    /** A secret in the form of before April 2026: 40 characters. */
    [[nodiscard]] QByteArray legacySecret();

private:
    QRandomGenerator m_generator;
};

} // namespace tokensmith::sandbox
