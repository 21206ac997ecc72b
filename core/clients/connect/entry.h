// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace tokensmith::clients::connect {

/** Where our entry stands in a client's configuration: a member of an object (or table, or mapping) at the top. */
struct EntryPath
{
    QString container; ///< "mcpServers", say
    QString name;      ///< "tokensmith"
};

/** One member of our entry. An object inside it has one member, so its order is no question. */
struct EntryMember
{
    QString name;
    QJsonValue value;
};

/** Our entry as it is written, in this order. It holds a client key. */
using Entry = QList<EntryMember>;

[[nodiscard]] inline QJsonObject toObject(const Entry &entry)
{
    QJsonObject object;
    for (const EntryMember &member : entry)
        object.insert(member.name, member.value);
    return object;
}

} // namespace tokensmith::clients::connect
