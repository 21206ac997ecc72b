// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/schemaexplain.h"

#include "core/mcp/nearest.h"
#include "core/mcp/schemawords.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tokensmith::mcp {

namespace {

/** A value, the schema it has to satisfy, and what leads there. */
struct Spot
{
    QJsonObject schema;
    QJsonValue value;
    QString path = {};
    bool secret = false;
};

/** Follows one reference inside the document ("#/$defs/id"). */
QJsonObject resolved(const QJsonObject &schema, const QJsonObject &root)
{
    const QString reference = schema.value("$ref"_L1).toString();
    if (!reference.startsWith("#/"_L1))
        return schema;
    QJsonValue at = root;
    for (const QString &part : reference.sliced(2).split(u'/'))
        at = at.toObject().value(part);
    return at.toObject();
}

QJsonObject memberSchema(const QJsonObject &schema, const QString &name)
{
    const QJsonValue own = schema.value("properties"_L1).toObject().value(name);
    return own.isUndefined() ? schema.value("additionalProperties"_L1).toObject() : own.toObject();
}

Spot locate(const QJsonObject &root, const QJsonValue &value, const QStringList &place)
{
    Spot spot{.schema = root, .value = value};
    for (const QString &step : place) {
        if (spot.value.isArray()) {
            const int index = step.toInt();
            spot.schema = resolved(spot.schema.value("items"_L1).toObject(), root);
            spot.value = spot.value.toArray().at(index);
            spot.path = itemPath(spot.path, index);
        } else {
            spot.schema = resolved(memberSchema(spot.schema, step), root);
            spot.value = spot.value.toObject().value(step);
            spot.path = memberPath(spot.path, memberWords(step));
            spot.secret = spot.secret || isSecretMember(step, spot.schema);
        }
    }
    return spot;
}

QString sentence(const QString &fact, const QString &accepted)
{
    return accepted.isEmpty() ? fact + u'.' : u"%1. Give %2."_s.arg(fact, accepted);
}

QString suggestion(const QString &word, const QStringList &candidates)
{
    const QString meant = nearest(word, candidates);
    return meant.isEmpty() ? QString() : u" Did you mean \"%1\"?"_s.arg(meant);
}

Fault wrongValue(const Spot &spot)
{
    const QString name = spot.path.isEmpty() ? u"The value"_s : spot.path;
    const QString given = spot.secret ? u"the value given (not shown)"_s : givenWords(spot.value);
    QString text = sentence(u"%1: %2 is not accepted"_s.arg(name, given), acceptedWords(spot.schema));
    if (spot.value.isString() && !spot.secret)
        text += suggestion(spot.value.toString(), textsOf(spot.schema.value("enum"_L1)));
    return {.path = spot.path, .text = text};
}

std::vector<Fault> missingMembers(const Spot &spot, const QJsonObject &root)
{
    std::vector<Fault> faults;
    const QJsonObject given = spot.value.toObject();
    for (const QString &name : textsOf(spot.schema.value("required"_L1))) {
        if (given.contains(name))
            continue;
        const QString path = memberPath(spot.path, name);
        const QJsonObject wanted = resolved(memberSchema(spot.schema, name), root);
        faults.push_back({.path = path, .text = sentence(path + u" is missing"_s, acceptedWords(wanted))});
    }
    return faults;
}

std::vector<Fault> unknownMembers(const Spot &spot)
{
    std::vector<Fault> faults;
    const QJsonValue additional = spot.schema.value("additionalProperties"_L1);
    if (!additional.isBool() || additional.toBool())
        return faults;
    const QStringList known = spot.schema.value("properties"_L1).toObject().keys();
    const QStringList given = spot.value.toObject().keys();
    for (const QString &name : given) {
        if (known.contains(name))
            continue;
        const QString meant = suggestion(name, known);
        const QString help = !meant.isEmpty()  ? meant
                             : known.isEmpty() ? u" There are none here."_s
                                               : u" Known are: %1."_s.arg(known.join(u", "_s));
        const QString path = memberPath(spot.path, memberWords(name));
        faults.push_back({.path = path, .text = path + u" is not a known argument."_s + help});
    }
    return faults;
}

bool hasDeeper(const QStringList &place, const std::vector<QStringList> &places)
{
    return std::any_of(places.begin(), places.end(), [&place](const QStringList &other) {
        return other.size() > place.size() && std::equal(place.begin(), place.end(), other.begin());
    });
}

void append(std::vector<Fault> more, std::vector<Fault> &faults)
{
    std::move(more.begin(), more.end(), std::back_inserter(faults));
}

} // namespace

std::vector<Fault> explain(const QJsonObject &schema, const QJsonValue &value, const std::vector<QStringList> &places)
{
    std::vector<Fault> faults;
    for (const QStringList &place : places) {
        const Spot spot = locate(schema, value, place);
        const std::size_t before = faults.size();
        if (spot.value.isObject()) {
            append(missingMembers(spot, schema), faults);
            append(unknownMembers(spot), faults);
        }
        // A list or object is also at fault because of what is in it; that gets its own sentence.
        if (faults.size() == before && !hasDeeper(place, places))
            faults.push_back(wrongValue(spot));
    }
    return faults;
}

} // namespace tokensmith::mcp
