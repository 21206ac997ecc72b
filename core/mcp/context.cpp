// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/context.h"

namespace tokensmith::mcp {

CallChannel::~CallChannel() = default;

void CallContext::report(const Progress &progress) const
{
    if (channel)
        channel->progress(progress);
}

void CallContext::log(LogLevel level, const QString &logger, const QJsonValue &data) const
{
    if (channel)
        channel->log(level, logger, data);
}

} // namespace tokensmith::mcp
