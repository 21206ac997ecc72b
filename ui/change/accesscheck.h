// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/create/createactions.h"
#include "ui/create/permissionchoices.h"
#include "ui/create/tokendraft.h"

#include <optional>

namespace tokensmith::ui {

/** What the pickers begin with when a token's access is edited. */
struct AccessStart
{
    std::vector<model::Account> accounts = {}; ///< holds the one below, whether it could be listed or not
    PermissionChoices choices = {};            ///< nothing is added that the token does not have
    QString accountId = {};                    ///< empty: every account
    QStringList zoneIds = {};
    std::optional<std::vector<model::Zone>> zones = {}; ///< of that account, where they had to be read
};

/** Why the pickers can't say what the token may do, one sentence; empty: they might. Asks nobody. */
[[nodiscard]] QString whyNotEditable(const model::Token &token);

/** The pickers would give it something else than it has. */
[[nodiscard]] QString notExactlyEditable();

/** Some of these zones are not in the list. */
[[nodiscard]] bool missesAny(const std::vector<model::Zone> &zones, const QStringList &zoneIds);
[[nodiscard]] QString zonesNotSeen(); ///< what to say then

/**
 * Collects what a token's access is edited with: accounts, permissions that can be granted, and the account that its
 * zones lie in. That is not said by the policies of a user's token, so zones are listed account by account until they
 * are found. Ends with one of the signals; nothing is changed.
 */
class AccessCheck final : public QObject
{
    Q_OBJECT

public:
    /** `actions` outlives it, and nobody else uses it meanwhile. */
    AccessCheck(CreateActions &actions, model::Token token, QObject *parent = nullptr);

    void start(); ///< also once more, after failed()

Q_SIGNALS:
    void ready(const tokensmith::ui::AccessStart &start);
    void notEditable(const QString &reason);
    void failed(const tokensmith::base::Error &error);

private:
    enum class Waits { No, Places, Groups, Zones };

    void onPlaces(const CreatePlaces &places);
    void onGroups(const tokens::GrantableGroups &groups);
    void onZones(const std::vector<model::Zone> &zones);
    void onZonesFailed(const base::Error &error);
    void onError(Waits from, const base::Error &error);
    void askForZones();
    void end();

    CreateActions &m_actions;
    model::Token m_token;
    Waits m_waits = Waits::No;
    AccessStart m_start;
    QStringList m_candidates; ///< accounts that the zones may lie in
};

} // namespace tokensmith::ui
