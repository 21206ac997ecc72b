// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace tokensmith::mcp {

/** Something a client may have been told before is no longer so. */
struct Change
{
    enum class Kind {
        Tools,     ///< the list of tools
        Prompts,   ///< the list of prompts
        Resources, ///< the list of resources
        Resource,  ///< what the resource `uri` holds
    };
    Kind kind = Kind::Tools;
    QString uri = {};    ///< Resource only
    QString client = {}; ///< the key it concerns; empty: all
};

/** Carries changes from the services to the clients that listen. Owned by whoever builds the services. */
class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    void announce(const Change &change) { Q_EMIT changed(change); }

Q_SIGNALS:
    void changed(const tokensmith::mcp::Change &change);
};

} // namespace tokensmith::mcp
