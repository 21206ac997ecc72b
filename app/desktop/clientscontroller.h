// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/services.h"
#include "app/desktop/approvaltally.h"
#include "core/tokens/heldsecrets.h"
#include "ui/clients/clientsactions.h"

#include <optional>

namespace tokensmith::app {

/**
 * What the Clients page asks for, over the services. A client gets a key of its own when it is connected; a repair
 * keeps the key where it is still known; disconnecting revokes it unless another client's file has it, too.
 */
class ClientsController final : public ui::ClientsActions
{
    Q_OBJECT

public:
    struct Parts
    {
        Services &services; ///< outlives it
        clients::connect::Surroundings surroundings;
        QString bridge = {}; ///< path of tokensmith-bridge
        QString bundle = {}; ///< path of the bundle for Claude Desktop; empty: none
    };

    explicit ClientsController(const Parts &parts, QObject *parent = nullptr);

    /** For this process: its environment, and the files installed beside its program. */
    [[nodiscard]] static Parts usualParts(Services &services);

    [[nodiscard]] const std::vector<clients::Client> &keys() const override;
    [[nodiscard]] const std::vector<model::Account> &accounts() const override;
    [[nodiscard]] const std::vector<catalog::Template> &templates() const override;
    [[nodiscard]] ui::ApprovalCounts approvalsToday() override { return m_tally.today(); }

    [[nodiscard]] base::Result<base::Secret> createKey(const QString &name,
                                                       const clients::ClientPolicy &policy) override;
    [[nodiscard]] base::Result<base::Done> renameKey(const QString &from, const QString &to) override;
    [[nodiscard]] base::Result<base::Done> setPolicy(const QString &name, const clients::ClientPolicy &policy) override;
    [[nodiscard]] base::Result<base::Done> setStanding(const QString &name, clients::KeyStanding standing) override;
    [[nodiscard]] base::Result<base::Done> revokeKey(const QString &name) override;

    [[nodiscard]] std::vector<ui::FoundClient> foundClients() const override;
    [[nodiscard]] base::Result<ui::ClientChange> plan(ui::ClientChange::Goal goal, const QString &clientId) override;
    [[nodiscard]] base::Result<ui::ClientChangeDone> carryOut(const ui::ClientChange &change) override;
    [[nodiscard]] QString snippet(const base::Secret &key) const override;
    [[nodiscard]] QString claudeBundle() const override { return m_parts.bundle; }

    [[nodiscard]] std::vector<ui::HeldToken> heldTokens() const override;
    void readHeld(const QString &tokenId) override;
    void forgetHeld(const QString &tokenId) override;

private:
    struct Planned
    {
        ui::ClientChange change;
        clients::connect::Plan plan;
    };

    [[nodiscard]] clients::ClientRegistry &registry() const { return m_parts.services.clients().registry(); }
    [[nodiscard]] clients::connect::ServerAccess access(const base::Secret &key) const;
    [[nodiscard]] QString nameOf(const QString &clientId) const;
    [[nodiscard]] std::optional<base::Secret> keyInFile(const QString &clientId) const;
    [[nodiscard]] std::optional<QString> ownerOf(const std::optional<base::Secret> &key) const;
    [[nodiscard]] bool isElsewhere(const QString &keyName, const QString &clientId) const;
    [[nodiscard]] QString freeName(const QString &wanted) const;
    [[nodiscard]] base::Result<Planned> makePlan(ui::ClientChange::Goal goal, const QString &clientId) const;
    [[nodiscard]] base::Result<ui::ClientChangeDone> connectWithNewKey(const Planned &planned);
    [[nodiscard]] base::Result<ui::ClientChangeDone> apply(const clients::connect::Plan &plan) const;

    Parts m_parts;
    clients::connect::ClientConnector m_connector;
    tokens::HeldSecrets m_held;
    ApprovalTally m_tally;
    std::optional<Planned> m_planned; ///< what was shown last
};

} // namespace tokensmith::app
