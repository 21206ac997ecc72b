// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/clientregistry.h"
#include "core/mcp/callguard.h"
#include "core/mcp/promptregistry.h"
#include "core/mcp/resourceregistry.h"
#include "core/mcp/toolregistry.h"

#include <QJsonObject>
#include <QString>

namespace tokensmith::mcp {

class ChangeFeed;

/** Whether clients may ask for log messages. */
enum class Logging {
    Off,
    On,
};

/** What a server offers, apart from how it is asked. Moved into the dispatcher, which owns it. */
struct Features
{
    ToolRegistry tools;
    ResourceRegistry resources = {};
    PromptRegistry prompts = {};
    CallGuard guard = {};
    QJsonObject serverInfo = {};
    QString instructions = {};
    ChangeFeed *changes = nullptr; ///< tells of lists that change; null: they don't. Not owned
    /** Told of each message that could be read: who sent it, and what it says of its client. */
    std::function<void(const clients::ClientIdentity &, const clients::Sighting &)> onSeen = {};
    Logging logging = Logging::Off;
    int pageSize = 100; ///< entries of a list in one answer
};

} // namespace tokensmith::mcp
