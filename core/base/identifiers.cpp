// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identifiers.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tokensmith::base {

namespace {

QByteArray randomBytes(int count)
{
    QByteArray bytes;
    bytes.reserve(count);
    while (bytes.size() < count)
        bytes.append(static_cast<char>(QRandomGenerator::system()->generate() & 0xFFU));
    return bytes;
}

} // namespace

bool isCloudflareId(QStringView text)
{
    const auto isHexDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return text.size() == 32 && std::all_of(text.begin(), text.end(), isHexDigit);
}

QByteArray randomHex(int bytes)
{
    return randomBytes(bytes).toHex();
}

QByteArray randomKey(int bytes)
{
    return randomBytes(bytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace tokensmith::base
