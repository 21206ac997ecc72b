// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/requeststate.h"

#include "core/mcp/jsonrpc.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr auto kPurpose = "requestState"_L1;

/** The same for the same call whatever the order of members: Qt keeps them sorted. */
QString digestOf(const StatedCall &call)
{
    const QJsonObject what{{u"client"_s, call.client},
                           {u"method"_s, QString(call.method)},
                           {u"name"_s, call.params.value("name"_L1)},
                           {u"uri"_s, call.params.value("uri"_L1)},
                           {u"arguments"_s, call.params.value("arguments"_L1).toObject()}};
    return QString::fromLatin1(QCryptographicHash::hash(compactJson(what), QCryptographicHash::Sha256).toBase64());
}

} // namespace

QString writeRequestState(const Seal &seal, const StatedCall &call, const QJsonObject &state, const QDateTime &expires)
{
    const QJsonObject content{
        {u"call"_s, digestOf(call)}, {u"expires"_s, expires.toSecsSinceEpoch()}, {u"state"_s, state}};
    return seal.seal(kPurpose, compactJson(content));
}

std::optional<QJsonObject> readRequestState(const Seal &seal, const StatedCall &call, const QString &text,
                                            const QDateTime &now)
{
    const std::optional<QByteArray> opened = seal.open(kPurpose, text);
    if (!opened)
        return std::nullopt;
    const QJsonObject content = QJsonDocument::fromJson(*opened).object();
    const bool fits = content.value("call"_L1).toString() == digestOf(call);
    const bool fresh = now.toSecsSinceEpoch() < content.value("expires"_L1).toInteger();
    if (!fits || !fresh)
        return std::nullopt;
    return content.value("state"_L1).toObject();
}

} // namespace tokensmith::mcp
