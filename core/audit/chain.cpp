// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/chain.h"

#include <QCryptographicHash>

namespace tokensmith::audit {

namespace {

constexpr qsizetype kHashSize = 32;

} // namespace

QByteArray chainStart()
{
    return QByteArray(kHashSize, '\0');
}

QByteArray link(const QByteArray &before, const QByteArray &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    hash.addData(entry);
    return hash.result();
}

} // namespace tokensmith::audit
