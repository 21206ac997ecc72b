// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/clients/fakeclientsactions.h"

namespace tokensmith::test {

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
