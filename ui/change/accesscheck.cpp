// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change/accesscheck.h"

#include "core/catalog/policyplaces.h"

#include <algorithm>
#include <utility>

namespace tokensmith::ui {

namespace {

/** The draft's limits are edited elsewhere: here only the access counts. */
CopiedAccess accessOf(const model::Token &token)
{
    model::Token bare = token;
    bare.condition = {};
    return accessCopiedFrom(bare);
}

/** Those of the token, and what they need besides taken away where the token does not have it. */
PermissionChoices choicesFor(const tokens::GrantableGroups &groups, const CopiedAccess &access)
{
    PermissionChoices choices(groups.groups);
    choices.choose(access.groups);
    choices.addCompanions();
    while (const std::optional<std::size_t> added = choices.companion())
        choices.setLevel(*added, catalog::Level::None);
    return choices;
}

} // namespace

QString whyNotEditable(const model::Token &token)
{
    if (accessOf(token).fidelity == CopiedAccess::Fidelity::Whole)
        return {};
    const auto any = [&token](const auto &test) {
        return std::any_of(token.policies.begin(), token.policies.end(), test);
    };
    if (any([](const model::Policy &policy) { return !catalog::isUnderstood(policy); }))
        return AccessCheck::tr("It holds something that this version can't read.");
    if (any([](const model::Policy &policy) { return policy.effect == model::Policy::Effect::Deny; }))
        return AccessCheck::tr("It also says what the token may not do, which can't be chosen here.");
    return AccessCheck::tr("It reaches several accounts, or things that can't be chosen here.");
}

QString notExactlyEditable()
{
    return AccessCheck::tr("What it can do can't be chosen here exactly as it is.");
}

bool missesAny(const std::vector<model::Zone> &zones, const QStringList &zoneIds)
{
    return std::any_of(zoneIds.begin(), zoneIds.end(), [&zones](const QString &id) {
        return std::none_of(zones.begin(), zones.end(), [&id](const model::Zone &zone) { return zone.id == id; });
    });
}

QString zonesNotSeen()
{
    return AccessCheck::tr("Not all of its zones can be seen in one account.");
}

AccessCheck::AccessCheck(CreateActions &actions, model::Token token, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_token(std::move(token))
{
    connect(&actions, &CreateActions::placesLoaded, this, &AccessCheck::onPlaces);
    connect(&actions, &CreateActions::groupsLoaded, this, &AccessCheck::onGroups);
    connect(&actions, &CreateActions::zonesLoaded, this,
            [this](const QString &, const std::vector<model::Zone> &zones) { onZones(zones); });
    connect(&actions, &CreateActions::placesFailed, this,
            [this](const base::Error &error) { onError(Waits::Places, error); });
    connect(&actions, &CreateActions::groupsFailed, this,
            [this](const base::Error &error) { onError(Waits::Groups, error); });
    connect(&actions, &CreateActions::zonesFailed, this, &AccessCheck::onZonesFailed);
}

void AccessCheck::start()
{
    if (const QString reason = whyNotEditable(m_token); !reason.isEmpty()) {
        Q_EMIT notEditable(reason);
        return;
    }
    m_waits = Waits::Places;
    m_actions.loadPlaces();
}

void AccessCheck::onPlaces(const CreatePlaces &places)
{
    if (m_waits != Waits::Places)
        return;
    const CopiedAccess access = accessOf(m_token);
    m_start = {.accounts = places.accounts, .accountId = access.accountId, .zoneIds = access.zoneIds};
    m_candidates.clear();
    const auto isIts = [&](const model::Account &account) { return account.id == access.accountId; };
    if (access.accountId.isEmpty()) {
        for (const model::Account &account : places.accounts)
            m_candidates.append(account.id);
    } else {
        m_candidates = {access.accountId};
        if (std::none_of(places.accounts.begin(), places.accounts.end(), isIts))
            m_start.accounts.push_back(
                {.id = access.accountId, .name = m_actions.ownerName(model::Owner::account(access.accountId))});
    }
    m_waits = Waits::Groups;
    m_actions.loadGroups(m_token.owner);
}

void AccessCheck::onGroups(const tokens::GrantableGroups &groups)
{
    if (m_waits != Waits::Groups)
        return;
    m_start.choices = choicesFor(groups, accessOf(m_token));
    m_waits = Waits::No;
    if (m_start.choices.chosenCount() == 0)
        Q_EMIT notEditable(notExactlyEditable());
    else if (m_start.zoneIds.isEmpty())
        end();
    else
        askForZones();
}

void AccessCheck::askForZones()
{
    if (m_candidates.isEmpty()) {
        m_waits = Waits::No;
        Q_EMIT notEditable(zonesNotSeen());
        return;
    }
    m_waits = Waits::Zones;
    m_actions.loadZones(m_candidates.first());
}

void AccessCheck::onZones(const std::vector<model::Zone> &zones)
{
    if (m_waits != Waits::Zones)
        return;
    const QString accountId = m_candidates.takeFirst();
    if (missesAny(zones, m_start.zoneIds)) {
        askForZones(); // of the next account
        return;
    }
    m_start.accountId = accountId;
    m_start.zones = zones;
    end();
}

void AccessCheck::onZonesFailed(const base::Error &error)
{
    if (m_waits != Waits::Zones)
        return;
    if (!m_start.accountId.isEmpty()) {
        end(); // its zones keep their ids, and the list can be tried again
        return;
    }
    if (error.code != base::Error::Code::PermissionDenied) {
        onError(Waits::Zones, error);
        return;
    }
    m_candidates.removeFirst();
    askForZones();
}

void AccessCheck::onError(Waits from, const base::Error &error)
{
    if (m_waits != from)
        return;
    m_waits = Waits::No;
    Q_EMIT failed(error);
}

void AccessCheck::end()
{
    m_waits = Waits::No;
    Q_EMIT ready(m_start);
}

} // namespace tokensmith::ui
