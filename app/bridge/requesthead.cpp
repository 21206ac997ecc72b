// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/requesthead.h"

#include <algorithm>

namespace tokensmith::bridge {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDefaultPort = 80;
constexpr qsizetype kRoomForKey = 64; // its header's name and the line ends
constexpr QByteArrayView kEncodedBegin("=?base64?");
constexpr QByteArrayView kEncodedEnd("?=");

/** Always with the port: the server wants to be addressed exactly so. */
QByteArray authority(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded).contains(u':')
               ? '[' + url.host().toLatin1() + "]:" + QByteArray::number(url.port(kDefaultPort))
               : url.host().toLatin1() + ':' + QByteArray::number(url.port(kDefaultPort));
}

QByteArray commonHead(const QByteArray &method, const QUrl &url)
{
    return method + ' ' + url.path(QUrl::FullyEncoded).toLatin1() + " HTTP/1.1\r\nHost: " + authority(url)
           + "\r\nUser-Agent: tokensmith-bridge/" TOKENSMITH_VERSION "\r\nConnection: close\r\n";
}

void addHeader(QByteArray &head, QByteArrayView name, const QByteArray &value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

QByteArray headerValue(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const bool printable = std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= ' ' && c <= '~'; });
    const bool looksEncoded = bytes.startsWith(kEncodedBegin) && bytes.endsWith(kEncodedEnd);
    if (printable && !looksEncoded && !bytes.startsWith(' ') && !bytes.endsWith(' '))
        return bytes;
    return kEncodedBegin.toByteArray() + bytes.toBase64() + kEncodedEnd.toByteArray();
}

base::Secret postHead(const Message &message, const HeadContext &context)
{
    QByteArray head = commonHead("POST", context.url);
    addHeader(head, "Content-Type", "application/json");
    addHeader(head, "Accept", "application/json, text/event-stream");
    addHeader(head, "Content-Length", QByteArray::number(message.body.size()));
    switch (message.era) {
    case Era::Legacy:
        if (!context.legacyVersion.isEmpty() && message.method != "initialize"_L1)
            addHeader(head, "MCP-Protocol-Version", headerValue(context.legacyVersion));
        break;
    case Era::Modern:
        addHeader(head, "MCP-Protocol-Version", headerValue(message.version));
        addHeader(head, "Mcp-Method", headerValue(message.method));
        if (!message.name.isNull())
            addHeader(head, "Mcp-Name", headerValue(message.name));
        break;
    }
    head.reserve(head.size() + context.key.reveal().size() + kRoomForKey); // growing would leave a copy behind
    addHeader(head, "X-API-Key", context.key.reveal());
    head.append("\r\n");
    return base::Secret(std::move(head));
}

base::Secret getHead(const QUrl &url)
{
    return base::Secret(commonHead("GET", url) + "\r\n");
}

} // namespace tokensmith::bridge
