// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cidr.h"

#include "core/base/text.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <optional>

namespace tokensmith::model {

using namespace Qt::StringLiterals;

namespace {

/** QHostAddress alone also takes "10.1" and "0x7f.1": an address must be spelled out. */
std::optional<QHostAddress> addressFrom(const QString &text)
{
    static const QRegularExpression dottedQuad(
        u"\\A(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!\\z)|\\z)){4}\\z"_s);
    static const QRegularExpression hexGroups(u"\\A[0-9a-fA-F:.]+\\z"_s);
    const bool v6 = text.contains(u':') && hexGroups.match(text).hasMatch();
    if (!v6 && !dottedQuad.match(text).hasMatch())
        return std::nullopt;
    const QHostAddress address(text);
    return address.isNull() ? std::nullopt : std::optional(address);
}

QHostAddress withoutHostBits(const QHostAddress &address, int prefix)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 mask = prefix == 0 ? 0 : ~quint32(0) << (32 - prefix);
        return QHostAddress(address.toIPv4Address() & mask);
    }
    Q_IPV6ADDR bytes = address.toIPv6Address();
    for (int bit = prefix; bit < 128; ++bit)
        bytes[bit / 8] = static_cast<quint8>(bytes[bit / 8] & ~(0x80U >> (bit % 8)));
    return QHostAddress(bytes);
}

} // namespace

base::Result<QString> canonicalCidr(QStringView text)
{
    const auto refused =
        base::fail({.code = base::Error::Code::InvalidArgument,
                    .message = u"\"%1\" is not an address. Use one like 203.0.113.24 or 203.0.113.0/24."_s.arg(
                        base::plainLine(text, 60))});
    static const QRegularExpression form(u"\\A([^/]+)(?:/(0|[1-9][0-9]{0,2}))?\\z"_s);
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch())
        return refused;
    const std::optional<QHostAddress> address = addressFrom(match.captured(1));
    if (!address)
        return refused;
    const int bits = address->protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
    const int prefix = match.hasCaptured(2) ? match.capturedView(2).toInt() : bits;
    if (prefix > bits)
        return refused;
    return u"%1/%2"_s.arg(withoutHostBits(*address, prefix).toString()).arg(prefix);
}

base::Result<QStringList> canonicalCidrs(const QStringList &texts, const QString &field)
{
    QStringList canonical;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        base::Result<QString> entry = canonicalCidr(texts.at(i));
        if (!entry) {
            base::Error error = std::move(entry.error());
            error.field = u"%1[%2]"_s.arg(field).arg(i);
            return base::fail(std::move(error));
        }
        if (!canonical.contains(*entry))
            canonical.append(*entry);
    }
    return canonical;
}

} // namespace tokensmith::model
