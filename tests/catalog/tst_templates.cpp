// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/templates.h"

#include <QTest>

using namespace tokensmith;
using namespace Qt::StringLiterals;
using catalog::TemplateSet;
using Kind = model::Owner::Kind;

class TemplatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shipsTheTemplates();
    void countsItsPermissions();
    void anUnknownOneNamesTheKnown();
    void brokenDataIsRefused_data();
    void brokenDataIsRefused();
};

void TemplatesTest::shipsTheTemplates()
{
    const auto set = TemplateSet::load();
    QVERIFY(set);
    QStringList ids;
    for (const catalog::Template &one : set->all())
        ids.append(one.id);
    QCOMPARE(ids, QStringList({u"full_access"_s, u"workers_deploy"_s, u"pages_deploy"_s, u"dns_only"_s, u"dns_read"_s,
                               u"cache_purge"_s, u"analytics_read"_s, u"api_tokens_manage"_s, u"zero_trust_admin"_s,
                               u"waf_admin"_s}));
    QCOMPARE(set->find(u"dns_only"_s)->required.front().name, u"DNS Write"_s);
    QCOMPARE(set->find(u"workers_deploy"_s)->required.size(), size_t(9));
    for (const catalog::Template &one : set->all()) {
        const bool zones =
            QStringList({u"dns_only"_s, u"dns_read"_s, u"cache_purge"_s, u"waf_admin"_s}).contains(one.id);
        QCOMPARE(one.resourceScope, zones ? u"all_zones"_s : u"all_accounts"_s);
    }
}

void TemplatesTest::countsItsPermissions()
{
    const auto set = TemplateSet::load();
    const auto count = [&](const QString &id, Kind kind) { return permissionCount(*set->find(id), kind); };
    QCOMPARE(count(u"full_access"_s, Kind::User), std::nullopt);
    QCOMPARE(count(u"workers_deploy"_s, Kind::User), 11);
    QCOMPARE(count(u"workers_deploy"_s, Kind::Account), 9);
    QCOMPARE(count(u"dns_only"_s, Kind::User), 1);
    QCOMPARE(count(u"api_tokens_manage"_s, Kind::User), 1);
    QCOMPARE(count(u"api_tokens_manage"_s, Kind::Account), 1);
}

void TemplatesTest::anUnknownOneNamesTheKnown()
{
    const auto found = TemplateSet::load()->find(u"dns\u202Eonly"_s);
    QVERIFY(!found);
    QCOMPARE(found.error().field, u"template"_s);
    QVERIFY2(found.error().message.startsWith("Template not found: dns"_L1), qPrintable(found.error().message));
    QVERIFY(found.error().message.contains("dns_only"_L1));
    QVERIFY(!found.error().message.contains(QChar(0x202E)));
}

void TemplatesTest::brokenDataIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("none") << QByteArray(R"({"templates":[]})");
    const QByteArray start = R"({"templates":[{"id":"a","name":"A","resourceScope":"all_zones",)";
    QTest::newRow("no groups") << start + R"("required":[]}]})";
    QTest::newRow("no scope") << start + R"("required":[{"name":"X"}]}]})";
    QTest::newRow("nameless optional") << start + R"("required":[{"name":"X","scope":"s"}],"optional":[{}]}]})";
    QTest::newRow("unknown making") << start + R"("making":"magic","required":[{"name":"X","scope":"s"}]}]})";
    QTest::newRow("dashboard, one kind")
        << start + R"("making":"dashboardOnly","userOnly":[{"name":"X","scope":"s"}]}]})";
    QTest::newRow("no resource scope") << QByteArray(
        R"({"templates":[{"id":"a","name":"A","required":[{"name":"X","scope":"s"}]}]})");
}

void TemplatesTest::brokenDataIsRefused()
{
    QFETCH(QByteArray, json);
    const auto set = TemplateSet::fromJson(json);
    QVERIFY(!set);
    QCOMPARE(set.error().code, base::Error::Code::Internal);
}

QTEST_GUILESS_MAIN(TemplatesTest)
#include "tst_templates.moc"
