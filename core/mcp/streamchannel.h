// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/context.h"
#include "core/mcp/messagestream.h"

#include <QJsonValue>
#include <QLatin1StringView>

#include <memory>
#include <optional>

namespace tokensmith::mcp {

/** The level of that name, as the protocol spells it, or nothing. */
[[nodiscard]] std::optional<LogLevel> findLogLevel(QStringView name);

/**
 * Sends a call's progress and log messages as notifications, the same in every revision: progress only where the
 * client gave a token for it and only as it grows, messages from the wanted level up, nothing after the end.
 */
class StreamChannel final : public CallChannel
{
public:
    struct Wishes
    {
        QJsonValue progressToken = QJsonValue(QJsonValue::Undefined); ///< any string or integer, also 0
        std::optional<LogLevel> logLevel = {};                        ///< none: no log messages
    };

    StreamChannel(std::shared_ptr<MessageStream> stream, Wishes wishes);

    void progress(const Progress &progress) override;
    void log(LogLevel level, const QString &logger, const QJsonValue &data) override;

    /** The answer goes out now: whatever a handler still says is dropped. */
    void end() { m_stream.reset(); }

    /** Whether the answer has become a stream. */
    [[nodiscard]] bool hasSent() const { return m_sent; }

private:
    void send(QLatin1StringView method, const QJsonObject &params);

    std::shared_ptr<MessageStream> m_stream; // null after the end
    const Wishes m_wishes;
    std::optional<double> m_lastProgress;
    bool m_sent = false;
};

} // namespace tokensmith::mcp
