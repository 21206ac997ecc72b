// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/groupfinder.h"

#include "core/base/identifiers.h"
#include "core/base/text.h"
#include "core/catalog/dashboardlabels.h"
#include "core/catalog/groupname.h"
#include "core/catalog/scopewords.h"
#include "core/catalog/similarity.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokensmith::catalog {

using namespace Qt::StringLiterals;
using base::Error;
using model::PermissionGroup;

namespace {

constexpr qsizetype kLongestWord = 200;
constexpr qsizetype kShown = 80;

/** A group for one of its scopes, with what its name is compared by. */
struct Entry
{
    ChosenGroup chosen;
    QString key;
};
using Entries = std::vector<Entry>;

Entries entriesOf(const std::vector<PermissionGroup> &available)
{
    Entries entries;
    for (const PermissionGroup &group : available) {
        const QStringList scopes = group.scopes.isEmpty() ? QStringList{QString()} : group.scopes;
        for (const QString &scope : scopes)
            entries.push_back({.chosen = {.group = group, .scope = scope}, .key = nameKey(group.name)});
    }
    return entries;
}

template <typename Match>
Entries only(const Entries &entries, Match match)
{
    Entries kept;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(kept), match);
    return kept;
}

Entries ofScope(const Entries &entries, const QString &word)
{
    return only(entries, [&](const Entry &entry) {
        return word.compare(scopeWord(entry.chosen.scope), Qt::CaseInsensitive) == 0
               || word.compare(entry.chosen.scope, Qt::CaseInsensitive) == 0;
    });
}

/** Exact first: a nearer reading never competes with what was said letter by letter. */
Entries named(const QString &word, const Entries &entries)
{
    Entries found = only(entries, [&](const Entry &entry) { return entry.chosen.group.name == word; });
    if (!found.empty())
        return found;
    const GroupName parts = splitName(word);
    found = only(entries, [key = nameKey(parts)](const Entry &entry) { return entry.key == key; });
    if (!found.empty())
        return found;
    const QString stem = apiStemOf(parts.stem);
    if (stem.isEmpty())
        return {};
    const QString key = nameKey(GroupName{.stem = stem, .level = parts.level, .levelWord = parts.levelWord});
    return only(entries, [&](const Entry &entry) { return entry.key == key; });
}

Entries meantBy(const QString &word, const Entries &entries)
{
    Entries found = named(word, entries);
    if (!found.empty())
        return found;
    static const QRegularExpression scopeBehind(u"\\A(.*\\S)\\s*\\(([^()]+)\\)\\z"_s);
    if (const QRegularExpressionMatch match = scopeBehind.match(word); match.hasMatch())
        return named(match.captured(1), ofScope(entries, match.captured(2).trimmed()));
    static const QRegularExpression scopeBefore(u"\\A(account|zone|user)\\s+(\\S.*)\\z"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch match = scopeBefore.match(word); match.hasMatch())
        return named(match.captured(2), ofScope(entries, match.captured(1)));
    return {};
}

QString anyOf(const QStringList &ways)
{
    if (ways.size() < 2)
        return ways.join(QString());
    return ways.mid(0, ways.size() - 1).join(", "_L1) + " or "_L1 + ways.last();
}

QString quoted(const QString &text)
{
    return u'"' + base::plainLine(text, kShown) + u'"';
}

Error ambiguous(const QString &word, const Entries &found)
{
    QStringList ways;
    for (const Entry &entry : found) {
        const ChosenGroup &chosen = entry.chosen;
        const auto alike = std::count_if(found.begin(), found.end(), [&](const Entry &other) {
            return other.chosen.group.name == chosen.group.name && other.chosen.group.id != chosen.group.id
                   && other.chosen.scope == chosen.scope;
        });
        const QString way = u"%1 (%2)"_s.arg(chosen.group.name, scopeWord(chosen.scope));
        ways.append(alike == 0 ? quoted(way) : u"the id %1"_s.arg(base::plainLine(chosen.group.id, 40)));
    }
    ways.removeDuplicates();
    return {.code = Error::Code::InvalidArgument,
            .message = u"%1 can mean more than one permission. Say %2."_s.arg(quoted(word), anyOf(ways)),
            .field = u"permissions"_s};
}

Error missing(const QString &word, const std::vector<PermissionGroup> &available)
{
    QString message = u"Cloudflare does not offer the permission %1 here."_s.arg(quoted(word));
    const GroupName parts = splitName(word);
    if (const QString other = coveredBy(parts.stem); !other.isEmpty()) {
        message += u" %1 has none of its own: choose \"%2 %3\"."_s.arg(
            base::plainLine(parts.stem, kShown), other, parts.level == Level::Read ? u"Read"_s : u"Write"_s);
    } else {
        QStringList names;
        for (const PermissionGroup &group : available)
            names.append(group.name);
        QStringList near;
        for (const QString &name : mostSimilar(word, names, 3))
            near.append(quoted(name));
        if (!near.isEmpty())
            message += u" Did you mean %1?"_s.arg(anyOf(near));
    }
    return {.code = Error::Code::NotFound, .message = message, .field = u"permissions"_s};
}

void addOnce(std::vector<ChosenGroup> &chosen, const ChosenGroup &group)
{
    if (std::find(chosen.begin(), chosen.end(), group) == chosen.end())
        chosen.push_back(group);
}

tl::unexpected<Error> refuseId(Error::Code code, const QString &message)
{
    return base::fail({.code = code, .message = message, .field = u"permissionGroupIds"_s});
}

} // namespace

std::optional<ChosenGroup> exactGroup(const QString &name, const QString &scope,
                                      const std::vector<PermissionGroup> &available)
{
    const auto found = std::find_if(available.begin(), available.end(), [&](const PermissionGroup &group) {
        return group.name == name && group.scopes.contains(scope);
    });
    return found == available.end() ? std::nullopt : std::optional(ChosenGroup{.group = *found, .scope = scope});
}

base::Result<std::vector<ChosenGroup>> findGroups(const QStringList &words,
                                                  const std::vector<PermissionGroup> &available)
{
    const Entries entries = entriesOf(available);
    std::vector<ChosenGroup> chosen;
    for (const QString &given : words) {
        const QString word = given.left(kLongestWord + 1).simplified();
        const Entries found = word.isEmpty() || word.size() > kLongestWord ? Entries() : meantBy(word, entries);
        if (found.empty())
            return base::fail(missing(word, available));
        if (found.size() > 1)
            return base::fail(ambiguous(word, found));
        addOnce(chosen, found.front().chosen);
    }
    return chosen;
}

base::Result<std::vector<ChosenGroup>> groupsById(const QStringList &ids, const std::vector<PermissionGroup> &available)
{
    std::vector<ChosenGroup> chosen;
    for (const QString &id : ids) {
        if (!base::isCloudflareId(id))
            return refuseId(
                Error::Code::InvalidArgument,
                u"%1 is not the id of a permission group: those are 32 hexadecimal digits."_s.arg(quoted(id)));
        const auto found =
            std::find_if(available.begin(), available.end(), [&](const PermissionGroup &g) { return g.id == id; });
        if (found == available.end())
            return refuseId(Error::Code::NotFound,
                            u"Cloudflare does not offer a permission group with the id %1 here."_s.arg(id));
        if (found->scopes.size() > 1)
            return refuseId(
                Error::Code::InvalidArgument,
                u"%1 acts on more than one kind of resource. Name it in permissions, with one of them: \"%2 (%3)\"."_s
                    .arg(id, base::plainLine(found->name, kShown), scopeWord(found->scopes.first())));
        addOnce(chosen, {.group = *found, .scope = found->scopes.value(0)});
    }
    return chosen;
}

} // namespace tokensmith::catalog
