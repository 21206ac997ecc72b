// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/streamchannel.h"

#include "core/mcp/jsonrpc.h"

#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr std::array kLevels{
    std::pair{LogLevel::Debug, "debug"_L1},   std::pair{LogLevel::Info, "info"_L1},
    std::pair{LogLevel::Notice, "notice"_L1}, std::pair{LogLevel::Warning, "warning"_L1},
    std::pair{LogLevel::Error, "error"_L1},   std::pair{LogLevel::Critical, "critical"_L1},
    std::pair{LogLevel::Alert, "alert"_L1},   std::pair{LogLevel::Emergency, "emergency"_L1},
};

QLatin1StringView nameOf(LogLevel level)
{
    for (const auto &[one, name] : kLevels) {
        if (one == level)
            return name;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<LogLevel> findLogLevel(QStringView name)
{
    for (const auto &[level, one] : kLevels) {
        if (name == one)
            return level;
    }
    return std::nullopt;
}

StreamChannel::StreamChannel(std::shared_ptr<MessageStream> stream, Wishes wishes)
    : m_stream(std::move(stream))
    , m_wishes(std::move(wishes))
{
}

void StreamChannel::progress(const Progress &progress)
{
    if (!isUsableId(m_wishes.progressToken) || !std::isfinite(progress.progress))
        return;
    if (m_lastProgress && progress.progress <= *m_lastProgress)
        return;
    m_lastProgress = progress.progress;
    QJsonObject params{{u"progressToken"_s, m_wishes.progressToken}, {u"progress"_s, progress.progress}};
    if (progress.total)
        params.insert("total"_L1, *progress.total);
    if (!progress.message.isEmpty())
        params.insert("message"_L1, progress.message);
    send("notifications/progress"_L1, params);
}

void StreamChannel::log(LogLevel level, const QString &logger, const QJsonValue &data)
{
    if (!m_wishes.logLevel || level < *m_wishes.logLevel)
        return;
    QJsonObject params{{u"level"_s, nameOf(level)}, {u"data"_s, data}};
    if (!logger.isEmpty())
        params.insert("logger"_L1, logger);
    send("notifications/message"_L1, params);
}

void StreamChannel::send(QLatin1StringView method, const QJsonObject &params)
{
    if (!m_stream)
        return;
    m_sent = true;
    m_stream->send(notificationMessage(method, params));
}

} // namespace tokensmith::mcp
