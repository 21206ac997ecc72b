// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "core/sandbox/sandboxserver.h"
#include "tests/support/jsonclient.h"

#include <QStringList>
#include <QTemporaryDir>

namespace tokensmith::test {

/**
 * All that an AI client can ask of a program that works with a simulated Cloudflare and has no keychain: every tool,
 * prompt and resource, and the usual mistakes; last of all the same while it is locked. What differs from run to run
 * (ids, times, secrets) is written as a sign for it in what is kept.
 */
class Conversation
{
public:
    void hold();

    /** Name of the step, and what came back. */
    [[nodiscard]] const QList<std::pair<QString, QString>> &answers() const { return m_answers; }
    [[nodiscard]] QString answerOf(const QString &step) const;

    [[nodiscard]] const QStringList &offered() const { return m_offered; } ///< "tool get_token", "prompt …", …
    [[nodiscard]] const QStringList &used() const { return m_used; }
    [[nodiscard]] app::Services &services() const { return *m_services; }

private:
    void start();
    void listAll();
    void readTools();
    void changeTools();
    void prompts();
    void resources();
    void mistakes();
    void cloudflareFails();
    void whileLocked();

    QJsonObject rpc(const QString &step, const QString &method, const QJsonObject &params = {});
    QJsonObject tool(const QString &name, const QJsonObject &arguments = {}, const QString &step = {});
    void prompt(const QString &name, const QJsonObject &arguments, const QString &step = {});
    void resource(const QString &offer, const QString &uri, const QString &step = {});
    void raise(const QString &fault, const QString &method, const QString &path);
    void keep(const QString &step, const JsonReply &reply);
    [[nodiscard]] JsonClient::Headers headers() const { return {{"X-API-Key", m_key}}; }

    QTemporaryDir m_data;
    base::SystemClock m_clock;
    std::unique_ptr<sandbox::SandboxServer> m_cloudflare;
    std::unique_ptr<app::Services> m_services;
    JsonClient m_client;
    QUrl m_mcp;
    QByteArray m_key;
    QList<std::pair<QString, QString>> m_answers;
    QStringList m_offered;
    QStringList m_used;
};

} // namespace tokensmith::test
