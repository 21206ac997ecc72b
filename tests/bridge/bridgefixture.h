// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bridge/bridge.h"
#include "tests/bridge/scriptedapp.h"

#include <optional>

namespace tokensmith::test {

[[nodiscard]] inline QByteArray request(const QByteArray &id, const QByteArray &method, const QByteArray &params = "{}")
{
    return R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + R"(","params":)" + params + '}';
}

/** The same as 2026-07-28 has it; `more` are further members of params, with a comma before. */
[[nodiscard]] inline QByteArray modern(const QByteArray &id, const QByteArray &method, const QByteArray &more = {})
{
    return request(id, method, R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"})" + more + '}');
}

[[nodiscard]] inline QByteArray cancelled(const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":)" + id + "}}";
}

inline const QByteArray kAcknowledged = R"({"jsonrpc":"2.0","method":"notifications/subscriptions/acknowledged",)"
                                        R"("params":{"notifications":{"toolsListChanged":true}}})";

/** A bridge, the app it talks to and all that it said. */
class BridgeFixture
{
public:
    BridgeFixture()
        : app([](const ReceivedRequest &) {})
    {
        make({.url = app.url(), .start = bridge::StartPolicy::Never});
    }

    void make(const bridge::AppPlace &place, const QString &refusal = {})
    {
        it.emplace(bridge::Bridge::Options{
            .key = base::Secret("the-key"),
            .place = place,
            .refusal = refusal,
            .times = {.betweenWakes = std::chrono::milliseconds(100), .grace = std::chrono::milliseconds(300)}});
        QObject::connect(&*it, &bridge::Bridge::line, &*it, [this](const QByteArray &line) { lines.append(line); });
        QObject::connect(&*it, &bridge::Bridge::problem, &*it, [this](const QString &text) { problems.append(text); });
    }
    void say(const QByteArray &line) { it->take({.bytes = line}); }

    [[nodiscard]] QJsonObject lineAt(qsizetype index) const
    {
        return QJsonDocument::fromJson(lines.value(index)).object();
    }
    [[nodiscard]] QString errorAt(qsizetype index) const
    {
        const QJsonObject error = lineAt(index).value(QLatin1String("error")).toObject();
        return error.value(QLatin1String("message")).toString();
    }
    [[nodiscard]] const ReceivedRequest &received(size_t index) const { return app.requests().at(index); }
    [[nodiscard]] size_t receivedCount() const { return app.requests().size(); }

    ScriptedApp app;
    QByteArrayList lines;
    QStringList problems;
    std::optional<bridge::Bridge> it; ///< last, so that it goes first
};

} // namespace tokensmith::test
