// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clients/clientsactions.h"

#include <algorithm>

namespace tokensmith::test {

inline clients::Client sampleKey(const QString &name)
{
    return {.name = name, .created = QDateTime(QDate(2026, 11, 1), QTime(9, 0), Qt::UTC)};
}

/** Keys, clients and held secrets in memory; what is asked for happens, and is noted. */
class FakeClientsActions final : public ui::ClientsActions
{
public:
    using Goal = ui::ClientChange::Goal;
    using State = clients::connect::ClientConnection::State;

    [[nodiscard]] const std::vector<clients::Client> &keys() const override { return allKeys; }
    [[nodiscard]] const std::vector<model::Account> &accounts() const override { return allAccounts; }
    [[nodiscard]] const std::vector<catalog::Template> &templates() const override { return allTemplates; }
    [[nodiscard]] ui::ApprovalCounts approvalsToday() override { return counts; }

    [[nodiscard]] base::Result<base::Secret> createKey(const QString &name,
                                                       const clients::ClientPolicy &policy) override
    {
        if (find(name) || name.isEmpty())
            return base::fail({.code = base::Error::Code::InvalidArgument,
                               .message = QStringLiteral("Choose another name."),
                               .field = QStringLiteral("name")});
        clients::Client key = sampleKey(name);
        key.policy = policy;
        allKeys.push_back(key);
        Q_EMIT keysChanged();
        return base::Secret("tsk_" + QByteArray(43, 'k'));
    }
    [[nodiscard]] base::Result<base::Done> renameKey(const QString &from, const QString &to) override
    {
        if (find(to))
            return base::fail({.code = base::Error::Code::InvalidArgument,
                               .message = QStringLiteral("Choose another name."),
                               .field = QStringLiteral("name")});
        return edit(from, [&to](clients::Client &key) { key.name = to; });
    }
    [[nodiscard]] base::Result<base::Done> setPolicy(const QString &name, const clients::ClientPolicy &policy) override
    {
        const base::Result<base::Done> fine = clients::checkLimits(policy.limits);
        if (!fine)
            return fine;
        return edit(name, [&policy](clients::Client &key) { key.policy = policy; });
    }
    [[nodiscard]] base::Result<base::Done> setStanding(const QString &name, clients::KeyStanding standing) override
    {
        return edit(name, [standing](clients::Client &key) { key.standing = standing; });
    }
    [[nodiscard]] base::Result<base::Done> revokeKey(const QString &name) override
    {
        std::erase_if(allKeys, [&name](const clients::Client &key) { return key.name == name; });
        Q_EMIT keysChanged();
        return base::Done{};
    }

    [[nodiscard]] std::vector<ui::FoundClient> foundClients() const override { return found; }
    [[nodiscard]] base::Result<ui::ClientChange> plan(Goal goal, const QString &clientId) override
    {
        ++plans;
        ui::ClientChange change = sampleChange;
        change.goal = goal;
        change.clientId = clientId;
        return change;
    }
    [[nodiscard]] base::Result<ui::ClientChangeDone> carryOut(const ui::ClientChange &change) override
    {
        carriedOut.append(change.clientId);
        if (problem)
            return base::fail(*std::exchange(problem, std::nullopt));
        for (ui::FoundClient &client : found) {
            if (client.place.id == change.clientId)
                client.connection.state = change.goal == Goal::Connect ? State::Connected : State::NotConnected;
        }
        return ui::ClientChangeDone{.backup = QStringLiteral("/home/someone/.cursor/mcp.json.bak")};
    }
    [[nodiscard]] QString snippet(const base::Secret &key) const override
    {
        return QStringLiteral("{ \"url\": \"http://127.0.0.1:8787/mcp\", \"key\": \"%1\" }")
            .arg(QString::fromUtf8(key.reveal()));
    }
    [[nodiscard]] QString claudeBundle() const override
    {
        return QStringLiteral("/usr/share/tokensmith/tokensmith.mcpb");
    }

    [[nodiscard]] std::vector<ui::HeldToken> heldTokens() const override { return held; }
    void readHeld(const QString &tokenId) override
    {
        if (problem)
            Q_EMIT heldFailed(tokenId, *std::exchange(problem, std::nullopt));
        else
            Q_EMIT heldRead(tokenId, base::Secret("cfut_" + tokenId.toUtf8() + QByteArray(35, 's')));
    }
    void forgetHeld(const QString &tokenId) override
    {
        std::erase_if(held, [&tokenId](const ui::HeldToken &token) { return token.tokenId == tokenId; });
        Q_EMIT heldChanged();
    }

    [[nodiscard]] const clients::Client *find(const QString &name) const
    {
        const auto at = std::find_if(allKeys.begin(), allKeys.end(),
                                     [&name](const clients::Client &key) { return key.name == name; });
        return at == allKeys.end() ? nullptr : &*at;
    }

    std::vector<clients::Client> allKeys;
    std::vector<model::Account> allAccounts;
    std::vector<catalog::Template> allTemplates;
    ui::ApprovalCounts counts;
    std::vector<ui::FoundClient> found;
    std::vector<ui::HeldToken> held;
    ui::ClientChange sampleChange;
    std::optional<base::Error> problem; ///< of the next thing that can fail
    int plans = 0;
    QStringList carriedOut;

private:
    template <typename Change>
    base::Result<base::Done> edit(const QString &name, Change change)
    {
        change(const_cast<clients::Client &>(*find(name))); // ours, and not const
        Q_EMIT keysChanged();
        return base::Done{};
    }
};

} // namespace tokensmith::test
