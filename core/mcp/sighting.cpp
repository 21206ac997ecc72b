// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/sighting.h"

#include "core/mcp/revision.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

QString wordsFor(const QJsonValue &info)
{
    const QString name = info["name"_L1].toString();
    const QString version = info["version"_L1].toString();
    return version.isEmpty() ? name : name + u' ' + version;
}

} // namespace

clients::Sighting sightingOf(const Message &message, const QByteArray &versionHeader)
{
    const QJsonValue meta = message.params["_meta"_L1];
    if (meta[kVersionInMeta].isString()) {
        return {.revision = meta[kVersionInMeta].toString(),
                .client = wordsFor(meta["io.modelcontextprotocol/clientInfo"_L1])};
    }
    if (message.method == "initialize"_L1) {
        return {.revision = message.params["protocolVersion"_L1].toString(),
                .client = wordsFor(message.params["clientInfo"_L1])};
    }
    return {.revision = QString::fromLatin1(versionHeader)};
}

} // namespace tokensmith::mcp
