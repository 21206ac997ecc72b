// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/catalog/templates.h"
#include "core/clients/clientregistry.h"
#include "core/clients/connect/clientconnector.h"
#include "core/model/account.h"

#include <QObject>

#include <vector>

namespace tokensmith::ui {

/** A client on this computer, and how its file and we agree. */
struct FoundClient
{
    clients::connect::ClientPlace place;
    clients::connect::ClientConnection connection = {};
};

/** A change of one client's file, made up to be shown and not yet done. No key is in it. */
struct ClientChange
{
    enum class Goal { Connect, Disconnect };

    Goal goal = Goal::Connect;
    QString clientId = {};
    QString clientName = {};
    QString file = {};
    clients::connect::Plan::Effect effect = clients::connect::Plan::Effect::Nothing;
    QList<clients::connect::DiffLine> lines = {}; ///< keys are dots
    QString newKey = {};                          ///< the name of the key that would be made; empty: none
    QString oldKey = {};                          ///< the name of the key that would be revoked; empty: none
    QString caution = {};                         ///< a sentence to be read first; empty: none
};

struct ClientChangeDone
{
    QString backup = {}; ///< a copy of the file as it was; empty where there was none
};

/** What people said today to calls that asked. */
struct ApprovalCounts
{
    int approved = 0;
    int denied = 0; ///< said no, not answered in time, or closed

    [[nodiscard]] bool operator==(const ApprovalCounts &) const = default;
};

/** A token's secret in the keychain. */
struct HeldToken
{
    QString tokenId;
    QString tokenName; ///< text from outside
    QString client;    ///< the key that asked for it; empty: the person at the window
    QDateTime heldAt;
};

/**
 * What the Clients page shows and can have done. Implemented in app/desktop over the services. Keys and files are
 * changed at once; errors name the field of a form where one is to blame (`name`, `accounts`, `longestLifetime`).
 */
class ClientsActions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const std::vector<clients::Client> &keys() const = 0;
    [[nodiscard]] virtual const std::vector<model::Account> &accounts() const = 0; ///< as far as they are known now
    [[nodiscard]] virtual const std::vector<catalog::Template> &templates() const = 0;
    [[nodiscard]] virtual ApprovalCounts approvalsToday() = 0;

    /** A new key; it can't be had again. */
    [[nodiscard]] virtual base::Result<base::Secret> createKey(const QString &name,
                                                               const clients::ClientPolicy &policy) = 0;
    [[nodiscard]] virtual base::Result<base::Done> renameKey(const QString &from, const QString &to) = 0;
    [[nodiscard]] virtual base::Result<base::Done> setPolicy(const QString &name,
                                                             const clients::ClientPolicy &policy) = 0;
    [[nodiscard]] virtual base::Result<base::Done> setStanding(const QString &name, clients::KeyStanding standing) = 0;
    [[nodiscard]] virtual base::Result<base::Done> revokeKey(const QString &name) = 0;

    /** Looks at their files now. */
    [[nodiscard]] virtual std::vector<FoundClient> foundClients() const = 0;
    [[nodiscard]] virtual base::Result<ClientChange> plan(ClientChange::Goal goal, const QString &clientId) = 0;
    /** Does what plan() last returned for that client; Unavailable where the file has changed since. */
    [[nodiscard]] virtual base::Result<ClientChangeDone> carryOut(const ClientChange &change) = 0;
    /** What a person copies into a client's configuration. */
    [[nodiscard]] virtual QString snippet(const base::Secret &key) const = 0;
    /** The bundle that Claude Desktop opens; empty where it isn't installed. */
    [[nodiscard]] virtual QString claudeBundle() const = 0;

    [[nodiscard]] virtual std::vector<HeldToken> heldTokens() const = 0; ///< newest first
    virtual void readHeld(const QString &tokenId) = 0;                   ///< heldRead() or heldFailed()
    virtual void forgetHeld(const QString &tokenId) = 0;                 ///< heldChanged() or heldFailed()

Q_SIGNALS:
    void keysChanged();
    void accountsChanged();
    void approvalsChanged();
    void heldChanged();
    void heldRead(const QString &tokenId, const tokensmith::base::Secret &secret);
    void heldFailed(const QString &tokenId, const tokensmith::base::Error &error);
};

} // namespace tokensmith::ui
