// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/connect/cliententry.h"

#include <QJsonArray>

namespace tokensmith::clients::connect {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kHeader = "X-API-Key"_L1;
constexpr auto kVariable = "TOKENSMITH_KEY"_L1;

QJsonValue valueFor(const Field &field, const ServerAccess &access)
{
    switch (field.part) {
    case Part::Url:
        return access.url;
    case Part::KeyHeader:
        return QJsonObject{{kHeader, QString::fromUtf8(access.key.reveal())}};
    case Part::Name:
        return QString(kEntryName);
    case Part::Text:
        return QString(field.text);
    case Part::Number:
        return QString(field.text).toInt();
    case Part::On:
        return true;
    case Part::Off:
        return false;
    case Part::AllTools:
        return QJsonArray{u"*"_s};
    case Part::Bridge:
        return access.bridge;
    case Part::NoArguments:
        return QJsonArray();
    case Part::BridgeKey:
        return QJsonObject{{kVariable, QString::fromUtf8(access.key.reveal())}};
    }
    Q_UNREACHABLE();
}

base::Secret secretIn(const QJsonValue &object, QLatin1StringView name)
{
    return base::Secret(object.toObject().value(name).toString().toUtf8());
}

} // namespace

EntryPath entryPath(const ClientFormat &format)
{
    return {format.container, kEntryName};
}

Entry entryFor(const ClientFormat &format, const ServerAccess &access)
{
    Entry entry;
    for (const Field &field : format.fields)
        entry.append({field.name, valueFor(field, access)});
    return entry;
}

ServerAccess accessFrom(const ClientFormat &format, const QJsonObject &entry)
{
    ServerAccess access;
    for (const Field &field : format.fields) {
        const QJsonValue value = entry.value(field.name);
        if (field.part == Part::Url)
            access.url = value.toString();
        else if (field.part == Part::Bridge)
            access.bridge = value.toString();
        else if (field.part == Part::KeyHeader)
            access.key = secretIn(value, kHeader);
        else if (field.part == Part::BridgeKey)
            access.key = secretIn(value, kVariable);
    }
    return access;
}

} // namespace tokensmith::clients::connect
