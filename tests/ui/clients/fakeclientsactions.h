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

/** What the design's picture shows. */
inline void fillLikeTheDesign(FakeClientsActions &actions, const QDateTime &now)
{
    using clients::CallClass;
    using clients::Permission;
    using State = FakeClientsActions::State;
    using Kind = clients::connect::DiffLine::Kind;
    using Presence = clients::connect::ClientPlace::Presence;
    const auto key = [&](const QString &name, const std::array<Permission, 4> &permissions) -> clients::Client & {
        clients::Client made = sampleKey(name);
        made.policy.permissions = permissions;
        actions.allKeys.push_back(made);
        return actions.allKeys.back();
    };
    constexpr auto kAllow = Permission::Allow;
    constexpr auto kAsk = Permission::Ask;
    constexpr auto kDeny = Permission::Deny;
    const QString account(32, u'a');
    actions.allAccounts = {{.id = account, .name = QStringLiteral("Harbour Labs")},
                           {.id = QString(32, u'b'), .name = QStringLiteral("Lighthouse")}};
    actions.allTemplates = {{.id = QStringLiteral("dns_edit"), .name = QStringLiteral("Edit DNS"), .description = {}},
                            {.id = QStringLiteral("workers"), .name = QStringLiteral("Workers"), .description = {}}};
    actions.counts = {.approved = 6, .denied = 1};
    clients::Client &desktop = key(QStringLiteral("Claude Desktop"), {kAllow, kAsk, kAsk, kDeny});
    desktop.seenAt = now;
    desktop.policy.limits.accounts = {account};
    clients::Client &code = key(QStringLiteral("Claude Code"), {kAllow, kAllow, kAsk, kDeny});
    code.seenAt = now;
    code.policy.limits = {.templates = {QStringLiteral("dns_edit"), QStringLiteral("workers")},
                          .longestLifetime = QStringLiteral("30d")};
    key(QStringLiteral("Cursor, old key"), {kAllow, kAsk, kDeny, kDeny}).standing = clients::KeyStanding::Paused;
    clients::Client &env = key(QStringLiteral("env"), {kAllow, kAllow, kAllow, kAllow});
    env.origin = clients::Client::Origin::Environment;
    env.policy.secrets = clients::SecretDelivery::Inline;
    env.seenAt = now.addSecs(-3 * 3600);

    const auto client = [&](const QString &id, const QString &name, State state) {
        actions.found.push_back({.place = {.id = id,
                                           .name = name,
                                           .file = QStringLiteral("/home/someone/.") + id,
                                           .presence = Presence::Found},
                                 .connection = {.state = state}});
    };
    client(QStringLiteral("claude-desktop"), QStringLiteral("Claude Desktop"), State::Connected);
    client(QStringLiteral("claude-code"), QStringLiteral("Claude Code"), State::Connected);
    client(QStringLiteral("cursor"), QStringLiteral("Cursor"), State::NotConnected);
    client(QStringLiteral("vscode"), QStringLiteral("VS Code"), State::NotConnected);
    client(QStringLiteral("zed"), QStringLiteral("Zed"), State::Drifted);
    client(QStringLiteral("codex"), QStringLiteral("Codex"), State::Unreadable);
    actions.found[4].connection.differences = {clients::connect::ClientConnection::Difference::Address};
    actions.found[5].connection.reason =
        QStringLiteral("Codex's file ~/.codex/config.toml is left as it is: line 3 is not TOML. Put that right, or "
                       "add the entry by hand.");
    actions.sampleChange = {.clientName = QStringLiteral("Cursor"),
                            .file = QStringLiteral("/home/someone/.cursor/mcp.json"),
                            .effect = clients::connect::Plan::Effect::Adds,
                            .newKey = QStringLiteral("Cursor")};
    const auto line = [&](Kind kind, const QString &text) {
        actions.sampleChange.lines.append({.kind = kind, .text = text});
    };
    line(Kind::Kept, QStringLiteral("{"));
    line(Kind::Kept, QStringLiteral("  \"mcpServers\": {"));
    line(Kind::Removed, QStringLiteral("    \"notes\": { \"command\": \"notes-mcp\" }"));
    line(Kind::Added, QStringLiteral("    \"notes\": { \"command\": \"notes-mcp\" },"));
    line(Kind::Added, QStringLiteral("    \"tokensmith\": {"));
    line(Kind::Added, QStringLiteral("      \"url\": \"http://127.0.0.1:8787/mcp\","));
    line(Kind::Added, QStringLiteral("      \"headers\": { \"X-API-Key\": \"••••••••\" }"));
    line(Kind::Added, QStringLiteral("    }"));
    line(Kind::Kept, QStringLiteral("  }"));
    line(Kind::Kept, QStringLiteral("}"));
    actions.held = {{.tokenId = QStringLiteral("t1"),
                     .tokenName = QStringLiteral("deploy-workers-prod"),
                     .client = QStringLiteral("Claude Code"),
                     .heldAt = now.addSecs(-240)},
                    {.tokenId = QStringLiteral("t2"),
                     .tokenName = QStringLiteral("dns-acme"),
                     .client = {},
                     .heldAt = now.addDays(-2)}};
}

} // namespace tokensmith::test
