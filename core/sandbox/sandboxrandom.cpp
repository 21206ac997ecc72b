// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxrandom.h"

#include <QCryptographicHash>

#include <array>

namespace tokensmith::sandbox {

namespace {

QRandomGenerator seeded(quint32 seed, quint32 generation)
{
    const std::array<quint32, 2> words{seed, generation};
    return QRandomGenerator(words.data(), qsizetype(words.size()));
}

} // namespace

SandboxRandom::SandboxRandom(quint32 seed, quint32 generation)
    : m_generator(seeded(seed, generation))
{
}

qsizetype SandboxRandom::below(qsizetype limit)
{
    return qsizetype(m_generator.bounded(qint64(limit)));
}

QByteArray SandboxRandom::hex(int digits)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    QByteArray text(digits, Qt::Uninitialized);
    quint32 bits = 0;
    for (int i = 0; i < digits; ++i) {
        if (i % 8 == 0)
            bits = m_generator.generate();
        text[i] = kDigits[bits & 0xFU];
        bits >>= 4U;
    }
    return text;
}

QString SandboxRandom::id()
{
    return QString::fromLatin1(hex(32));
}

QByteArray SandboxRandom::legacySecret()
{
    static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    QByteArray text(40, Qt::Uninitialized);
    quint32 bits = 0;
    for (int i = 0; i < text.size(); ++i) {
        if (i % 5 == 0)
            bits = m_generator.generate();
        text[i] = kLetters[bits & 0x3FU];
        bits >>= 6U;
    }
    return text;
}

QByteArray SandboxRandom::secret(QByteArrayView prefix)
{
    const QByteArray body = prefix.toByteArray() + legacySecret();
    return body + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().left(8);
}

} // namespace tokensmith::sandbox
