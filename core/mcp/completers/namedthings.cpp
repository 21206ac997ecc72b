// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/completers/namedthings.h"

#include "core/base/text.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

constexpr qsizetype kLongestName = 253;
constexpr qsizetype kNamesInMessage = 5;

/** The name as it is shown, and so as it comes back. */
QString shownName(const NamedThing &thing)
{
    return base::plainLine(thing.name, kLongestName);
}

tl::unexpected<base::Error> noSuch(const NamedThings &things, const QString &text, const QString &kind)
{
    QStringList known;
    for (const NamedThing &thing : things)
        known.append(shownName(thing));
    known.sort(Qt::CaseInsensitive);
    const qsizetype more = known.size() - kNamesInMessage;
    QString message = u"There is no %1 \"%2\" here."_s.arg(kind, base::plainLine(text, 64));
    if (!known.isEmpty())
        message += u" Known: "_s + known.first(std::min(known.size(), kNamesInMessage)).join(u", "_s);
    if (more > 0)
        message += u" and %1 more"_s.arg(more);
    return base::fail({.code = base::Error::Code::InvalidArgument, .message = message, .field = kind});
}

} // namespace

QStringList suggestionsFor(const NamedThings &things, const QString &typed)
{
    QHash<QString, int> bearers;
    for (const NamedThing &thing : things)
        ++bearers[shownName(thing).toCaseFolded()];
    QStringList beginning;
    QStringList holding;
    for (const NamedThing &thing : things) {
        const QString name = shownName(thing);
        const bool byId = !typed.isEmpty() && thing.id.startsWith(typed, Qt::CaseInsensitive);
        const bool nameTells = !name.isEmpty() && bearers.value(name.toCaseFolded()) == 1;
        const QString value = nameTells && name.contains(typed, Qt::CaseInsensitive) ? name : thing.id;
        if (name.startsWith(typed, Qt::CaseInsensitive))
            beginning.append(value);
        else if (byId || name.contains(typed, Qt::CaseInsensitive))
            holding.append(value);
    }
    beginning.sort(Qt::CaseInsensitive);
    holding.sort(Qt::CaseInsensitive);
    return beginning + holding;
}

base::Result<NamedThing> findNamed(const NamedThings &things, const QString &text, const QString &kind)
{
    NamedThings found;
    for (const NamedThing &thing : things) {
        if (thing.id == text)
            return thing;
        if (shownName(thing).compare(text, Qt::CaseInsensitive) == 0)
            found.push_back(thing);
    }
    if (found.size() == 1)
        return found.front();
    if (found.empty())
        return noSuch(things, text, kind);
    return base::fail({.code = base::Error::Code::InvalidArgument,
                       .message = u"%1 of the %2s here are called \"%3\": give the id instead."_s.arg(
                           QString::number(found.size()), kind, base::plainLine(text, 64)),
                       .field = kind});
}

} // namespace tokensmith::mcp
