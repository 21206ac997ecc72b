// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identifiers.h"
#include "core/sandbox/permissiongroups.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokensmith::sandbox;

class PermissionGroupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsWhole();
    void indexOrderIsIdOrder();
    void namesNeedTheirScope();
    void describes_data();
    void describes();
    void twoGroupsManageTokens();
};

void PermissionGroupsTest::tableIsWhole()
{
    const PermissionGroupTable table;
    QCOMPARE(table.all().size(), 332);
    QHash<Scope, int> perScope;
    QSet<QString> ids;
    for (const PermissionGroup &group : table.all()) {
        QVERIFY2(tokensmith::base::isCloudflareId(group.id), qPrintable(group.name));
        QVERIFY(!group.name.isEmpty() && !group.category.isEmpty());
        ids.insert(group.id);
        ++perScope[group.scope];
    }
    QCOMPARE(ids.size(), 332);
    QCOMPARE(perScope[Scope::Account], 238);
    QCOMPARE(perScope[Scope::Zone], 86);
    QCOMPARE(perScope[Scope::User], 6);
    QCOMPARE(perScope[Scope::Bucket], 2);
}

void PermissionGroupsTest::indexOrderIsIdOrder()
{
    const PermissionGroupTable table;
    for (qsizetype i = 1; i < table.all().size(); ++i)
        QVERIFY(table.at(i - 1).id < table.at(i).id);
}

void PermissionGroupsTest::namesNeedTheirScope()
{
    const PermissionGroupTable table;
    const qsizetype forAccount = table.indexOf(u"Logs Read"_s, Scope::Account);
    const qsizetype forZone = table.indexOf(u"Logs Read"_s, Scope::Zone);
    QVERIFY(forAccount >= 0 && forZone >= 0 && forAccount != forZone);
    QCOMPARE(table.indexOf(u"DNS Write"_s, Scope::Account), -1);
    QCOMPARE(table.indexOf(u"686d18d5ac6c441c867cbf6771e58a0a"_s), table.indexOf(u"API Tokens Write"_s, Scope::User));
    QCOMPARE(table.indexOf(u"no such id"_s), -1);
}

void PermissionGroupsTest::describes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("description");
    QTest::newRow("write") << u"DNS Write"_s << u"Grants write access to DNS"_s;
    QTest::newRow("read") << u"Zone Read"_s << u"Grants read access to Zone"_s;
    QTest::newRow("colon") << u"IP Prefixes: Write"_s << u"Grants write access to IP Prefixes"_s;
    QTest::newRow("no level") << u"Cache Purge"_s << u"Grants access to Cache Purge"_s;
    QTest::newRow("run") << u"AI Search Run"_s << u"Grants running AI Search"_s;
}

void PermissionGroupsTest::describes()
{
    QFETCH(QString, name);
    QFETCH(QString, description);
    const PermissionGroup group{.id = {}, .name = name, .scope = Scope::Zone, .category = {}};
    QCOMPARE(group.description(), description);
}

void PermissionGroupsTest::twoGroupsManageTokens()
{
    QStringList managing;
    const PermissionGroupTable table;
    for (const PermissionGroup &group : table.all()) {
        if (group.managesTokens())
            managing.append(group.name);
    }
    managing.sort();
    QCOMPARE(managing, QStringList({u"API Tokens Write"_s, u"Account API Tokens Write"_s}));
}

QTEST_GUILESS_MAIN(PermissionGroupsTest)
#include "tst_permissiongroups.moc"
