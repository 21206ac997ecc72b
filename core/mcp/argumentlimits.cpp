// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/argumentlimits.h"

#include "core/mcp/schemawords.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

struct Place
{
    QString path = {};
    int depth = 0;
};

std::optional<Fault> findUnfitIn(const QJsonValue &value, const Place &place);

Fault fault(const QString &path, const QString &what)
{
    const QString subject = path.isEmpty() ? u"The arguments"_s : path;
    return {.path = path, .text = u"%1: %2."_s.arg(subject, what)};
}

std::optional<Fault> unfitText(const QString &text, const QString &path)
{
    if (text.size() > kMaxTextLength)
        return fault(path, u"the text is longer than %1 characters"_s.arg(kMaxTextLength));
    if (text.contains(QChar::Null))
        return fault(path, u"the text contains a NUL character"_s);
    if (!text.isValidUtf16())
        return fault(path, u"the text contains half of a surrogate pair (a broken emoji, say)"_s);
    return std::nullopt;
}

std::optional<Fault> unfitArray(const QJsonArray &items, const Place &place)
{
    if (items.size() > kMaxItems)
        return fault(place.path, u"the list has more than %1 items"_s.arg(kMaxItems));
    for (qsizetype index = 0; index < items.size(); ++index) {
        auto found = findUnfitIn(items.at(index), {itemPath(place.path, index), place.depth + 1});
        if (found)
            return found;
    }
    return std::nullopt;
}

std::optional<Fault> unfitObject(const QJsonObject &members, const Place &place)
{
    if (members.size() > kMaxItems)
        return fault(place.path, u"there are more than %1 members"_s.arg(kMaxItems));
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QString path = memberPath(place.path, memberWords(member.key()));
        if (auto found = unfitText(member.key(), path))
            return found;
        if (auto found = findUnfitIn(member.value(), {path, place.depth + 1}))
            return found;
    }
    return std::nullopt;
}

std::optional<Fault> findUnfitIn(const QJsonValue &value, const Place &place)
{
    if (place.depth > kMaxDepth)
        return fault(place.path, u"the value is nested more than %1 levels deep"_s.arg(kMaxDepth));
    if (value.isString())
        return unfitText(value.toString(), place.path);
    if (value.isArray())
        return unfitArray(value.toArray(), place);
    if (value.isObject())
        return unfitObject(value.toObject(), place);
    return std::nullopt;
}

} // namespace

std::optional<Fault> findUnfit(const QJsonValue &value)
{
    return findUnfitIn(value, {});
}

} // namespace tokensmith::mcp
