// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloudflare/httptransport.h"
#include "tests/support/gate.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <array>
#include <map>
#include <variant>
#include <vector>

namespace tokensmith::test {

/**
 * Answers calls from a script and keeps what was asked. Answers are queued per "METHOD /path" (without the query); the
 * last one of a queue stays. A call nobody scripted is an Internal error, which a test sees.
 */
class ScriptedTransport final : public cloudflare::HttpTransport
{
public:
    using Outcome = std::variant<cloudflare::HttpAnswer, base::Error>;

    void script(const QString &call, Outcome outcome) { m_script[call].push_back(std::move(outcome)); }

    /** A successful envelope around `result`. */
    void succeed(const QString &call, const QJsonValue &result, const QJsonObject &resultInfo = {})
    {
        QJsonObject body{{QStringLiteral("success"), true}, {QStringLiteral("result"), result}};
        if (!resultInfo.isEmpty())
            body.insert(QStringLiteral("result_info"), resultInfo);
        script(call, cloudflare::HttpAnswer{.status = 200, .body = QJsonDocument(body).toJson()});
    }

    /** A failed envelope with one error. */
    void refuse(const QString &call, int status, int code, const QString &message)
    {
        const QByteArray body =
            QStringLiteral(R"({"success":false,"errors":[{"code":%1,"message":"%2"}],"result":null})")
                .arg(code)
                .arg(message)
                .toUtf8();
        script(call, cloudflare::HttpAnswer{.status = status, .body = body, .headers = {{"cf-ray", "8f00ba4-TST"}}});
    }

    /** Takes back what was scripted for that call, to script something else. */
    ScriptedTransport &instead(const QString &call)
    {
        m_script.erase(call);
        return *this;
    }

    /** Keeps the answers to that call back until release(). */
    void hold(const QString &call) { m_held = call; }
    void release()
    {
        m_held.clear();
        while (m_gate.waitingCount() > 0)
            m_gate.openForOne();
    }

    [[nodiscard]] base::Async<cloudflare::HttpAnswer> send(cloudflare::HttpCall call) override
    {
        const QString name = nameOf(call);
        m_calls.push_back(call);
        std::vector<Outcome> &outcomes = m_script[name];
        if (outcomes.empty()) {
            co_return base::fail(
                {.code = base::Error::Code::Internal, .message = QStringLiteral("not scripted: ") + name});
        }
        const Outcome outcome = outcomes.front();
        if (outcomes.size() > 1)
            outcomes.erase(outcomes.begin());
        if (name == m_held)
            co_await m_gate.opened();
        if (const auto *error = std::get_if<base::Error>(&outcome))
            co_return base::fail(*error);
        co_return std::get<cloudflare::HttpAnswer>(outcome);
    }

    [[nodiscard]] const std::vector<cloudflare::HttpCall> &calls() const { return m_calls; }
    [[nodiscard]] QStringList callNames() const
    {
        QStringList names;
        for (const cloudflare::HttpCall &call : m_calls)
            names.append(nameOf(call));
        return names;
    }
    void forgetCalls() { m_calls.clear(); }

private:
    static QString nameOf(const cloudflare::HttpCall &call)
    {
        static constexpr std::array names{"GET", "POST", "PUT", "DELETE"};
        return QString::fromLatin1(names.at(static_cast<size_t>(call.method))) + QLatin1Char(' ') + call.url.path();
    }

    std::map<QString, std::vector<Outcome>> m_script;
    std::vector<cloudflare::HttpCall> m_calls;
    QString m_held;
    Gate m_gate;
};

} // namespace tokensmith::test
