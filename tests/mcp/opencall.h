// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/dispatcher.h"

#include <QJsonDocument>

#include <memory>
#include <optional>

namespace tokensmith::test {

/** Keeps what goes out while a call runs. */
class RecordedStream final : public mcp::MessageStream
{
public:
    void send(const QByteArray &message) override { messages.append(QJsonDocument::fromJson(message).object()); }

    [[nodiscard]] QStringList methods() const
    {
        QStringList names;
        for (const QJsonObject &message : messages)
            names += message.value(QLatin1String("method")).toString();
        return names;
    }

    QList<QJsonObject> messages;
};

/** A call under way, and its answer once there is one. */
class OpenCall
{
public:
    OpenCall(mcp::Dispatcher &dispatcher, mcp::Call call)
    {
        call.cancel = m_client.token();
        m_task = dispatcher.handle(std::move(call)).then([state = m_state](const mcp::Answer &given) {
            state->answer = given;
        });
    }

    void hangUp() { m_client.cancel(); }
    [[nodiscard]] const std::optional<mcp::Answer> &answer() const { return m_state->answer; }

private:
    struct State
    {
        std::optional<mcp::Answer> answer;
    };
    base::CancelSource m_client;
    std::shared_ptr<State> m_state = std::make_shared<State>();
    QCoro::Task<> m_task;
};

} // namespace tokensmith::test
