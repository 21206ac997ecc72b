// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/addressrange.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::sandbox {

namespace {

// An IPv4 peer on a dual-stack socket shows as ::ffff:a.b.c.d.
QHostAddress plainAddress(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

bool isInAny(const QStringList &ranges, const QHostAddress &peer)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const QString &range) { return peer.isInSubnet(QHostAddress::parseSubnet(range)); });
}

} // namespace

bool isAddressRange(const QString &text)
{
    static const QRegularExpression kV4(uR"(^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})/(\d{1,2})$)"_s);
    static const QRegularExpression kV6(u"^([0-9A-Fa-f:.]+)/(\\d{1,3})$"_s);
    if (const auto match = kV4.match(text); match.hasMatch())
        return match.captured(5).toInt() <= 32 && !QHostAddress(text.section(u'/', 0, 0)).isNull();
    const auto match = kV6.match(text);
    return match.hasMatch() && match.captured(2).toInt() <= 128
           && QHostAddress(match.captured(1)).protocol() == QAbstractSocket::IPv6Protocol;
}

bool admits(const IpCondition &condition, const QHostAddress &peer)
{
    const QHostAddress address = plainAddress(peer);
    if (condition.in && !isInAny(*condition.in, address))
        return false;
    if (condition.notIn && (condition.notIn->isEmpty() || isInAny(*condition.notIn, address)))
        return false;
    return true;
}

} // namespace tokensmith::sandbox
