// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/conditionjson.h"

#include <QJsonArray>

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace tokensmith::model {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kSpelling = "request_ip"_L1;
constexpr auto kOlderSpelling = "request.ip"_L1;

/** Nothing unless each entry is a text; null and absent are an empty list. */
std::optional<QStringList> listFrom(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return QStringList();
    const QJsonArray array = value.toArray();
    const bool texts = std::all_of(array.begin(), array.end(), [](const QJsonValue &one) { return one.isString(); });
    if (!value.isArray() || !texts)
        return std::nullopt;
    QStringList list;
    for (const QJsonValue &one : array)
        list.append(one.toString());
    return list;
}

/** Moves a list out of the limit's JSON; one that can't be read stays there. */
QStringList takeList(QJsonObject &limit, QLatin1StringView member)
{
    const std::optional<QStringList> list = listFrom(limit.value(member));
    if (list)
        limit.remove(member);
    return list.value_or(QStringList());
}

void insertList(QJsonObject &limit, QLatin1StringView member, const QStringList &list)
{
    if (!list.isEmpty())
        limit.insert(member, QJsonArray::fromStringList(list));
}

} // namespace

IpCondition conditionFromJson(const QJsonObject &json)
{
    IpCondition condition{.others = json};
    const QJsonValue spelled = json.value(kSpelling);
    if (!spelled.isObject() && !spelled.isNull() && !spelled.isUndefined())
        return condition; // nobody can say what it means: kept whole
    for (const QLatin1StringView spelling : {kSpelling, kOlderSpelling}) {
        const QJsonValue value = json.value(spelling);
        if (!value.isObject() && !value.isNull())
            continue;
        QJsonObject limit = value.toObject();
        condition.in = takeList(limit, "in"_L1);
        condition.notIn = takeList(limit, "not_in"_L1);
        condition.others.remove(spelling);
        if (!limit.isEmpty())
            condition.others.insert(kSpelling, limit);
        if (!limit.isEmpty() || !condition.in.isEmpty() || !condition.notIn.isEmpty())
            break; // the other spelling, if it is there too, stays among the others
    }
    return condition;
}

QJsonObject toJson(const IpCondition &condition)
{
    QJsonObject json = condition.others;
    QJsonObject limit = json.value(kSpelling).toObject();
    insertList(limit, "in"_L1, condition.in);
    insertList(limit, "not_in"_L1, condition.notIn);
    if (!limit.isEmpty())
        json.insert(kSpelling, limit);
    return json;
}

} // namespace tokensmith::model
