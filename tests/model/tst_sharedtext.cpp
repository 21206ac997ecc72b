// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"
#include "core/model/sharedtext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith;

class SharedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalTextsAreOne();
    void tokensShareWhatTheyName();
    void groupsOfOneIdMayDiffer();
    void poolIsBounded();
};

namespace {

QJsonObject tokenJson(const QString &groupName)
{
    const QJsonObject group{{u"id"_s, u"group id"_s}, {u"name"_s, groupName}, {u"meta"_s, QJsonObject{{u"a"_s, 1}}}};
    const QJsonObject resources{{u"com.cloudflare.api.account.1"_s, QJsonObject{{u"com.cloudflare.x.*"_s, u"*"_s}}}};
    return {{u"status"_s, u"active"_s},
            {u"policies"_s, QJsonArray{QJsonObject{{u"effect"_s, u"allow"_s},
                                                   {u"resources"_s, resources},
                                                   {u"permission_groups"_s, QJsonArray{group}}}}}};
}

model::Token tokenWith(const QString &groupName)
{
    return model::tokenFromJson(tokenJson(groupName), {});
}

} // namespace

void SharedTextTest::equalTextsAreOne()
{
    const QString one = QString::fromLatin1("DNS Write");
    const QString other = QString::fromLatin1("DNS Write");
    QVERIFY(one.constData() != other.constData());
    QCOMPARE(model::shared(other).constData(), model::shared(one).constData());
    QCOMPARE(model::shared(one), one);
    QVERIFY(model::shared(QString()).isNull());
}

void SharedTextTest::tokensShareWhatTheyName()
{
    const model::Token one = tokenWith(u"DNS Write"_s);
    const model::Token other = tokenWith(u"DNS Write"_s);
    const model::Policy &left = one.policies.front();
    const model::Policy &right = other.policies.front();
    QCOMPARE(left.permissionGroups[0].name.constData(), right.permissionGroups[0].name.constData());
    QCOMPARE(left.permissionGroups[0].id.constData(), right.permissionGroups[0].id.constData());
    QCOMPARE(left.resources[0].key.constData(), right.resources[0].key.constData());
    QCOMPARE(left.resources[0].nested[0].constData(), right.resources[0].nested[0].constData());
    QCOMPARE(one.statusText.constData(), other.statusText.constData());
    QCOMPARE(model::toJson(one)["policies"_L1], tokenJson(u"DNS Write"_s)["policies"_L1]);
}

void SharedTextTest::groupsOfOneIdMayDiffer()
{
    const model::Token one = tokenWith(u"before"_s);
    const model::Token other = tokenWith(u"after"_s);
    QCOMPARE(one.policies[0].permissionGroups[0].name, u"before"_s);
    QCOMPARE(other.policies[0].permissionGroups[0].name, u"after"_s);
    const model::PermissionGroupRef plain{.id = u"group id"_s, .name = u"before"_s};
    QVERIFY(model::shared(plain).unknown.isEmpty());
}

void SharedTextTest::poolIsBounded()
{
    const QString first = model::shared(u"the first"_s);
    for (int i = 0; i < 50'000; ++i)
        QCOMPARE(model::shared(QString::number(i)), QString::number(i));
    QCOMPARE(first, u"the first"_s);
    QVERIFY(model::shared(QString::fromLatin1("the first")).constData() != first.constData()); // it began anew
}

QTEST_APPLESS_MAIN(SharedTextTest)
#include "tst_sharedtext.moc"
