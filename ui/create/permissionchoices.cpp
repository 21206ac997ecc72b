// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/permissionchoices.h"

#include "core/catalog/scopewords.h"
#include "core/catalog/tokenguard.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <array>
#include <tuple>

namespace tokensmith::ui {

using namespace Qt::StringLiterals;
using catalog::Level;

namespace {

int orderOf(const QString &scope)
{
    if (scope == model::scope::zone)
        return 0;
    if (scope == model::scope::account)
        return 1;
    return scope == model::scope::user ? 2 : 3;
}

/** Names of choices in one scope: who uses the first nearly always reads the second too. */
struct Need
{
    QLatin1StringView scope;
    QLatin1StringView name;
    QLatin1StringView needed;
};
constexpr std::array kNeeds{Need{model::scope::zone, "DNS"_L1, "Zone"_L1}};

auto keyOf(const PermissionChoice &choice)
{
    return std::tuple(orderOf(choice.scope), choice.scope, choice.name.toLower());
}

bool has(const PermissionChoice &choice, Level level)
{
    switch (level) {
    case Level::None:
        return true;
    case Level::Read:
        return !choice.readGroup.isEmpty();
    case Level::Write:
        return !choice.editGroup.isEmpty();
    case Level::Other:
        return false;
    }
    Q_UNREACHABLE();
}

void addGroup(PermissionChoice &choice, const model::PermissionGroup &group, Level level)
{
    if (level == Level::Read) {
        choice.readGroup = group.name;
        choice.readId = group.id;
    } else {
        choice.editGroup = group.name;
        choice.editId = group.id;
    }
    if (choice.category.isEmpty())
        choice.category = group.category;
    if (choice.covers.isEmpty() || level != Level::Read)
        choice.covers = group.description;
}

bool matches(const PermissionChoice &choice, const QString &text)
{
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [&choice](const QString &part) {
        return choice.name.contains(part, Qt::CaseInsensitive)
               || categoryWords(choice.category).contains(part, Qt::CaseInsensitive);
    });
}

void raise(PermissionChoice &choice, Level level)
{
    if (choice.level != Level::Write)
        choice.level = level;
}

} // namespace

PermissionChoices::PermissionChoices(const std::vector<model::PermissionGroup> &groups)
{
    for (const model::PermissionGroup &group : groups) {
        if (catalog::managesTokens(group.id, group.name)) {
            m_leavesOutManagers = true;
            continue;
        }
        for (const QString &scope : group.scopes) {
            if (group.selectable != false && catalog::scopeFromName(scope))
                take(group, scope);
        }
    }
    std::sort(m_choices.begin(), m_choices.end(),
              [](const PermissionChoice &left, const PermissionChoice &right) { return keyOf(left) < keyOf(right); });
}

void PermissionChoices::take(const model::PermissionGroup &group, const QString &scope)
{
    const catalog::GroupName parts = catalog::splitName(group.name);
    const bool plain = parts.level == Level::Read || parts.level == Level::Write;
    const QString name = plain ? parts.stem : group.name;
    auto known = std::find_if(m_choices.begin(), m_choices.end(), [&](const PermissionChoice &choice) {
        return choice.scope == scope && choice.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (known == m_choices.end())
        known = m_choices.insert(m_choices.end(), PermissionChoice{.name = name, .scope = scope});
    addGroup(*known, group, plain ? parts.level : Level::Write);
}

int PermissionChoices::chosenCount() const
{
    return int(std::count_if(m_choices.begin(), m_choices.end(),
                             [](const PermissionChoice &choice) { return choice.level != Level::None; }));
}

QStringList PermissionChoices::categories() const
{
    QMap<QString, QString> sorted;
    for (const PermissionChoice &choice : m_choices)
        sorted.insert(categoryWords(choice.category).toLower(), choice.category);
    return sorted.values();
}

void PermissionChoices::setLevel(std::size_t at, Level level)
{
    if (at >= m_choices.size() || !has(m_choices[at], level))
        return;
    PermissionChoice &choice = m_choices[at];
    const bool declined = choice.origin == PermissionChoice::Origin::Added && level == Level::None;
    choice.origin = declined ? PermissionChoice::Origin::Declined : PermissionChoice::Origin::Person;
    choice.level = level;
    dropCompanions();
    addCompanions();
}

void PermissionChoices::addCompanions()
{
    for (const Need &need : kNeeds) {
        const auto isNamed = [&](QLatin1StringView name) {
            return [&need, name](const PermissionChoice &one) { return one.scope == need.scope && one.name == name; };
        };
        const auto user = std::find_if(m_choices.begin(), m_choices.end(), isNamed(need.name));
        const auto needed = std::find_if(m_choices.begin(), m_choices.end(), isNamed(need.needed));
        if (user == m_choices.end() || needed == m_choices.end() || user->level == Level::None)
            continue;
        if (needed->level != Level::None || needed->origin == PermissionChoice::Origin::Declined
            || !has(*needed, Level::Read))
            continue;
        needed->level = Level::Read;
        needed->origin = PermissionChoice::Origin::Added;
    }
}

void PermissionChoices::dropCompanions()
{
    for (PermissionChoice &choice : m_choices) {
        if (choice.origin != PermissionChoice::Origin::Added)
            continue;
        choice.level = Level::None;
        choice.origin = PermissionChoice::Origin::Person;
    }
}

std::optional<std::size_t> PermissionChoices::companion() const
{
    const auto added = std::find_if(m_choices.begin(), m_choices.end(), [](const PermissionChoice &choice) {
        return choice.origin == PermissionChoice::Origin::Added;
    });
    return added == m_choices.end() ? std::nullopt : std::optional(std::size_t(added - m_choices.begin()));
}

void PermissionChoices::clear()
{
    for (PermissionChoice &choice : m_choices) {
        choice.level = Level::None;
        choice.origin = PermissionChoice::Origin::Person;
    }
}

void PermissionChoices::choose(const std::vector<catalog::WantedGroup> &wanted)
{
    for (const catalog::WantedGroup &group : wanted) {
        for (PermissionChoice &choice : m_choices) {
            if (choice.scope == group.scope && choice.editGroup == group.name)
                raise(choice, Level::Write);
            else if (choice.scope == group.scope && choice.readGroup == group.name)
                raise(choice, Level::Read);
        }
    }
}

void PermissionChoices::choose(const std::vector<model::PermissionGroupRef> &groups)
{
    for (const model::PermissionGroupRef &group : groups) {
        for (PermissionChoice &choice : m_choices) {
            if (choice.editId == group.id)
                raise(choice, Level::Write);
            else if (choice.readId == group.id)
                raise(choice, Level::Read);
        }
    }
}

void PermissionChoices::takeLevelsFrom(const PermissionChoices &other)
{
    for (const PermissionChoice &from : other.m_choices) {
        for (PermissionChoice &choice : m_choices) {
            if (choice.scope != from.scope || choice.name != from.name || !has(choice, from.level))
                continue;
            choice.level = from.level;
            choice.origin = from.origin;
        }
    }
}

std::vector<std::size_t> PermissionChoices::matching(const PermissionFilter &filter) const
{
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < m_choices.size(); ++at) {
        const PermissionChoice &choice = m_choices[at];
        if (!filter.category.isEmpty() && choice.category != filter.category)
            continue;
        if (filter.show == PermissionFilter::Show::Chosen && choice.level == Level::None)
            continue;
        if (matches(choice, filter.text))
            found.push_back(at);
    }
    return found;
}

QStringList PermissionChoices::words() const
{
    QStringList words;
    for (const PermissionChoice &choice : m_choices) {
        const QString name = choice.level == Level::Write  ? choice.editGroup
                             : choice.level == Level::Read ? choice.readGroup
                                                           : QString();
        if (!name.isEmpty())
            words.append(u"%1 (%2)"_s.arg(name, catalog::scopeWord(choice.scope)));
    }
    return words;
}

bool PermissionChoices::hasChosen(QLatin1StringView scope) const
{
    return std::any_of(m_choices.begin(), m_choices.end(), [scope](const PermissionChoice &choice) {
        return choice.level != Level::None && choice.scope == scope;
    });
}

QString categoryWords(const QString &category)
{
    if (category.isEmpty())
        return QCoreApplication::translate("PermissionChoices", "Other");
    QString words = category;
    words.replace("_and_"_L1, " & "_L1).replace(u'_', u' ');
    words[0] = words.at(0).toUpper();
    for (const auto &[plain, shown] : {std::pair("Dns"_L1, "DNS"_L1), std::pair("Ai "_L1, "AI "_L1)}) {
        if (words.startsWith(plain))
            words.replace(0, plain.size(), shown);
    }
    return words;
}

} // namespace tokensmith::ui
