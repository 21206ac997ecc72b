// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomtoken.h"

namespace tokensmith::test {

using namespace Qt::StringLiterals;

RandomToken::RandomToken(quint32 seed)
    : m_random(seed)
{
}

QJsonObject RandomToken::token()
{
    QJsonObject json;
    for (const QLatin1StringView name : {"id"_L1, "name"_L1, "status"_L1, "value"_L1})
        put(json, name, text());
    for (const QLatin1StringView name :
         {"issued_on"_L1, "modified_on"_L1, "last_used_on"_L1, "not_before"_L1, "expires_on"_L1})
        put(json, name, time());
    put(json, u"policies"_s, policies());
    put(json, u"condition"_s, condition());
    maybeAddNews(json);
    return json;
}

QJsonArray RandomToken::policies()
{
    QJsonArray list;
    for (int i = below(4); i > 0; --i)
        list.append(oneIn(8) ? anything(3) : QJsonValue(policy()));
    return list;
}

QJsonObject RandomToken::policy()
{
    QJsonObject json;
    put(json, u"id"_s, text());
    put(json, u"effect"_s, oneIn(3) ? u"deny"_s : u"allow"_s);
    put(json, u"resources"_s, resources());
    put(json, u"permission_groups"_s, groups());
    maybeAddNews(json);
    return json;
}

QJsonObject RandomToken::condition()
{
    QJsonObject limit;
    put(limit, u"in"_s, addresses());
    put(limit, u"not_in"_s, addresses());
    maybeAddNews(limit);
    QJsonObject json;
    put(json, oneIn(3) ? u"request.ip"_s : u"request_ip"_s, limit);
    if (oneIn(10))
        put(json, u"request.ip"_s, limit);
    maybeAddNews(json);
    return json;
}

QJsonValue RandomToken::anything(int depth)
{
    switch (below(depth > 0 ? 7 : 5)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return oneIn(2);
    case 2:
        return oneIn(2) ? below(1000) : 1e300 * below(10);
    case 3:
        return QString();
    case 4:
        return text();
    case 5: {
        QJsonArray array;
        for (int i = below(4); i > 0; --i)
            array.append(anything(depth - 1));
        return array;
    }
    default: {
        QJsonObject object;
        for (int i = below(4); i > 0; --i)
            object.insert(text(), anything(depth - 1));
        return object;
    }
    }
}

QString RandomToken::text()
{
    static const QStringList some{u"*"_s,
                                  u"DNS Write"_s,
                                  u"active"_s,
                                  u"\u202Eevil\u0007"_s,
                                  u"%1 %2"_s,
                                  u" Write"_s,
                                  u"<b>x</b>"_s,
                                  u"\U0001F511"_s,
                                  u" "_s,
                                  u"\n"_s,
                                  u"Edit"_s,
                                  u"a: Read"_s,
                                  QString(300, u'x')};
    return oneIn(3) ? some.at(below(int(some.size()))) : QString::number(m_random.generate64(), 16);
}

/** Mostly as it should be; else absent, null or something else. */
void RandomToken::put(QJsonObject &json, const QString &name, const QJsonValue &value)
{
    const int luck = below(20);
    if (luck == 0)
        return;
    json.insert(name, luck == 1 ? QJsonValue(QJsonValue::Null) : luck == 2 ? anything(3) : value);
}

void RandomToken::maybeAddNews(QJsonObject &json)
{
    if (oneIn(6))
        json.insert(u"new_"_s + text(), anything(3));
}

QString RandomToken::time()
{
    const QStringList some{u"2026-11-24T10:00:00Z"_s,
                           u"2026-11-24T10:00:00.123456Z"_s,
                           u"9999-12-31T23:59:59-12:00"_s,
                           u"0001-01-01T00:00:00+14:00"_s,
                           u"2024-02-29T23:59:60Z"_s,
                           u"2026-11-24"_s,
                           u"soon"_s,
                           u"2026-11-24T10:00:00+05:30"_s,
                           u"2026-11-24T10:00:00"_s};
    return some.at(below(int(some.size())));
}

QJsonArray RandomToken::addresses()
{
    QJsonArray list;
    for (int i = below(3); i > 0; --i)
        list.append(oneIn(12) ? anything(1) : QJsonValue(u"192.0.2.%1/32"_s.arg(below(256))));
    return list;
}

QString RandomToken::key()
{
    const QStringList some{u"com.cloudflare.api.account."_s, u"com.cloudflare.api.account.zone."_s,
                           u"com.cloudflare.api.user."_s,    u"com.cloudflare.edge.r2.bucket."_s,
                           u"com.cloudflare.new."_s,         QString()};
    return some.at(below(int(some.size()))) + (oneIn(3) ? u"*"_s : text());
}

QJsonObject RandomToken::resources()
{
    QJsonObject map;
    for (int i = below(4); i > 0; --i) {
        QJsonObject inner;
        for (int j = below(3); j > 0; --j)
            inner.insert(key(), oneIn(15) ? anything(1) : QJsonValue(u"*"_s));
        map.insert(key(), oneIn(20) ? anything(2) : oneIn(3) ? QJsonValue(inner) : QJsonValue(u"*"_s));
    }
    return map;
}

QJsonArray RandomToken::groups()
{
    QJsonArray list;
    for (int i = below(5); i > 0; --i) {
        QJsonObject group;
        put(group, u"id"_s, text());
        put(group, u"name"_s, text());
        put(group, u"meta"_s, anything(2));
        maybeAddNews(group);
        list.append(oneIn(25) ? anything(1) : QJsonValue(group));
    }
    return list;
}

} // namespace tokensmith::test
