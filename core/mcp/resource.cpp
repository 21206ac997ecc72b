// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/resource.h"

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

void insertFilled(QJsonObject &json, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        json.insert(name, value);
}

/** What both kinds show besides their address. */
template <typename T>
QJsonObject described(const T &one)
{
    QJsonObject json{{u"name"_s, one.name}};
    insertFilled(json, "title"_L1, one.title);
    insertFilled(json, "description"_L1, one.description);
    insertFilled(json, "mimeType"_L1, one.mimeType);
    return json;
}

} // namespace

QJsonObject toJson(const Resource &resource)
{
    QJsonObject json = described(resource);
    json.insert("uri"_L1, resource.uri);
    return json;
}

QJsonObject toJson(const ResourceTemplate &resourceTemplate)
{
    QJsonObject json = described(resourceTemplate);
    json.insert("uriTemplate"_L1, resourceTemplate.uriTemplate);
    return json;
}

QJsonObject textContents(const QString &uri, const QString &mimeType, const QString &text)
{
    return {{u"uri"_s, uri}, {u"mimeType"_s, mimeType}, {u"text"_s, text}};
}

} // namespace tokensmith::mcp
