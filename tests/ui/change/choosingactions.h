// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/groupfinder.h"
#include "core/catalog/policybuilder.h"
#include "ui/create/createactions.h"

#include <QHash>

namespace tokensmith::test {

/** Ids as Cloudflare's look. */
inline QString idOf(char digit)
{
    return QString(32, QLatin1Char(digit));
}

/** Two accounts, three zones and a few permissions to choose from, given at once; previews are built as core does. */
class ChoosingActions final : public ui::CreateActions
{
public:
    ChoosingActions()
    {
        const auto zoneGroup = [this](char digit, const QString &name) {
            groups.push_back({.id = idOf(digit), .name = name, .scopes = {model::scope::zone}});
        };
        zoneGroup('1', QStringLiteral("DNS Read"));
        zoneGroup('2', QStringLiteral("DNS Write"));
        zoneGroup('3', QStringLiteral("Zone Read"));
        zoneGroup('4', QStringLiteral("Cache Purge"));
        groups.push_back(
            {.id = idOf('5'), .name = QStringLiteral("Workers Scripts Write"), .scopes = {model::scope::account}});
        const auto zone = [](char digit, const QString &name) { return model::Zone{.id = idOf(digit), .name = name}; };
        zones[idOf('a')] = {zone('c', QStringLiteral("one.example"))};
        zones[idOf('b')] = {zone('d', QStringLiteral("two.example")), zone('e', QStringLiteral("three.example"))};
    }

    [[nodiscard]] const std::vector<catalog::Template> &templates() const override { return m_templates; }
    [[nodiscard]] const std::vector<model::Token> &tokens() const override { return m_tokens; }
    [[nodiscard]] QString ownerName(const model::Owner &owner) const override { return owner.accountId; }
    [[nodiscard]] QUrl apiBase() const override { return {}; }
    void loadPlaces() override
    {
        if (error)
            Q_EMIT placesFailed(*error);
        else
            Q_EMIT placesLoaded({.owners = {model::Owner::user()}, .accounts = accounts});
    }
    void loadGroups(const model::Owner &owner) override { Q_EMIT groupsLoaded({.owner = owner, .groups = groups}); }
    void loadZones(const QString &accountId) override
    {
        asked.append(accountId);
        Q_EMIT zonesLoaded(accountId, zones.value(accountId));
    }
    void preview(const tokens::CreateRequest &request) override
    {
        const auto chosen = catalog::findGroups(request.permissions, groups);
        const auto built = chosen ? catalog::buildPolicies(*chosen, {.owner = {.kind = *request.kind},
                                                                     .accountId = request.accountId,
                                                                     .zoneIds = request.zoneIds,
                                                                     .buckets = request.buckets})
                                  : base::Result<catalog::BuiltPolicies>(base::fail(chosen.error()));
        if (error)
            Q_EMIT previewFailed(*error);
        else if (!built)
            Q_EMIT previewFailed(built.error());
        else
            Q_EMIT previewed(
                {.owner = {.kind = *request.kind}, .spec = {.name = request.name, .policies = built->policies}});
    }
    void findAddress() override {}
    void create(const tokens::CreateRequest &) override {}
    void hold(const model::CreatedToken &) override {}
    void removeHeld(const QString &) override {}
    void verify(const model::CreatedToken &) override {}
    void revoke(const model::Token &) override {}

    std::vector<model::Account> accounts{{.id = idOf('a'), .name = QStringLiteral("Acme")},
                                         {.id = idOf('b'), .name = QStringLiteral("Brew")}};
    std::vector<model::PermissionGroup> groups;
    QHash<QString, std::vector<model::Zone>> zones; ///< by account
    std::optional<base::Error> error;               ///< while there is one, nothing else is answered
    QStringList asked;                              ///< accounts whose zones were asked for

private:
    std::vector<catalog::Template> m_templates;
    std::vector<model::Token> m_tokens;
};

} // namespace tokensmith::test
