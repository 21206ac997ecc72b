// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/draftwords.h"

#include "core/catalog/policyplaces.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using catalog::Level;

namespace {

struct DraftWords
{
    Q_DECLARE_TR_FUNCTIONS(DraftWords)
};

constexpr qsizetype kMostZonesNamed = 3;

bool limitsZones(const TokenDraft &draft)
{
    return draft.zones == TokenDraft::Zones::Chosen && !draft.zoneIds.isEmpty();
}

/** What people call the things that the most used permissions are about. */
QString thingOf(const PermissionChoice &choice)
{
    if (choice.scope == model::scope::zone && choice.name == "DNS"_L1)
        return DraftWords::tr("DNS records");
    if (choice.scope == model::scope::zone && choice.name == "Zone"_L1)
        return choice.level == Level::Read ? DraftWords::tr("zone names") : DraftWords::tr("zones themselves");
    return choice.name;
}

QString whatOf(const PermissionChoice &choice)
{
    if (choice.level == Level::Read)
        return DraftWords::tr("Read %1").arg(thingOf(choice));
    const bool plain = catalog::splitName(choice.editGroup).level == Level::Write;
    return plain ? DraftWords::tr("Edit %1").arg(thingOf(choice)) : choice.name; // "Cache Purge" says it already
}

QString zonesWhere(const TokenDraft &draft, const PlaceNames &names)
{
    if (limitsZones(draft)) {
        return names.zones.size() <= kMostZonesNamed ? DraftWords::tr("in %1").arg(catalog::joined(names.zones))
                                                     : DraftWords::tr("in %n zones", nullptr, int(names.zones.size()));
    }
    return names.account.isEmpty() ? DraftWords::tr("in every zone of every account")
                                   : DraftWords::tr("in all zones of %1").arg(names.account);
}

QString whereOf(const PermissionChoice &choice, const TokenDraft &draft, const PlaceNames &names)
{
    if (choice.scope == model::scope::zone)
        return zonesWhere(draft, names);
    if (choice.scope == model::scope::user)
        return DraftWords::tr("of your user");
    if (choice.scope == model::scope::bucket)
        return draft.buckets.isEmpty() ? DraftWords::tr("in buckets yet to be named")
                                       : DraftWords::tr("in %1").arg(catalog::joined(draft.buckets));
    return names.account.isEmpty() ? DraftWords::tr("in every account")
                                   : DraftWords::tr("in the account %1").arg(names.account);
}

QString reachLimit(const TokenDraft &draft, const PlaceNames &names)
{
    const PermissionChoices &chosen = draft.permissions;
    const bool account = chosen.hasChosen(model::scope::account);
    const bool someZones = limitsZones(draft) && chosen.hasChosen(model::scope::zone);
    if (someZones && !account)
        return DraftWords::tr("Touch other zones, the account, its members or other tokens.");
    if (names.account.isEmpty())
        return account ? DraftWords::tr("Touch other tokens.")
                       : DraftWords::tr("Touch accounts, their members or other tokens.");
    if (someZones)
        return DraftWords::tr("Touch other zones, other accounts or other tokens.");
    return account ? DraftWords::tr("Touch other accounts or other tokens.")
                   : DraftWords::tr("Touch the account, its members, other accounts or other tokens.");
}

} // namespace

std::vector<AccessLine> accessLines(const TokenDraft &draft, const PlaceNames &names)
{
    std::vector<AccessLine> lines;
    for (const PermissionChoice &choice : draft.permissions.all()) {
        if (choice.level != Level::None)
            lines.push_back({.icon = choice.level == Level::Read ? u"eye"_s : u"pencil"_s,
                             .what = whatOf(choice),
                             .where = whereOf(choice, draft, names)});
    }
    std::stable_partition(lines.begin(), lines.end(), [](const AccessLine &line) { return line.icon == "pencil"_L1; });
    if (!limitsZones(draft) || names.zones.size() < 2)
        return lines;
    bool named = false;
    const QString zones = zonesWhere(draft, names);
    for (AccessLine &line : lines) {
        if (line.where == zones && std::exchange(named, true))
            line.where = DraftWords::tr("in the same %n zones", nullptr, int(names.zones.size()));
    }
    return lines;
}

QString cannotWords(const TokenDraft &draft, const PlaceNames &names)
{
    const auto &all = draft.permissions.all();
    if (draft.permissions.chosenCount() == 0)
        return {};
    const bool edits =
        std::any_of(all.begin(), all.end(), [](const PermissionChoice &one) { return one.level == Level::Write; });
    const QString reach = reachLimit(draft, names);
    return edits ? reach : DraftWords::tr("Change anything.") + u' ' + reach;
}

QStringList placesOf(const TokenDraft &draft, const PlaceNames &names)
{
    QStringList places;
    const PermissionChoices &chosen = draft.permissions;
    if (chosen.hasChosen(model::scope::zone)) {
        if (limitsZones(draft))
            places += names.zones;
        else
            places += names.account.isEmpty() ? DraftWords::tr("Every zone of every account")
                                              : DraftWords::tr("All zones of %1").arg(names.account);
    }
    if (chosen.hasChosen(model::scope::account))
        places += names.account.isEmpty() ? DraftWords::tr("Every account")
                                          : DraftWords::tr("The account %1").arg(names.account);
    if (chosen.hasChosen(model::scope::user))
        places += DraftWords::tr("Your user");
    if (chosen.hasChosen(model::scope::bucket))
        places += draft.buckets;
    return places;
}

QString countWords(const PermissionChoices &choices)
{
    int edits = 0;
    int reads = 0;
    for (const PermissionChoice &choice : choices.all()) {
        edits += choice.level == Level::Write ? 1 : 0;
        reads += choice.level == Level::Read ? 1 : 0;
    }
    if (edits == 0 || reads == 0)
        return edits > 0 ? DraftWords::tr("%1 edit").arg(edits) : DraftWords::tr("%1 read").arg(reads);
    return DraftWords::tr("%1 edit, %2 read").arg(edits).arg(reads);
}

} // namespace tokensmith::ui
