// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/groupname.h"
#include "core/catalog/templates.h"
#include "core/model/permissiongroup.h"
#include "core/model/policy.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokensmith::ui {

/** What can be allowed in one scope, and how much of it is chosen. A row of the picker. */
struct PermissionChoice
{
    QString name;  ///< "DNS"; the whole name of a group that is neither Read nor Write
    QString scope; ///< Cloudflare's name of the scope
    QString category = {};
    QString covers = {};    ///< one line; may be empty
    QString readGroup = {}; ///< Cloudflare's name of the group; empty: there is none
    QString editGroup = {};
    QString readId = {};
    QString editId = {};
    catalog::Level level = catalog::Level::None; ///< None, Read or Write

    /** Chosen by the person, added because another choice needs it, or taken away again after that. */
    enum class Origin { Person, Added, Declined } origin = Origin::Person;
};

/** Which choices are shown. */
struct PermissionFilter
{
    enum class Show { All, Chosen };

    QString text = {};     ///< part of the name or the category
    QString category = {}; ///< empty: all
    Show show = Show::All;
};

/**
 * The permissions an owner's token can be given, and those chosen. Groups of one name and scope are one choice with the
 * levels Read and Edit. Ordered by scope (zone, account, user, bucket), then by name. What no token may be given by
 * another (managing tokens) or this version can't address is left out. Pure.
 */
class PermissionChoices
{
public:
    PermissionChoices() = default;
    explicit PermissionChoices(const std::vector<model::PermissionGroup> &groups);

    [[nodiscard]] const std::vector<PermissionChoice> &all() const { return m_choices; }
    [[nodiscard]] int chosenCount() const;
    [[nodiscard]] QStringList categories() const; ///< sorted by name, each once

    /** A level that the choice does not have is not taken. What it needs besides is added, and goes with it again. */
    void setLevel(std::size_t at, catalog::Level level);

    /** Adds to all that is chosen what it needs besides, unless that was declined before. */
    void addCompanions();

    /** What was added only because another choice needs it: Zone Read beside DNS. */
    [[nodiscard]] std::optional<std::size_t> companion() const;
    void clear(); ///< nothing is chosen

    void choose(const std::vector<catalog::WantedGroup> &wanted);      ///< beside what is chosen
    void choose(const std::vector<model::PermissionGroupRef> &groups); ///< likewise, by id
    void takeLevelsFrom(const PermissionChoices &other);               ///< where both have the choice

    [[nodiscard]] std::vector<std::size_t> matching(const PermissionFilter &filter) const;

    /** What is chosen, as CreateRequest::permissions takes it: "DNS Write (zone)". */
    [[nodiscard]] QStringList words() const;

    /** True if something is chosen that acts on that scope. */
    [[nodiscard]] bool hasChosen(QLatin1StringView scope) const;

    /** True if permissions were left out that only the dashboard can give. */
    [[nodiscard]] bool leavesOutTokenManagers() const { return m_leavesOutManagers; }

private:
    void take(const model::PermissionGroup &group, const QString &scope);
    void dropCompanions();

    bool m_leavesOutManagers = false;
    std::vector<PermissionChoice> m_choices;
};

/** What a choice covers, in one line: our own words where Cloudflare only repeats the name, else its category. */
[[nodiscard]] QString coversWords(const PermissionChoice &choice);

/** "dns_and_zones" → "DNS & zones". */
[[nodiscard]] QString categoryWords(const QString &category);

} // namespace tokensmith::ui
