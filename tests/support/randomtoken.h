// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>

namespace tokensmith::test {

/**
 * Token JSON such as Cloudflare sends, and such as nobody should: members missing, null, of other types, of other
 * names, nested. The same seed gives the same tokens.
 */
class RandomToken
{
public:
    explicit RandomToken(quint32 seed);

    QJsonObject token();
    QJsonArray policies();
    QJsonValue anything(int depth);
    QString text();

private:
    QJsonObject policy();
    QJsonObject condition();
    QString time();
    QJsonArray addresses();
    QString key();
    QJsonObject resources();
    QJsonArray groups();

    void put(QJsonObject &json, const QString &name, const QJsonValue &value);
    void maybeAddNews(QJsonObject &json);
    int below(int bound) { return m_random.bounded(bound); }
    bool oneIn(int many) { return below(many) == 0; }

    QRandomGenerator m_random;
};

} // namespace tokensmith::test
